import { randomUUIDv7 } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Caller, Clock, Database, type Json, type Transaction, insertAll, updateRow } from '#platform';
import { type FieldError, assertValid } from '#refusals';
import { assertMayClassify } from './visibility/visibility.rules.js';
import type { DeepPartial, ObjectType } from 'typeorm';
import { CITED_RECORDS, type CitedRecords } from './cited-records.js';
import { Kinds } from './kinds/kinds.js';
import { type TookAlong, takeAlong } from './kinds/put-away.js';
import type { At, RecordKind } from './kinds/record-kind.js';
import { showingVersion, staleRecord } from './record-locks.js';
import { mergeShown } from './shown-fields.js';
import { type ReplacedList, realChanges, replaceList } from './record-lists.js';
import type { RecordEntity } from './record.entity.js';
import { noteStatus } from './transitions/status-history.js';
import type { Move } from './transitions/move.js';
import { checkMove, stepOf } from './transitions/transitions.js';
import { usualValues } from './usual-values.js';

/** What every record is born with. */
export type Stamp = Omit<RecordEntity, 'archivedAt' | 'notes'>;

/** Writes records: every write knows its actor and its instant, and checks the version it is based on. */
@Injectable()
export class Records {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly kinds: Kinds,
    @Inject(CITED_RECORDS) private readonly cited: CitedRecords,
  ) {}

  /** Runs `work` in one transaction: all of it happens, or nothing. */
  transaction<R>(work: (tx: Transaction) => Promise<R>): Promise<R> {
    return this.database.transaction(work);
  }

  /**
   * Runs `work` in one transaction; where it is refused for the version of a record, the refusal shows the tag that this has.
   * @param reads gives the record, put away or not, when the transaction is over: nobody waits for that who wants it
   */
  transactionOn<R>(
    reads: { read(at: At, caller: Caller): Promise<Json<unknown>> },
    at: At,
    caller: Caller,
    work: (tx: Transaction) => Promise<R>,
  ): Promise<R> {
    return showingVersion(
      () => this.transaction(work),
      () => reads.read(at, { ...caller, archived: true }),
    );
  }

  /** Runs `work` in one transaction, together with every write and read that it leads to. */
  enclose<R>(work: () => Promise<R>): Promise<R> {
    return this.database.enclose(work);
  }

  /** What a record is born with. Collections of one request share the caller and the instant, not the id. */
  stamp(caller: Caller): Stamp {
    const at = this.clock.now();
    const by = actorId(caller);
    return { id: randomUUIDv7(), version: 1, createdAt: at, createdById: by, updatedAt: at, updatedById: by };
  }

  /** Stamps a collection of one request; sorted by id, its records come in the order given. */
  stampAll<R extends object>(rows: readonly R[], caller: Caller): (R & Stamp)[] {
    const stamp = this.stamp(caller);
    // Ids of the same millisecond come in no order of their own.
    const ids = rows.map(() => randomUUIDv7()).sort();
    return rows.map((row, index) => ({ ...row, ...stamp, id: (row as Partial<Stamp>).id ?? ids[index]! }));
  }

  /** Inserts one record, with its first status where its kind has a lifecycle, and gives its id. */
  async insert<T extends RecordEntity>(
    tx: Transaction,
    kind: RecordKind<T>,
    values: DeepPartial<NoInfer<T>>,
    caller: Caller,
  ): Promise<string> {
    return (await this.insertAll(tx, kind, [values as object], caller))[0]!;
  }

  /**
   * Inserts records in one statement, with their first status where their kind has a lifecycle.
   * @param rows where nothing is said of the status, it is the one that the lifecycle begins with
   * @returns their ids, in the order given
   */
  async insertAll<T extends RecordEntity>(
    tx: Transaction,
    kind: RecordKind<T>,
    rows: readonly object[],
    caller: Caller,
  ): Promise<string[]> {
    const { lifecycle, statusProperty } = kind;
    for (const row of rows) assertMayClassify(row, caller, { visibility: 'internal', responsibleId: null });
    // Rows that were stamped before, since others refer to them, keep their stamp.
    const stamped = this.stampAll(rows, caller).map((row, at) => ({
      ...row,
      ...rows[at],
      ...usualValues(kind, row),
    }));
    await insertAll(tx, kind.entity as ObjectType<T>, stamped as unknown as Partial<T>[]);
    if (lifecycle) await this.noteFirstStatus(tx, statusProperty, stamped, caller);
    return stamped.map(({ id }) => id);
  }

  /**
   * Writes changed columns and lists of a locked record, as one version more; what changes nothing writes nothing.
   * @param lists of the record that are kept in other tables
   */
  async update<T extends RecordEntity>(
    tx: Transaction,
    kind: RecordKind<T>,
    record: T,
    changes: Partial<T>,
    caller: Caller,
    lists: readonly ReplacedList[] = [],
  ): Promise<T> {
    const replaced = [];
    for (const list of lists) if (await list.differs(tx)) replaced.push(list);
    const real = await realChanges(tx, record, changes);
    if (Object.keys(real).length === 0 && replaced.length === 0) return record;
    assertMayClassify(real, caller);
    const stamped = {
      ...real,
      version: record.version + 1,
      updatedAt: this.clock.now(),
      updatedById: actorId(caller),
    };
    await this.cited.keepSaid(tx, kind, [{ ...real, id: record.id }], stamped);
    const written = await updateRow(tx, kind.entity as ObjectType<T>, record, stamped as Partial<T>);
    if (!written) throw staleRecord(kind.name);
    // Afterwards, since their history belongs to the version that was written last.
    for (const list of replaced) await replaceList(tx, this.cited, [record.id, list], stamped);
    return Object.assign(record, stamped);
  }

  /**
   * Applies a merge patch to a locked record.
   * @param patch its own columns only, and `lists` those that are kept in other tables
   * @param errorsOf what is wrong with the record as it would be
   */
  async patch<T extends RecordEntity>(
    tx: Transaction,
    kind: RecordKind<T>,
    record: T,
    patch: object,
    caller: Caller,
    {
      errorsOf = () => [],
      lists,
    }: { errorsOf?: (patched: T) => FieldError[]; lists?: readonly ReplacedList[] } = {},
  ): Promise<T> {
    const changes = mergeShown(kind, record, patch, caller);
    assertValid(errorsOf({ ...record, ...changes }));
    return this.update(tx, kind, record, changes, caller, lists);
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
    return takeAlong(tx, this.kinds, kind, record, { from: null, to: archivedAt });
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
    return takeAlong(tx, this.kinds, kind, record, { from, to: null });
  }

  /**
   * Moves a locked record to another status and writes its history.
   * @param missing what the move still lacks, in words; nothing where it is ready
   * @param changes further columns that the move sets
   * @throws Refusal `….illegal-move` with `allowed`, `….not-ready` with `missing`
   */
  async move<T extends RecordEntity>(
    tx: Transaction,
    kind: RecordKind<T>,
    record: T,
    move: Move,
    caller: Caller,
    { missing = [], changes = {} }: { missing?: readonly string[]; changes?: Partial<T> } = {},
  ): Promise<T> {
    const property = kind.statusProperty as keyof T;
    const from = record[property] as string;
    checkMove(kind, from, move.to, missing);
    const values = { ...changes, [property]: move.to } as Partial<T>;
    const moved = await this.update(tx, kind, record, values, caller);
    await noteStatus(tx, [stepOf(moved, from, move)]);
    return moved;
  }

  private async noteFirstStatus(
    tx: Transaction,
    property: string,
    records: readonly (Stamp & object)[],
    caller: Caller,
  ): Promise<void> {
    const at = this.clock.now();
    await noteStatus(
      tx,
      records.map((record) => ({
        recordId: record.id,
        fromStatus: null,
        toStatus: (record as unknown as Readonly<Record<string, string>>)[property]!,
        at,
        byId: actorId(caller),
      })),
    );
  }
}

function actorId(caller: Caller): string {
  if (!caller.actor) throw new Error('Only a known actor writes.');
  return caller.actor.id;
}
