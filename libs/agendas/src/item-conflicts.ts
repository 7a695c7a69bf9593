import { type Sql, sql } from '#platform';

let conflictsOf = (_items: Sql): Sql => sql`'[]'::json`;

/**
 * Teaches the answers about agenda items and about who takes part in them what conflicts there are.
 * @param find the JSON list of the conflicts of items, given a query for their ids
 */
export function addItemConflicts(find: (items: Sql) => Sql): void {
  conflictsOf = find;
}

/**
 * The conflicts of items as a JSON list, as `ConflictView` describes each.
 * Statements that hold it are made when they are first asked for, after every feature has registered itself.
 * @param items a query for the ids of the items
 */
export function itemConflicts(items: Sql): Sql {
  return conflictsOf(items);
}
