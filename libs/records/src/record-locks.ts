import {
  type Json,
  type Precondition,
  type RowLock,
  type Transaction,
  lockRow,
  runOften,
  tagOf,
} from '#platform';
import { RECORD_PROBLEMS, Refusal, archivedRecord, unknownRecord } from '#refusals';
import type { At, RecordKind } from './kinds/record-kind.js';
import { columnsAt } from './kinds/record-rows.js';
import type { RecordEntity } from './record.entity.js';

/**
 * Makes sure that the whole that an address names is there and in use, before a record within it is written.
 * Writers within one whole wait for each other, unless the kind says that they are independent.
 * @returns the whole, where there is one
 * @throws Refusal `record.unknown`, `record.archived`
 */
export async function lockWholeOf(
  tx: Transaction,
  { within, independent }: RecordKind,
  at: At,
): Promise<RecordEntity | null> {
  return within ? lockWhole(tx, within, at, independent ? 'key share' : undefined) : null;
}

/**
 * Locks the whole that an address names: others who do so wait, unless all of them only share its key.
 * @throws Refusal `record.unknown`, `record.archived`
 */
export async function lockWhole<W extends RecordEntity>(
  tx: Transaction,
  { entity, asWhole: { parameter, matches, nameAt } }: RecordKind<W>,
  at: At,
  lock: RowLock = 'no key update',
): Promise<W> {
  const further = Object.entries(matches).map(([column, called]) => [column, at[called]]);
  const where = { id: at[parameter], ...(Object.fromEntries(further) as object) };
  const whole = await lockRow(tx, entity, where, lock);
  if (!whole) throw unknownRecord(nameAt(at));
  if (whole.archivedAt) throw archivedRecord(nameAt(at));
  return whole;
}

/**
 * Reads the record at an address and keeps others from changing it until the transaction ends.
 * @param match the version that the caller has seen, or null where none is asked for
 * @throws Refusal `record.unknown`, `record.archived` or `record.stale`
 */
export async function lockRecord<T extends RecordEntity>(
  tx: Transaction,
  kind: RecordKind<T>,
  at: At,
  match: Precondition | null,
  lock: RowLock = 'no key update',
): Promise<T> {
  const record = await lockAnyRecord(tx, kind, at, match, lock);
  if (record.archivedAt) throw archivedRecord(kind.name);
  return record;
}

/** Like `lockRecord`, for a record that may be archived. */
export async function lockAnyRecord<T extends RecordEntity>(
  tx: Transaction,
  kind: RecordKind<T>,
  at: At,
  match: Precondition | null,
  lock: RowLock = 'no key update',
): Promise<T> {
  const record = await lockRow(tx, kind.entity, { ...columnsAt(kind, at), id: at.id }, lock);
  if (!record) throw unknownRecord(kind.name);
  if (match && !match.allows(record.version)) throw await unmatched(tx, kind.name, record, match);
  return record;
}

/** Refuses a change that is based on another version than there is. */
export function staleRecord(name: string): Refusal {
  return new Refusal(
    RECORD_PROBLEMS['record.stale'],
    `This ${name} has been changed by somebody else; read it again and repeat your change.`,
  );
}

/** A change that is not based on the version that there is; it can show the entity tag of that one. */
class UnmatchedVersion extends Refusal {
  showing(currentTag: string): Refusal {
    const detail = `${this.message} Its entity tag is ${currentTag}.`;
    return new Refusal(this.problem, detail, { ...this.facts, currentTag });
  }
}

/** Refuses a change whose precondition does not allow the version that there is, whoever made that. */
export function unmatchedVersion(name: string, match: Precondition): Refusal {
  return match.isReadable
    ? new UnmatchedVersion(RECORD_PROBLEMS['record.stale'], staleRecord(name).message)
    : new UnmatchedVersion(
        RECORD_PROBLEMS['record.unreadable-version'],
        'If-Match holds no entity tag: send the ETag of the record as it is, with its quotation marks.',
      );
}

async function unmatched(
  tx: Transaction,
  name: string,
  { updatedAt, updatedById }: RecordEntity,
  match: Precondition,
): Promise<Refusal> {
  if (!match.isReadable) return unmatchedVersion(name, match);
  const changedAt = updatedAt.toISOString();
  const found = await runOften<{ id: string; name: string }>(
    tx,
    'select id, name from actors where id = $1',
    [updatedById],
  );
  const changedBy = found.rows[0]!;
  return new UnmatchedVersion(
    RECORD_PROBLEMS['record.stale'],
    `This ${name} was changed by ${changedBy.name} at ${changedAt}; read it again and repeat your change.`,
    { changedBy, changedAt },
  );
}

/**
 * Runs what changes a record; where that is refused for its version, the refusal shows the entity tag that it has. That is
 * read when `work` is over, so that nobody waits for it who wants the record.
 * @param read gives the record, put away or not
 */
export async function showingVersion<R>(
  work: () => Promise<R>,
  read: () => Promise<Json<unknown>>,
): Promise<R> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof UnmatchedVersion ? error.showing(tagOf(await read())) : error;
  }
}
