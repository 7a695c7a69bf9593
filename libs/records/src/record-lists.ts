import { isDeepStrictEqual } from 'node:util';
import { type Transaction, UnknownReference, replaceLinks, runOften } from '#platform';
import type { CitedRecords } from './cited-records.js';
import type { RecordEntity } from './record.entity.js';
import { changesOfSeen, unseenAmong } from './unseen-references.js';

/** A list of a record that is kept in a table of its own, as a change would have it. */
export interface ReplacedList {
  /** The field that it is. */
  readonly field: string;
  /** What the list holds that the caller sees, as an input says it. */
  held(tx: Transaction): Promise<readonly unknown[]>;
  /** Whether it is another list than there is. */
  differs(tx: Transaction): Promise<boolean>;
  replace(tx: Transaction): Promise<void>;
}

/**
 * What is referred to in an ordered join table, such as the topics of an event. What the caller does not see stays.
 * @param own the column and id of the record whose list it is
 * @param column the column of what is referred to
 * @param given the field, and the ids in order; undefined where the change says nothing of them
 */
export function replacedLinks(
  table: string,
  own: readonly [column: string, id: string],
  column: string,
  [field, ids]: readonly [field: string, ids: readonly string[] | null | undefined],
): ReplacedList {
  const given = [...new Set(ids ?? [])];
  return {
    field,
    held: async (tx) => {
      const { present, unseen } = await readLinks(tx, table, own, column);
      return present.filter((id) => !unseen.has(id));
    },
    differs: async (tx) => {
      if (ids === undefined) return false;
      const { present, unseen } = await readLinks(tx, table, own, column);
      const named = given.find((id) => unseen.has(id));
      if (named) throw new UnknownReference(named);
      return !isDeepStrictEqual(
        present.filter((id) => !unseen.has(id)),
        given,
      );
    },
    replace: async (tx) => {
      if (ids === undefined) return;
      const { unseen } = await readLinks(tx, table, own, column);
      await replaceLinks(tx, table, own, [column, [...given, ...unseen]]);
    },
  };
}

/** Replaces a list of a record; citations of it keep what it says, where it says something else now. */
export async function replaceList(
  tx: Transaction,
  cited: CitedRecords,
  [recordId, list]: readonly [id: string, list: ReplacedList],
  stamp: Pick<RecordEntity, 'updatedAt' | 'updatedById'>,
): Promise<void> {
  const held = await list.held(tx);
  await list.replace(tx);
  await cited.keepSaidOfList(tx, { recordId, field: list.field, held, now: await list.held(tx) }, stamp);
}

/** What a list refers to, in order, and what of that the caller does not see. */
async function readLinks(
  tx: Transaction,
  table: string,
  [own, id]: readonly [column: string, id: string],
  column: string,
): Promise<{ readonly present: string[]; readonly unseen: ReadonlySet<string> }> {
  const text = `select ${column} as id from ${table} where ${own} = $1 order by position`;
  const { rows } = await runOften<{ id: string }>(tx, text, [id]);
  const present = rows.map((row) => row.id);
  return { present, unseen: await unseenAmong(tx, present) };
}

/** An entry of a list as an input says it: without what is empty. */
export function asSaid(entry: object): object {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null));
}

/**
 * What of some changes differs from a record, as its caller sees it; objects are the same whatever the order of their members.
 * @throws UnknownReference where they name what the caller does not see
 */
export async function realChanges<T extends object>(
  tx: Transaction,
  record: T,
  changes: Partial<T>,
): Promise<Partial<T>> {
  const said = Object.entries(await changesOfSeen(tx, record, changes)).filter(
    ([, value]) => value !== undefined,
  );
  const differing = said.filter(([key, value]) => !isSame(value, record[key as keyof T]));
  return Object.fromEntries(differing) as Partial<T>;
}

/** Whether two values of a column are the same as the database keeps them. */
function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(asKept(one), asKept(other));
}

function asKept(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}
