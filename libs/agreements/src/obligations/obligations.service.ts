import { Injectable } from '@nestjs/common';
import type { Caller, Transaction } from '#platform';
import { type At, RecordService, Records } from '#records';
import { assertValid } from '#refusals';
import { OBLIGATION } from './obligation.record.js';
import type { NewObligation } from './obligations.dto.js';
import { ObligationQueries } from './obligations.queries.js';

/** Writes the obligations of agreements. */
@Injectable()
export class ObligationsService extends RecordService<typeof OBLIGATION> {
  constructor(records: Records, obligations: ObligationQueries) {
    super(records, OBLIGATION, obligations);
  }

  /**
   * Inserts the obligations of an agreement that is recorded as a whole.
   * @param partyIds the ids of its parties, in the order that the obligations refer to
   */
  async insertFirst(
    tx: Transaction,
    { agreementId }: At,
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
    const rows = obligations.map(({ party, ...obligation }) => ({
      ...obligation,
      agreementId,
      partyId: partyIds[party ?? -1],
    }));
    await this.records.insertAll(tx, OBLIGATION, rows, caller);
  }
}
