import {
  type Caller,
  type Json,
  JsonText,
  type Precondition,
  type Transaction,
  created,
  withFacts,
} from '#platform';
import { type FieldError, assertValid, isUnknown, outOfSight } from '#refusals';
import type { DeepPartial } from 'typeorm';
import {
  type AnyRoutedKind,
  type At,
  type EntityOf,
  type RoutedKind,
  type ShapeOf,
} from './kinds/record-kind.js';
import { columnsAt } from './kinds/record-rows.js';
import { lockAnyRecord, lockRecord, lockWholeOf } from './record-locks.js';
import type { RecordEntity } from './record.entity.js';
import type { Records } from './records.js';
import type { Move } from './transitions/move.js';
import { refuseUnready, singleMoves } from './transitions/transitions.js';

/** Who reads a record back inside the transaction that wrote it, and knows what its moves lack. */
export interface ReadsBack<V> {
  read(at: At, caller: Caller, tx?: Transaction): Promise<Json<V>>;
  lacks(at: At, to: string, caller: Caller, tx: Transaction): Promise<string[]>;
  lacksIn(at: At, status: string, caller: Caller, tx: Transaction): Promise<string[]>;
}

/**
 * What the writes of every kind of record share: they lock what the record is within, and answer with the record as it
 * is read, in their own transaction. A kind whose lists are kept in other tables says how they are written.
 */
export abstract class RecordService<
  K extends AnyRoutedKind,
  T extends RecordEntity = EntityOf<K>,
  C extends object = ShapeOf<K, 'create'>,
  P extends object = ShapeOf<K, 'patch'>,
  V = ShapeOf<K, 'view'>,
