/** The days of the week as iCalendar names them, in the order of ISO 8601. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

const LAST = -1;

/** A weekday of a month at a time of day, such as 02:00 on the last Sunday of March, year after year. */
export interface YearlyRule {
  /** A RECUR value (RFC 5545, 3.3.10). */
  readonly recurrence: string;
  /** How many of the onsets it gives, from the first on. */
  readonly count: number;
  /** The local time that it gives in a year. */
  onsetIn(year: number): Temporal.PlainDateTime;
}

/**
 * Finds the yearly rule that gives the most of these onsets, one a year, from the first on.
 *
 * @param onsets local times in ascending order, at least one
 */
export function findYearlyRule(onsets: readonly Temporal.PlainDateTime[]): YearlyRule {
  const first = onsets[0]!;
  // "The last" is tried first: a few years of last Sundays may all be fourth Sundays.
  const [last, numbered] = [LAST, Math.ceil(first.day / 7)].map((ordinal) => makeRule(onsets, ordinal));
  return numbered!.count > last!.count ? numbered! : last!;
}

function makeRule(onsets: readonly Temporal.PlainDateTime[], ordinal: number): YearlyRule {
  const first = onsets[0]!;
  const onsetIn = (year: number): Temporal.PlainDateTime =>
    findWeekday(first.with({ year, day: 1 }), first.dayOfWeek, ordinal);
  const miss = onsets.findIndex((onset, index) => !onset.equals(onsetIn(first.year + index)));
  return {
    recurrence: `FREQ=YEARLY;BYMONTH=${first.month};BYDAY=${ordinal}${WEEKDAYS[first.dayOfWeek - 1]}`,
    count: miss < 0 ? onsets.length : miss,
    onsetIn,
  };
}

function findWeekday(
  startOfMonth: Temporal.PlainDateTime,
  weekday: number,
  ordinal: number,
): Temporal.PlainDateTime {
  const firstDay = 1 + ((weekday - startOfMonth.dayOfWeek + 7) % 7);
  const lastDay = firstDay + 7 * Math.floor((startOfMonth.daysInMonth - firstDay) / 7);
  return startOfMonth.with({ day: ordinal === LAST ? lastDay : firstDay + 7 * (ordinal - 1) });
}
