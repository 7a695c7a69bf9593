/** A rule by months or years, as ical.js reads it. */
export interface MonthlyRule {
  readonly freq?: string;
  readonly interval?: number;
  readonly byday?: string | readonly string[];
  readonly bymonthday?: number | readonly number[];
  readonly bymonth?: number | readonly number[];
  readonly bysetpos?: number | readonly number[];
}

const DAY = /^([+-]?[1-5])?(SU|MO|TU|WE|TH|FR|SA)$/;
const DAYS_OF_WEEK = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Whether what a rule names are days of months: the only ones that programs offer by month and year. */
export function isMonthly({
  freq,
  byday = [],
  bymonthday = [],
  bymonth = [],
  bysetpos = [],
}: MonthlyRule): boolean {
  const [days, dates, months, positions] = [
    [byday].flat(),
    [bymonthday].flat(),
    [bymonth].flat(),
    [bysetpos].flat(),
  ];
  const isNamed = days.length + dates.length > 0;
  // In a year, what names no month counts the days of the whole year.
  const isOfMonths = freq === 'MONTHLY' || (freq === 'YEARLY' && (months.length > 0 || !isNamed));
  const arePositions = positions.length === 0 || (isNamed && (freq === 'MONTHLY' || months.length === 1));
  return (
    isOfMonths &&
    arePositions &&
    days.every((day) => DAY.test(day)) &&
    [dates, positions].every((numbers) => numbers.every((number) => isWithin(Math.abs(number), 31))) &&
    months.every((month) => isWithin(month, 12))
  );
}

function isWithin(number: number, most: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= most;
}

/**
 * The days that a rule names in each month from the one of `start` on, in order; those of a month in which there is none
 * are none, so that whoever asks can stop.
 * @param wanted the days that are looked at; whole steps of the rule before them are left out
 */
export function* monthsOf(
  rule: MonthlyRule,
  start: Temporal.PlainDate,
  wanted: { readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate },
): Generator<readonly Temporal.PlainDate[]> {
  const isYearly = rule.freq === 'YEARLY';
  const step = (rule.interval ?? 1) * (isYearly ? 12 : 1);
  const named = [rule.bymonth ?? (isYearly ? start.month : [])].flat();
  const ahead = start
    .toPlainYearMonth()
    .until(wanted.first.toPlainYearMonth(), { largestUnit: 'months' }).months;
  const first = start.with({ day: 1, ...(isYearly && { month: 1 }) });
  for (let months = Math.max(0, Math.floor(ahead / step) * step); ; months += step) {
    for (let further = 0; further < (isYearly ? 12 : 1); further++) {
      const month = first.add({ months: months + further });
      if (Temporal.PlainDate.compare(month, wanted.last) > 0) return;
      const isNamed = named.length === 0 || named.includes(month.month);
      const days = isNamed ? daysIn(month, rule, start) : [];
      yield days.filter((day) => Temporal.PlainDate.compare(day, start) >= 0);
    }
  }
}

function daysIn(
  month: Temporal.PlainDate,
  rule: MonthlyRule,
  start: Temporal.PlainDate,
): Temporal.PlainDate[] {
  const weekDays = [rule.byday ?? []].flat();
  const dates = [rule.bymonthday ?? (weekDays.length > 0 ? [] : start.day)].flat();
  const positions = [rule.bysetpos ?? []].flat();
  const all = Array.from({ length: month.daysInMonth }, (_, at) => month.add({ days: at }));
  const named = all.filter(
    (day) =>
      (dates.length === 0 ||
        dates.some((date) => date === day.day || date === day.day - day.daysInMonth - 1)) &&
      (weekDays.length === 0 || weekDays.some((weekDay) => isNth(day, weekDay))),
  );
  if (positions.length === 0) return named;
  return named.filter((_, at) => positions.includes(at + 1) || positions.includes(at - named.length));
}

/** Whether a day is such a day of the week, the nth of its month where a number says so. */
function isNth({ day, dayOfWeek, daysInMonth }: Temporal.PlainDate, weekDay: string): boolean {
  const [, nth, name] = DAY.exec(weekDay)!;
  if (DAYS_OF_WEEK[dayOfWeek - 1] !== name) return false;
  const number = Number(nth ?? 0);
  return number === 0 || number === Math.ceil(day / 7) || number === -Math.ceil((daysInMonth - day + 1) / 7);
}
