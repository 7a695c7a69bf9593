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
