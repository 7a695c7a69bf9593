import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Lifecycle } from '#vocabulary';
import type { DeepPartial, FindOptionsWhere, ObjectType } from 'typeorm';
import { Clock } from '../clock.js';
import type { Transaction } from '../database/database.js';
import { insertAll, updateRow } from '../database/rows.js';
import type { Caller } from '../identity/caller.js';
import { Refusal, defineProblems, unknownRecord } from '../problems/refusal.js';
import { noteStatus } from './history.js';
import { mergePatch } from './merge-patch.js';
import { type TookAlong, moveParts } from './parts.js';
import type { Precondition } from './precondition.js';
import type { RecordEntity } from './record.entity.js';
import { type Move, checkMove, statusProperty, stepOf } from './transitions.js';

/** A kind of record as its writers know it. */
export interface RecordKind<T extends RecordEntity> {
  readonly entity: ObjectType<T>;
  /** Its word in messages and problem codes: `visit`. */
  readonly name: string;
  /** The class that describes its creation; merged patches are checked against it. */
  readonly input: new () => object;
}

/** What every record is born with. */
export type Stamp = Omit<RecordEntity, 'archivedAt'>;

defineProblems({
  'record.archived': ['conflict', 'The record is archived'],
});

/** Writes records: every write knows its actor and its instant, and checks the version it is based on. */
@Injectable()
export class Records {
  constructor(private readonly clock: Clock) {}

  /** What a record is born with. Collections of one request share the caller and the instant, not the id. */
  stamp(caller: Caller): Stamp {
    const at = this.clock.now();
    const by = actorId(caller);
    return { id: randomUUIDv7(), version: 1, createdAt: at, createdById: by, updatedAt: at, updatedById: by };
  }

  /** Stamps a collection of one request; sorted by id, its records stand in the order given. */
  stampAll<R extends object>(rows: readonly R[], caller: Caller): (R & Stamp)[] {
    const stamp = this.stamp(caller);
    // Ids of the same millisecond come in no order of their own.
    const ids = rows.map(() => randomUUIDv7()).sort();
    return rows.map((row, index) => ({ ...row, ...stamp, id: ids[index]! }));
  }

  /** Inserts one record and gives its id. */
  async insert<T extends RecordEntity>(
    tx: Transaction,
    kind: RecordKind<T>,
    values: DeepPartial<NoInfer<T>>,
    caller: Caller,
  ): Promise<string> {
    const row = Object.assign(this.stamp(caller), values);
    await insertAll(tx, kind.entity, [row as Partial<T>]);
    return row.id;
  }

  /**
   * Reads a record and keeps others from changing it until the transaction ends.
   * @param match the version that the caller has seen, or null where none is asked for
   * @param within what else must be true of it, such as its event
   * @throws Refusal `record.unknown`, `record.archived` or `record.stale`
   */
  async lock<T extends RecordEntity>(
    tx: Transaction,
    kind: RecordKind<T>,
    id: string,
    match: Precondition | null,
    within: FindOptionsWhere<T> = {},
  ): Promise<T> {
    const record = await this.lockAny(tx, kind, id, match, within);
    if (record.archivedAt)
      throw new Refusal('record.archived', `This ${kind.name} is archived; restore it first.`);
    return record;
  }

  /** Writes changed columns of a locked record, as one version more. */
  async update<T extends RecordEntity>(
    tx: Transaction,
    kind: RecordKind<T>,
    record: T,
    changes: Partial<T>,
    caller: Caller,
  ): Promise<T> {
    const stamped = {
      ...changes,
      version: record.version + 1,
      updatedAt: this.clock.now(),
      updatedById: actorId(caller),
    };
    if (!(await updateRow(tx, kind.entity, record, stamped as Partial<T>))) throw staleRecord(kind.name);
    return Object.assign(record, stamped);
  }

