import { type Sql, sql } from '#platform';

export const CONFLICT_KINDS = [
  'person_twice',
  'interpreter_twice',
  'place_twice',
  'travel_time',
  'outside_dates',
  'capacity',
] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

export const CONFLICT_SEVERITIES = ['error', 'warning', 'info'] as const;
export type ConflictSeverity = (typeof CONFLICT_SEVERITIES)[number];

/** The estimate where no minimum is given: the great circle at this speed, and some minutes to leave and arrive. */
export const KILOMETRES_PER_HOUR = 40;
export const MINUTES_ON_TOP = 15;

/** The longest travel that is ever needed: half around the earth. */
export const LONGEST_TRAVEL = sql`interval '21 days'`;

/** Whether an item of an event still stands: what was called off is in nobody's way. */
export function stands(item: Sql, event: Sql): Sql {
  return sql`(${item}.archived_at is null and ${item}.status not in ('cancelled', 'not_held')
    and ${event}.archived_at is null and ${event}.status not in ('cancelled', 'declined', 'postponed'))`;
}

/** Whether who was asked is still expected: a participation by its response, a member by its status. */
export function isExpected(answer: Sql): Sql {
  return sql`(${answer} not in ('declined', 'withdrawn', 'replaced', 'absent'))`;
}

/** Whether an item is certain enough for its conflicts to be errors. */
export function isFirm(status: Sql): Sql {
  return sql`coalesce(${status} in ('confirmed', 'held'), true)`;
}
