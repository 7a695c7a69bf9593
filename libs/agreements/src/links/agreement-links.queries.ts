import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type ListDefinition,
  Lists,
  RECORDED_SORT,
  Today,
  identityFields,
  makingFields,
  object,
  reference,
  sql,
} from '#platform';
import type { AgreementAt } from '../parts/agreement-path.js';
import { OF_AGREEMENT, PartQueries, onePart, partRow } from '../parts/parts.queries.js';
import type { AgreementLinkPage, AgreementLinkQuery, AgreementLinkView } from './agreement-links.dto.js';

const link = object({
  ...identityFields(sql`e`),
  kind: sql`e.kind`,
  to: reference(sql`agreements`, sql`e.to_id`),
  ...makingFields(sql`e`),
});

/** One link at its own address, as row `e`. */
export const oneLinkRow = partRow(sql`agreement_links e`);

const links: ListDefinition<AgreementLinkQuery> = {
  name: 'agreement-links',
  from: sql`agreement_links e`,
  where: OF_AGREEMENT,
  item: link,
  filters: {},
  sorts: RECORDED_SORT,
};

/** Reads links between agreements. */
@Injectable()
export class AgreementLinkQueries extends PartQueries<AgreementLinkView> {
  constructor(database: Database, lists: Lists, today: Today) {
    super(database, lists, today, { name: 'link', one: onePart('link', oneLinkRow, link) });
  }

  /** A page of the links of an agreement. */
  list(at: AgreementAt, query: AgreementLinkQuery, caller: Caller): Promise<Json<AgreementLinkPage>> {
    return this.readPage(links, at, query, caller);
  }
}
