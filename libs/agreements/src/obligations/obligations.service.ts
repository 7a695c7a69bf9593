import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type Precondition,
  Records,
  type Transaction,
  type TransitionDto,
  assertValid,
  created,
  insertAll,
} from '#platform';
import type { AgreementAt } from '../parts/agreement-path.js';
import { PartsService } from '../parts/parts.service.js';
import { Obligation } from './obligation.entity.js';
import { obligationLifecycle } from './obligation.rules.js';
import { CreateObligation, type NewObligation, type SingleObligationView } from './obligations.dto.js';
import { ObligationQueries } from './obligations.queries.js';

/** Writes the obligations of agreements. */
@Injectable()
export class ObligationsService extends PartsService<Obligation, SingleObligationView> {
  constructor(database: Database, records: Records, obligations: ObligationQueries) {
    super(
      database,
      records,
      { entity: Obligation, name: 'obligation', input: CreateObligation },
      obligations,
    );
  }

  /**
   * Inserts the obligations of an agreement that is recorded as a whole.
   * @param partyIds the ids of its parties, in the order that the obligations refer to
   */
  async insertFirst(
    tx: Transaction,
    agreementId: string,
    obligations: readonly NewObligation[],
    partyIds: readonly string[],
    caller: Caller,
  ): Promise<void> {
    assertValid(
      obligations.flatMap(({ party }, index) =>
        typeof party === 'number' && party >= partyIds.length
          ? [
              {
                pointer: `/obligations/${index}/party`,
                detail: 'There is no such party.',
                code: 'unknown-party',
              },
            ]
          : [],
      ),
    );
    const rows = obligations.map(({ party, ...obligation }) =>
      toRow(agreementId, { ...obligation, partyId: partyIds[party ?? -1] ?? null }),
    );
    const stamped = this.records.stampAll(rows, caller);
    await insertAll(tx, Obligation, stamped);
    await this.records.noteFirstStatus(tx, stamped, caller);
  }

  /** Adds an obligation. */
  create(at: AgreementAt, obligation: CreateObligation, caller: Caller): Promise<Json<SingleObligationView>> {
    return this.database.transaction(async (tx) => {
      await this.enter(tx, at);
      const row = { ...this.records.stamp(caller), ...toRow(at.agreementId, obligation) };
      await this.records.insert(tx, this.kind, row, caller);
      await this.records.noteFirstStatus(tx, [row], caller);
      return created(row.id, await this.readBack(row.id, caller, tx, at));
    });
  }

  /** Moves an obligation to another status. */
  move(
    at: AgreementAt,
    id: string,
    match: Precondition | null,
    move: TransitionDto,
    caller: Caller,
  ): Promise<Json<SingleObligationView>> {
    return this.change(
      id,
      match,
      caller,
      (tx, obligation) => this.records.move(tx, this.kind, obligationLifecycle, obligation, move, caller),
      at,
    );
  }
}

function toRow(agreementId: string, { text, due, evidence, partyId, status }: CreateObligation) {
  return {
    agreementId,
    partyId: partyId ?? null,
    text,
    due: due ?? null,
    evidence: evidence ?? null,
    status: status ?? obligationLifecycle.initial,
  };
}
