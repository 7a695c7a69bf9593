import type { Sql } from '#platform';

/** The conflicts that agenda items have, as schedules tell them. */
export const ITEM_CONFLICTS = Symbol('ITEM_CONFLICTS');

/** The conflicts of items as a JSON list, as `ConflictView` describes each, given a query for the ids of the items. */
export type ItemConflicts = (items: Sql) => Sql;
