const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const LAST = -1;

/**
 * Finds the yearly rule, such as "the last Sunday of March", that gives exactly these onsets.
 *
 * @param onsets local times in ascending order
 * @param until the local time up to which the rule must give these onsets and no other
 * @returns a RECUR value (RFC 5545, 3.3.10), or null where fewer than two onsets or none of the rules fit
 */
export function findYearlyRule(
  onsets: readonly Temporal.PlainDateTime[],
  until: Temporal.PlainDateTime,
): string | null {
  const first = onsets[0];
  if (first === undefined || onsets.length < 2) return null;
  // "The last" is tried first: a few years of last Sundays may all be fourth Sundays.
  const ordinal = [LAST, Math.ceil(first.day / 7)].find((candidate) =>
    areEqual(repeatYearly(first, candidate, until), onsets),
  );
  if (ordinal === undefined) return null;
  return `FREQ=YEARLY;BYMONTH=${first.month};BYDAY=${ordinal}${WEEKDAYS[first.dayOfWeek - 1]}`;
}

/** The same weekday of the same month at the same time, from the first onset's year on. */
function repeatYearly(
  first: Temporal.PlainDateTime,
  ordinal: number,
  until: Temporal.PlainDateTime,
): Temporal.PlainDateTime[] {
  const years = Array.from({ length: until.year - first.year + 1 }, (_, index) => first.year + index);
  return years
    .map((year) => findWeekday(first.with({ year, day: 1 }), first.dayOfWeek, ordinal))
    .filter((time) => Temporal.PlainDateTime.compare(time, until) <= 0);
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

function areEqual(
  some: readonly Temporal.PlainDateTime[],
  others: readonly Temporal.PlainDateTime[],
): boolean {
  return some.length === others.length && some.every((time, index) => time.equals(others[index]!));
}
