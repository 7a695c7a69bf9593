import { Injectable } from '@nestjs/common';
import { type Caller, Database, type Json, Records, type Transaction, created, insertAll } from '#platform';
import type { AgreementAt } from '../parts/agreement-path.js';
import { PartsService } from '../parts/parts.service.js';
import { SignatoriesService } from '../signatories/signatories.service.js';
import { CreateParty, type PartyView } from './parties.dto.js';
import { PartyQueries } from './parties.queries.js';
import { Party } from './party.entity.js';

/** Writes the parties of agreements. */
@Injectable()
export class PartiesService extends PartsService<Party, PartyView> {
  constructor(
    database: Database,
    records: Records,
    parties: PartyQueries,
    private readonly signatories: SignatoriesService,
  ) {
    super(database, records, { entity: Party, name: 'party', input: CreateParty }, parties);
  }

  /**
   * Inserts parties with those who sign for them.
   * @returns the ids of the parties, in the order given
   */
  async insertAll(
    tx: Transaction,
    agreementId: string,
    parties: readonly CreateParty[],
    caller: Caller,
  ): Promise<string[]> {
    const rows = parties.map(({ organizationId, side, role, signatoryUnknown }) => ({
      agreementId,
      organizationId,
      side: side ?? null,
      role: role ?? null,
      signatoryUnknown: signatoryUnknown ?? false,
    }));
    const stamped = this.records.stampAll(rows, caller);
    await insertAll(tx, Party, stamped);
    const signatories = parties.flatMap(({ signatories: own }, index) =>
      (own ?? []).map((signatory) => ({ ...signatory, partyId: stamped[index]!.id })),
    );
    await this.signatories.insertFirst(tx, agreementId, signatories, caller);
    return stamped.map(({ id }) => id);
  }

  /** Adds a party with those who sign for it. */
  create(at: AgreementAt, party: CreateParty, caller: Caller): Promise<Json<PartyView>> {
    return this.database.transaction(async (tx) => {
      await this.enter(tx, at);
      const [id] = await this.insertAll(tx, at.agreementId, [party], caller);
      return created(id!, await this.readBack(id!, caller, tx, at));
    });
  }
}
