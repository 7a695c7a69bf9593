import { Injectable } from '@nestjs/common';
import { PERSON } from '#directory';
import { type Caller, type Json, type Precondition, type Transaction, fieldNames } from '#platform';
import { type RecordEntity, type RecordKind, Desks, Records, lockAnyRecord, lockRecord } from '#records';
import { Refusal, archivedRecord, assertValid, invalid } from '#refusals';
import { MERGE_PROBLEMS, type Merging, mergedFields, takeErrors } from './merge.rules.js';
import { assertMergeable } from './mergeable.js';
import { MergedProfiles, PROFILE_TAKES } from './merged-profiles.js';
import type { MergeRecords, MergeView } from './merges.dto.js';
import { MergeQueries } from './merges.queries.js';
import { MergesWriter } from './merges.writer.js';
import { assertUndoable } from './undoable.js';

/** The address of a merge: the record that is kept, and the merge. */
export interface MergeAt {
  readonly id: string;
  readonly mergeId: string;
}

/** Merges records, and takes merges back. */
@Injectable()
export class MergesService {
  constructor(
    private readonly records: Records,
    private readonly merges: MergeQueries,
    private readonly writer: MergesWriter,
    private readonly desks: Desks,
    private readonly profiles: MergedProfiles,
  ) {}

  /**
   * Merges a record into another of its kind: all that refers to the one refers to the other, and its address leads there.
   * @param match the version of the kept record that the caller has seen
   */
  async merge(
    kind: RecordKind,
    id: string,
    match: Precondition | null,
    { fromId, take = {} }: MergeRecords,
    caller: Caller,
  ): Promise<Json<MergeView>> {
    const answer = await this.records.transactionOn(this.desks.readerOf(kind), { id }, caller, async (tx) => {
      const [kept, from] = await lockBoth(tx, kind, { id, fromId }, match);
      const fields = takeableOf(tx, kind);
      const isPerson = kind.table === PERSON.table;
      assertValid(takeErrors(take, ['names', ...fields], isPerson ? PROFILE_TAKES : []));
      const taken = Object.keys(take).filter((field) => !PROFILE_TAKES.includes(field));
      const merged = mergedFields(asMerging(kept), asMerging(from), fields, taken);
      await assertMergeable(tx, kind, kept, from, merged, taken);
      const profile = isPerson ? await this.profiles.decide(tx, { keptId: id, fromId }, take, caller) : null;
      const columns = columnsOf(tx, kind, kept, merged);
      const mergeId = await this.writer.merge(tx, kind, { id, fromId, columns, taken }, caller);
      if (profile) await this.profiles.write(tx, mergeId, profile, caller);
      return this.merges.read(kind, { id, mergeId }, caller, tx);
    });
    this.writer.renewTokens(kind);
    return answer;
  }

  /**
   * Takes a merge back, where nothing of what it changed was changed since.
   * @throws Refusal `merge.changed-since` with `changed`
   */
  async undo(kind: RecordKind, at: MergeAt, caller: Caller): Promise<Json<MergeView>> {
    const answer = await this.records.transaction(async (tx) => {
      await lockAnyRecord(tx, kind, { id: at.id }, null, 'update');
      await this.merges.read(kind, at, caller, tx);
      await assertUndoable(tx, at.mergeId, caller, (table) => this.merges.wordFor(table));
      await this.profiles.giveBack(tx, at.mergeId, caller);
      await this.writer.undo(tx, kind, at.id, at.mergeId, caller);
      return this.merges.read(kind, at, caller, tx);
    });
    this.writer.renewTokens(kind);
    return answer;
  }
}

/** Locks both in the order of their ids, with their keys: nobody refers to either, changes it or puts it away meanwhile. */
async function lockBoth(
  tx: Transaction,
  kind: RecordKind,
  { id, fromId }: { readonly id: string; readonly fromId: string },
  match: Precondition | null,
): Promise<[kept: RecordEntity, from: RecordEntity]> {
  if (id === fromId)
    throw new Refusal(MERGE_PROBLEMS['merge.same-record'], `The ${kind.name} cannot be merged into itself.`);
  const lockKept = () => lockRecord(tx, kind, { id }, match, 'update');
  if (id < fromId) return [await lockKept(), await lockFrom(tx, kind, fromId)];
  // What is wrong with the record at the address is told first.
  const from = await lockFrom(tx, kind, fromId).catch(refusalIn);
  const kept = await lockKept();
  if (from instanceof Refusal) throw from;
  return [kept, from];
}

async function lockFrom(tx: Transaction, kind: RecordKind, id: string): Promise<RecordEntity> {
  const from = await lockAnyRecord(tx, kind, { id }, null, 'update').catch(refusalIn);
  if (!(from instanceof Refusal)) {
    if (from.archivedAt) throw archivedRecord(kind.name);
    return from;
  }
  const [{ became }] = await tx.query<[{ became: string | null }]>(
    'select public.merged_into($1) as became',
    [id],
  );
  const detail = became
    ? `The ${kind.name} ${id} was merged into ${became}.`
    : `There is no ${kind.name} ${id}.`;
  throw invalid([{ pointer: '/fromId', detail, code: became ? 'merged-reference' : 'unknown-reference' }]);
}

/** @throws what is no refusal */
function refusalIn(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}

function asMerging(record: RecordEntity): Merging {
  return record as unknown as Merging;
}

/** The fields of the input that are columns of the record, but for its names. */
function takeableOf(tx: Transaction, { entity, shapes }: RecordKind): string[] {
  const { propertiesMap } = tx.connection.getMetadata(entity);
  return fieldNames(shapes!.create).filter((field) => field !== 'names' && field in propertiesMap);
}

/** What differs from the record, by column. */
function columnsOf(
  tx: Transaction,
  { entity }: RecordKind,
  kept: RecordEntity,
  merged: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { columns } = tx.connection.getMetadata(entity);
  const held = kept as unknown as Readonly<Record<string, unknown>>;
  const real = Object.entries(merged).filter(
    ([property, value]) => JSON.stringify(value) !== JSON.stringify(held[property]),
  );
  return Object.fromEntries(
    real.map(([property, value]) => [
      columns.find(({ propertyName }) => propertyName === property)!.databaseName,
      value ?? null,
    ]),
  );
}
