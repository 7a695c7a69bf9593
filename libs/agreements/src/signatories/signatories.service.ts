import { Injectable } from '@nestjs/common';
import { type Caller, Database, type Json, Records, type Transaction, created, insertAll } from '#platform';
import type { AgreementAt } from '../parts/agreement-path.js';
import { PartsService } from '../parts/parts.service.js';
import { CreateSignatory, type NewSignatory, type SignatoryView } from './signatories.dto.js';
import { SignatoryQueries } from './signatories.queries.js';
import { Signatory } from './signatory.entity.js';

/** Writes the signatories of agreements. */
@Injectable()
export class SignatoriesService extends PartsService<Signatory, SignatoryView> {
  constructor(database: Database, records: Records, signatories: SignatoryQueries) {
    super(database, records, { entity: Signatory, name: 'signatory', input: CreateSignatory }, signatories);
  }

  /** Inserts the signatories of parties that are recorded with them. */
  async insertFirst(
    tx: Transaction,
    agreementId: string,
    signatories: readonly (NewSignatory & { partyId: string })[],
    caller: Caller,
  ): Promise<void> {
    const rows = signatories.map(({ partyId, ...signatory }) => ({
      agreementId,
      partyId,
      personId: signatory.personId ?? null,
      title: signatory.title ?? null,
      planned: signatory.planned ?? null,
      signedOn: signatory.signedOn ?? null,
      method: signatory.method ?? null,
    }));
    await insertAll(tx, Signatory, this.records.stampAll(rows, caller));
  }

  /** Adds a signatory. */
  create(at: AgreementAt, signatory: CreateSignatory, caller: Caller): Promise<Json<SignatoryView>> {
    return this.database.transaction(async (tx) => {
      await this.enter(tx, at);
      const id = await this.records.insert(tx, this.kind, { ...signatory, ...at }, caller);
      return created(id, await this.readBack(id, caller, tx, at));
    });
  }
}
