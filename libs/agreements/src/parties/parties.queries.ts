import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type ListDefinition,
  Lists,
  RECORDED_SORT,
  Today,
  sql,
} from '#platform';
import type { AgreementAt } from '../parts/agreement-path.js';
import { OF_AGREEMENT, PartQueries, onePart, partRow } from '../parts/parts.queries.js';
import type { PartyPage, PartyQuery, PartyView } from './parties.dto.js';
import { partyItem, partyView } from './parties.fragments.js';

/** One party at its own address, as row `e`. */
export const onePartyRow = partRow(sql`agreement_parties e`);

const parties: ListDefinition<PartyQuery> = {
  name: 'parties',
  from: sql`agreement_parties e`,
  where: OF_AGREEMENT,
  item: partyItem(sql`e`),
  filters: {},
  sorts: RECORDED_SORT,
};

/** Reads the parties of agreements. */
@Injectable()
export class PartyQueries extends PartQueries<PartyView> {
  constructor(database: Database, lists: Lists, today: Today) {
    super(database, lists, today, {
      name: 'party',
      one: onePart('party', onePartyRow, partyView(sql`e`)),
    });
  }

  /** A page of the parties of an agreement. */
  list(at: AgreementAt, query: PartyQuery, caller: Caller): Promise<Json<PartyPage>> {
    return this.readPage(parties, at, query, caller);
  }
}