  /**
   * Applies a merge patch to a locked record.
   * @param patch its own columns only; lists kept in other tables are the feature's to replace
   */
  async patch<T extends RecordEntity>(
    tx: Transaction,
    kind: RecordKind<T>,
    record: T,
    patch: object,
    caller: Caller,
  ): Promise<T> {
    return this.update(tx, kind, record, mergePatch(record, patch, kind.input) as Partial<T>, caller);
  }

  /** Puts a locked record away, with what belongs to it and is still in use; it can be restored. */
  async archive<T extends RecordEntity>(
    tx: Transaction,
    kind: RecordKind<T>,
    record: T,
    caller: Caller,
  ): Promise<TookAlong> {
    const archivedAt = this.clock.now();
    await this.update(tx, kind, record, { archivedAt } as Partial<T>, caller);
    return moveParts(tx, tableOf(tx, kind), record, { from: null, to: archivedAt });
  }

  /** Brings a locked record back, with what was put away in the same act. */
  async restore<T extends RecordEntity>(
    tx: Transaction,
    kind: RecordKind<T>,
    record: T,
    caller: Caller,
  ): Promise<TookAlong> {
    const from = record.archivedAt;
    await this.update(tx, kind, record, { archivedAt: null } as Partial<T>, caller);
    return moveParts(tx, tableOf(tx, kind), record, { from, to: null });
  }

  /** Opens the status histories of records that were just inserted. */
  async noteFirstStatus(
    tx: Transaction,
    records: readonly { id: string; status: string }[],
    caller: Caller,
  ): Promise<void> {
    const at = this.clock.now();
    await noteStatus(
      tx,
      records.map(({ id, status }) => ({
        recordId: id,
        fromStatus: null,
        toStatus: status,
        at,
        byId: actorId(caller),
      })),
    );
  }

  /**
   * Moves a locked record to another status and writes its history.
   * @param status the property that holds the status: `status`, or `response` of a participation
   * @param missing what the move still lacks, in words; nothing where it is ready
   * @param changes further columns that the move sets
   * @throws Refusal `….illegal-move` with `allowed`, `….not-ready` with `missing`
   */
  async move<T extends RecordEntity>(
    tx: Transaction,
    kind: RecordKind<T>,
    lifecycle: Lifecycle<string>,
    record: T,
    move: Move,
    caller: Caller,
    { missing = [], changes = {} }: { missing?: readonly string[]; changes?: Partial<T> } = {},
  ): Promise<T> {
    const property = statusProperty(record);
    const from = record[property] as string;
    checkMove(kind.name, lifecycle, from, move.to, missing);
    const values = { ...changes, [property]: move.to } as Partial<T>;
    const moved = await this.update(tx, kind, record, values, caller);
    await noteStatus(tx, [stepOf(moved, from, move)]);
    return moved;
  }

  /** Like `lock`, for a record that may be archived. */
  async lockAny<T extends RecordEntity>(
    tx: Transaction,
    kind: RecordKind<T>,
    id: string,
    match: Precondition | null,
    within: FindOptionsWhere<T> = {},
  ): Promise<T> {
    const where = { ...within, id } as FindOptionsWhere<T>;
    // Without the key, so that who refers to the record in the meantime need not wait for it.
    const record = await tx.findOne(kind.entity, { where, lock: { mode: 'for_no_key_update' } });
    if (!record) throw unknownRecord(kind.name);
    if (match && !match.allows(record.version)) throw staleRecord(kind.name);
    return record;
  }
}

function tableOf<T extends RecordEntity>(tx: Transaction, { entity }: RecordKind<T>): string {
  return tx.connection.getMetadata(entity).tableName;
}

function staleRecord(name: string): Refusal {
  return new Refusal(
    'record.stale',
    `This ${name} has been changed by somebody else; read it again and repeat your change.`,
  );
}

function actorId(caller: Caller): string {
  if (!caller.actor) throw new Error('Only a known actor writes.');
  return caller.actor.id;
}
