import { isDeepStrictEqual } from 'node:util';
import { type Transaction, replaceLinks, runOften } from '#platform';

/** A list of a record that is kept in a table of its own, as a change would have it. */
export interface ReplacedList {
  /** Whether it is another list than there is. */
  differs(tx: Transaction): Promise<boolean>;
  replace(tx: Transaction): Promise<void>;
}

/**
 * What is referred to in an ordered join table, such as the topics of an event.
 * @param own the column and id of the record whose list it is
 * @param other the column of what is referred to, and the ids in order; undefined where the change says nothing of them
 */
export function replacedLinks(
  table: string,
  own: readonly [column: string, id: string],
  [column, ids]: readonly [column: string, ids: readonly string[] | null | undefined],
): ReplacedList {
  return {
    differs: async (tx) => {
      if (ids === undefined) return false;
      const text = `select ${column} as id from ${table} where ${own[0]} = $1 order by position`;
      const { rows } = await runOften<{ id: string }>(tx, text, [own[1]]);
      return !isDeepStrictEqual(
        rows.map(({ id }) => id),
        [...new Set(ids ?? [])],
      );
    },
    replace: (tx) => replaceLinks(tx, table, own, [column, ids ?? []]),
  };
}

/** What of some changes differs from a record; objects are the same whatever the order of their members. */
export function realChanges<T extends object>(record: T, changes: Partial<T>): Partial<T> {
  const said = Object.entries(changes).filter(([, value]) => value !== undefined);
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
