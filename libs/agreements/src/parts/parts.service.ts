import {
  type Caller,
  Database,
  type Json,
  type Precondition,
  type RecordEntity,
  type RecordKind,
  RecordService,
  Records,
  type Transaction,
} from '#platform';
import type { FindOptionsWhere } from 'typeorm';
import { AGREEMENT } from '../agreements/agreement.kind.js';
import type { AgreementAt } from './agreement-path.js';
import type { PartQueries } from './parts.queries.js';

/** Writes parts of agreements: all changes of one agreement's parts wait for each other. */
export abstract class PartsService<T extends RecordEntity, V> extends RecordService<T, V, AgreementAt> {
  constructor(
    database: Database,
    records: Records,
    kind: RecordKind<T>,
    private readonly parts: PartQueries<V>,
  ) {
    super(database, records, kind);
  }

  /** Changes a part by a merge patch. */
  patch(at: AgreementAt, id: string, match: Precondition, patch: object, caller: Caller): Promise<Json<V>> {
    return this.change(
      id,
      match,
      caller,
      (tx, part) => this.records.patch(tx, this.kind, part, patch, caller),
      at,
    );
  }

  protected override async enter(tx: Transaction, { agreementId }: AgreementAt): Promise<void> {
    await this.records.lock(tx, AGREEMENT, agreementId, null);
  }

  protected override within({ agreementId }: AgreementAt): FindOptionsWhere<T> {
    return { agreementId } as unknown as FindOptionsWhere<T>;
  }

  protected readBack(id: string, caller: Caller, tx: Transaction, at: AgreementAt): Promise<Json<V>> {
    return this.parts.read(id, at, caller, tx);
  }
}
