export const CONFLICT_KINDS = [
  'person_twice',
  'interpreter_twice',
  'place_twice',
  'travel_time',
  'outside_dates',
  'outside_whole',
  'leg_outside_dates',
  'other_offset',
  'zone_changed',
  'capacity',
] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

export const CONFLICT_SEVERITIES = ['error', 'warning', 'info'] as const;
export type ConflictSeverity = (typeof CONFLICT_SEVERITIES)[number];
