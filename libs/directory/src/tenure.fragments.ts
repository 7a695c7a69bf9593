import { type Sql, sql } from '#platform';

/** Whether a position or relation is over on the day at the office: it was said so, or its last day has passed. */
export function hasEnded(row: Sql): Sql {
  return sql`(${row}.ended or coalesce(${row}.until_latest < :today::date, false))`;
}
