import type { FindOptionsWhere } from 'typeorm';
import type { Database, Transaction } from '../database/database.js';
import type { Json } from '../database/json.js';
import type { Caller } from '../identity/caller.js';
import type { Precondition } from './precondition.js';
import type { RecordEntity } from './record.entity.js';
import type { RecordKind, Records } from './records.js';

/** What the writes of every kind of record share: they answer with the record as it is read, in their own transaction. */
export abstract class RecordService<T extends RecordEntity, V> {
  constructor(
    protected readonly database: Database,
    protected readonly records: Records,
    protected readonly kind: RecordKind<T>,
  ) {}

  /** Reads the record back inside the transaction that wrote it. */
  protected abstract readBack(id: string, caller: Caller, tx: Transaction): Promise<Json<V>>;

  /**
   * Runs before each change, in its transaction: a record that is part of another locks that one first, so that
   * all changes of one whole wait for each other in the same order.
   * @param _within what the caller said must be true of the record, such as its event
   */
  protected async enter(_tx: Transaction, _within?: FindOptionsWhere<T>): Promise<void> {}

  /**
   * Changes a record: locks it, checks the version that the caller has seen, lets `change` write, and answers.
   * @param within what else must be true of the record, such as its event
   */
  protected change(
    id: string,
    match: Precondition | null,
    caller: Caller,
    change: (tx: Transaction, record: T) => Promise<unknown>,
    within?: FindOptionsWhere<T>,
  ): Promise<Json<V>> {
    return this.database.transaction(async (tx) => {
      await this.enter(tx, within);
      const record = await this.records.lock(tx, this.kind, id, match, within);
      await change(tx, record);
      return this.readBack(id, caller, tx);
    });
  }

  /** Puts a record away; it can be restored. */
  archive(id: string, match: Precondition, caller: Caller, within?: FindOptionsWhere<T>): Promise<void> {
    return this.database.transaction(async (tx) => {
      await this.enter(tx, within);
      await this.records.archive(tx, this.kind, id, match, caller, within);
    });
  }

  /** Brings an archived record back. */
  restore(
    id: string,
    match: Precondition | null,
    caller: Caller,
    within?: FindOptionsWhere<T>,
  ): Promise<Json<V>> {
    return this.database.transaction(async (tx) => {
      await this.enter(tx, within);
      await this.records.restore(tx, this.kind, id, match, caller, within);
      return this.readBack(id, caller, tx);
    });
  }
}
