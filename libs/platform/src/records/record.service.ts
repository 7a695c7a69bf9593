import type { FindOptionsWhere } from 'typeorm';
import type { Database, Transaction } from '../database/database.js';
import { type Json, JsonText, withFacts } from '../database/json.js';
import type { Caller } from '../identity/caller.js';
import type { Precondition } from './precondition.js';
import type { RecordEntity } from './record.entity.js';
import type { RecordKind, Records } from './records.js';

/**
 * What the writes of every kind of record share: they answer with the record as it is read, in their own transaction.
 * `At` is what the address says beside the id of a record that is part of another.
 */
export abstract class RecordService<T extends RecordEntity, V, At = FindOptionsWhere<T>> {
  constructor(
    protected readonly database: Database,
    protected readonly records: Records,
    protected readonly kind: RecordKind<T>,
  ) {}

  /**
   * Reads the record back inside the transaction that wrote it.
   * @throws Refusal `record.unknown` where the caller may not see it at this address
   */
  protected abstract readBack(id: string, caller: Caller, tx: Transaction, at?: At): Promise<Json<V>>;

  /**
   * Runs before each change, in its transaction: a record that is part of another locks that one first, so that
   * all changes of one whole wait for each other in the same order.
   */
  protected async enter(_tx: Transaction, _at?: At): Promise<void> {}

  /** What is true of the columns of a record at this address. */
  protected within(at: At | undefined): FindOptionsWhere<T> {
    return at ?? {};
  }

  /** Changes a record: locks it, checks the version that the caller has seen, lets `change` write, and answers. */
  protected change(
    id: string,
    match: Precondition | null,
    caller: Caller,
    change: (tx: Transaction, record: T) => Promise<unknown>,
    at?: At,
  ): Promise<Json<V>> {
    return this.database.transaction(async (tx) => {
      await this.enter(tx, at);
      const record = await this.records.lock(tx, this.kind, id, match, this.within(at));
      await change(tx, record);
      return this.readBack(id, caller, tx, at);
    });
  }

  /** Puts a record away with its parts; it can be restored. The answer has no body, and says what went along. */
  archive(id: string, match: Precondition, caller: Caller, at?: At): Promise<void> {
    return this.database.transaction(async (tx) => {
      await this.enter(tx, at);
      const record = await this.records.lock(tx, this.kind, id, match, this.within(at));
      await this.readBack(id, caller, tx, at);
      const tookAlong = await this.records.archive(tx, this.kind, record, caller);
      return new JsonText('', { tookAlong }).as<void>();
    });
  }

  /** Brings an archived record back with what went along; one that is not archived stays as it is. */
  restore(id: string, match: Precondition | null, caller: Caller, at?: At): Promise<Json<V>> {
    return this.database.transaction(async (tx) => {
      await this.enter(tx, at);
      const record = await this.records.lockAny(tx, this.kind, id, match, this.within(at));
      const tookAlong = record.archivedAt ? await this.records.restore(tx, this.kind, record, caller) : {};
      return withFacts(await this.readBack(id, caller, tx, at), { tookAlong });
    });
  }
}