> {
  constructor(
    protected readonly records: Records,
    readonly kind: RoutedKind<T, C, P, unknown, V, unknown>,
    protected readonly reads: ReadsBack<V>,
  ) {}

  /**
   * Records one.
   * @param errorsOf what is wrong with it beside its single fields
   */
  create(
    at: At,
    input: C,
    caller: Caller,
    errorsOf: (input: C) => FieldError[] = () => [],
  ): Promise<Json<V>> {
    return this.add(at, caller, (tx) => {
      assertValid(errorsOf(input));
      const row = { ...input, ...columnsAt(this.kind, at) } as unknown as DeepPartial<T>;
      return this.records.insert(tx, this.kind, row, caller);
    });
  }

  /** Records one for somebody who reads the answer, which may say more than what is recorded. */
  record(at: At, input: C, caller: Caller): Promise<Json<V>> {
    return this.create(at, input, caller);
  }

  /**
   * Records many at once, each as `create` does, where the kind can: for those who read none of the answers.
   * @returns their ids, in the order given
   */
  createAll?(inputs: readonly C[], caller: Caller): Promise<string[]>;

  /**
   * Changes one by a merge patch.
   * @param errorsOf what is wrong with it as it would be, beside its single fields
   */
  patch(
    at: At,
    match: Precondition,
    patch: P,
    caller: Caller,
    errorsOf?: (patched: T) => FieldError[],
  ): Promise<Json<V>> {
    return this.edit(at, match, caller, (tx, record) =>
      this.records.patch(tx, this.kind, record, patch, caller, { errorsOf }),
    );
  }

  /** Moves one to another status, or along the one way to a status further on: each step is checked and noted. */
  move(at: At, match: Precondition | null, move: Move, caller: Caller): Promise<Json<V>> {
    return this.change(at, match, caller, async (tx, record) => {
      for (const single of singleMoves(this.kind, this.statusOf(record), move))
        await this.makeMove(tx, at, record, single, caller);
    });
  }

  /**
   * Moves a locked record along the one way to a status where every step is ready; otherwise it stays where it is.
   * @returns whether it was moved
   */
  protected async moveWhereReady(
    tx: Transaction,
    at: At,
    record: T,
    move: Move,
    caller: Caller,
  ): Promise<boolean> {
    const singles = singleMoves(this.kind, this.statusOf(record), move);
    for (const { to } of singles) if ((await this.reads.lacks(at, to, caller, tx)).length > 0) return false;
    for (const single of singles) await this.makeMove(tx, at, record, single, caller);
    return true;
  }

  /** Makes a single move of a locked record. */
  protected async makeMove(tx: Transaction, at: At, record: T, move: Move, caller: Caller): Promise<unknown> {
    const missing = await this.reads.lacks(at, move.to, caller, tx);
    return this.records.move(tx, this.kind, record, move, caller, { missing });
  }

  /** Puts a record away with its parts; it can be restored. The answer has no body, and says what went along. */
  archive(at: At, match: Precondition, caller: Caller): Promise<void> {
    return this.records.transactionOn(this.reads, at, caller, async (tx) => {
      await lockWholeOf(tx, this.kind, at);
      const record = await lockRecord(tx, this.kind, at, match, 'update');
      await this.reads.read(at, caller, tx);
      const tookAlong = await this.records.archive(tx, this.kind, record, caller);
      return new JsonText('', { tookAlong }).as<void>();
    });
  }

  /** Brings an archived record back with what went along; one that is not archived stays as it is. */
  restore(at: At, match: Precondition | null, caller: Caller): Promise<Json<V>> {
    return this.records.transactionOn(this.reads, at, caller, async (tx) => {
      await lockWholeOf(tx, this.kind, at);
      const record = await lockAnyRecord(tx, this.kind, at, match);
      if (record.archivedAt) await this.assertRestorable(tx, record);
      const tookAlong = record.archivedAt ? await this.records.restore(tx, this.kind, record, caller) : {};
      return withFacts(await this.reads.read(at, caller, tx), { tookAlong });
    });
  }

  /** Refuses to bring back what stands on something that is still put away. */
  protected async assertRestorable(_tx: Transaction, _record: T): Promise<void> {}

  /**
   * Adds a record where the address says, and answers with it.
   * @param insert writes it and gives its id; the whole that it is within is locked
   */
  protected add(
    at: At,
    caller: Caller,
    insert: (tx: Transaction, whole: RecordEntity | null) => Promise<string>,
  ): Promise<Json<V>> {
    return this.records.transaction(async (tx) => {
      const id = await insert(tx, await lockWholeOf(tx, this.kind, at));
      return created(id, await this.readBack({ ...at, id }, caller, tx));
    });
  }

  /**
   * Changes fields of a record, as `change` does. What its status needs may have been missing before, and may stay so;
   * what it has, it keeps.
   * @throws Refusal `….not-ready` with `missing`
   */
  protected edit(
    at: At,
    match: Precondition | null,
    caller: Caller,
    change: (tx: Transaction, record: T, whole: RecordEntity | null) => Promise<unknown>,
  ): Promise<Json<V>> {
    return this.change(at, match, caller, async (tx, record, whole) => {
      const status = this.statusOf(record);
      const before = await this.reads.lacksIn(at, status, caller, tx);
      await change(tx, record, whole);
      const after = await this.reads.lacksIn(at, status, caller, tx);
      refuseUnready(
        this.kind,
        status,
        after.filter((lack) => !before.includes(lack)),
      );
    });
  }

  private statusOf(record: T): string {
    return record[this.kind.statusProperty as keyof T] as string;
  }

  /** Changes a record: locks it, checks the version that the caller has seen, lets `change` write, and answers. */
  protected change(
    at: At,
    match: Precondition | null,
    caller: Caller,
    change: (tx: Transaction, record: T, whole: RecordEntity | null) => Promise<unknown>,
  ): Promise<Json<V>> {
    return this.records.transactionOn(this.reads, at, caller, async (tx) => {
      const whole = await lockWholeOf(tx, this.kind, at);
      await change(tx, await lockRecord(tx, this.kind, at, match), whole);
      return this.readBack(at, caller, tx);
    });
  }

  /**
   * Answers a write with the record as it is then.
   * @throws Refusal `record.out-of-sight` where its writer would not see it
   */
  protected readBack(at: At, caller: Caller, tx: Transaction): Promise<Json<V>> {
    return this.reads.read(at, caller, tx).catch((error: unknown) => {
      throw isUnknown(error) ? outOfSight(this.kind.name) : error;
    });
  }
}
