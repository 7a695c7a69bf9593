import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type ListDefinition,
  Lists,
  RECORDED_SORT,
  Today,
  type TransitionsView,
  callerValues,
  describeMoves,
  object,
  sql,
  statement,
  statusHistory,
  unknownRecord,
} from '#platform';
import type { AgreementAt } from '../parts/agreement-path.js';
import { OF_AGREEMENT, PartQueries, onePart, partRow } from '../parts/parts.queries.js';
import { obligationLifecycle } from './obligation.rules.js';
import type { ObligationPage, ObligationQuery, SingleObligationView } from './obligations.dto.js';
import { obligationFields, obligationItem } from './obligations.fragments.js';

/** One obligation at its own address, as row `e`. */
export const oneObligationRow = partRow(sql`agreement_obligations e`);

const standing = statement('agreement-obligation-standing', sql`select e.status ${oneObligationRow}`);

const obligations: ListDefinition<ObligationQuery> = {
  name: 'obligations',
  from: sql`agreement_obligations e`,
  where: OF_AGREEMENT,
  item: obligationItem(sql`e`),
  filters: { status: sql`e.status = :status` },
  sorts: RECORDED_SORT,
};

/** Reads the obligations of agreements. */
@Injectable()
export class ObligationQueries extends PartQueries<SingleObligationView> {
  constructor(database: Database, lists: Lists, today: Today) {
    const shown = object({ ...obligationFields(sql`e`), statusHistory: statusHistory(sql`e.id`) });
    super(database, lists, today, {
      name: 'obligation',
      one: onePart('obligation', oneObligationRow, shown),
    });
  }

  /** A page of the obligations of an agreement. */
  list(at: AgreementAt, query: ObligationQuery, caller: Caller): Promise<Json<ObligationPage>> {
    return this.readPage(obligations, at, query, caller);
  }

  /** Where an obligation stands, and the moves open to it. */
  async readTransitions(id: string, at: AgreementAt, caller: Caller): Promise<TransitionsView> {
    const row = await this.database.readRow(standing, { ...callerValues(caller), id, ...at });
    if (!row) throw unknownRecord('obligation');
    return describeMoves(obligationLifecycle, row[0]!);
  }
}
