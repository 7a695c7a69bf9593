import { Injectable } from '@nestjs/common';
import type { Caller, Json, Transaction } from '#platform';
import { type At, RecordService, Records } from '#records';
import { SIGNATORY } from '../signatories/signatory.record.js';
import type { CreateParty, PartyView } from './parties.dto.js';
import { PartyQueries } from './parties.queries.js';
import { PARTY } from './party.record.js';

/** Writes the parties of agreements. */
@Injectable()
export class PartiesService extends RecordService<typeof PARTY> {
  constructor(records: Records, parties: PartyQueries) {
    super(records, PARTY, parties);
  }

  /** Adds a party with those who sign for it. */
  override create(at: At, party: CreateParty, caller: Caller): Promise<Json<PartyView>> {
    return this.add(at, caller, async (tx) => {
      const [id] = await this.insertAll(tx, at, [party], caller);
      return id!;
    });
  }

  /**
   * Inserts parties of an agreement with those who sign for them.
   * @returns the ids of the parties, in the order given
   */
  async insertAll(
    tx: Transaction,
    { agreementId }: At,
    parties: readonly CreateParty[],
    caller: Caller,
  ): Promise<string[]> {
    const rows = parties.map(({ signatories: _own, signatoryUnknown = false, ...party }) => ({
      ...party,
      agreementId,
      signatoryUnknown,
    }));
    const ids = await this.records.insertAll(tx, PARTY, rows, caller);
    const signatories = parties.flatMap(({ signatories: own }, index) =>
      (own ?? []).map((signatory) => ({ ...signatory, agreementId, partyId: ids[index] })),
    );
    await this.records.insertAll(tx, SIGNATORY, signatories, caller);
    return ids;
  }
}
