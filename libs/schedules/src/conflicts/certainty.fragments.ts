import { type Sql, sql } from '#platform';

/** The longest travel that is ever needed: half around the earth. */
export const LONGEST_TRAVEL = sql`interval '21 days'`;

/** Whether an item of an event takes place: what was called off is in nobody's way. */
export function takesPlace(item: Sql, event: Sql): Sql {
  return sql`(${item}.archived_at is null and ${item}.standing = 'stands' and ${event}.archived_at is null)`;
}

/** Whether an item is certain enough for its conflicts to be errors. */
export function isFirm(status: Sql): Sql {
  return sql`coalesce(${status} in ('confirmed', 'held'), true)`;
}
