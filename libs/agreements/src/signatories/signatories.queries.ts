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
import type { SignatoryPage, SignatoryQuery, SignatoryView } from './signatories.dto.js';
import { signatoryItem, signatoryView } from './signatories.fragments.js';

/** Signatories stand and fall with their party. */
const inUse = sql`agreement_signatories e
  join agreement_parties party on party.id = e.party_id and (:archived or party.archived_at is null)`;

/** One signatory at its own address, as row `e`. */
export const oneSignatoryRow = partRow(inUse);

const signatories: ListDefinition<SignatoryQuery> = {
  name: 'signatories',
  from: inUse,
  where: OF_AGREEMENT,
  item: signatoryItem(sql`e`),
  filters: { party: sql`e.party_id = :party` },
  sorts: RECORDED_SORT,
};

/** Reads the signatories of agreements. */
@Injectable()
export class SignatoryQueries extends PartQueries<SignatoryView> {
  constructor(database: Database, lists: Lists, today: Today) {
    super(database, lists, today, {
      name: 'signatory',
      one: onePart('signatory', oneSignatoryRow, signatoryView(sql`e`)),
    });
  }

  /** A page of the signatories of an agreement. */
  list(at: AgreementAt, query: SignatoryQuery, caller: Caller): Promise<Json<SignatoryPage>> {
    return this.readPage(signatories, at, query, caller);
  }
}
