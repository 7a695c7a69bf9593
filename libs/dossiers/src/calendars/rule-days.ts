import type { NumberedDay, RepetitionRule } from './repetition-rule.js';

type Day = Temporal.PlainDate;
type DayRule = Omit<RepetitionRule, 'count' | 'until' | 'hours' | 'minutes' | 'seconds' | 'positions'>;

/** The days that repetitions are wanted of. */
export interface WantedDays {
  readonly first: Day;
  readonly last: Day;
}

/** A rule whose days are named, by the first one where it names none itself. */
export function withDays<Rule extends DayRule>(rule: Rule, { day, month, dayOfWeek }: Day): Rule {
  const { frequency, days, weeks, yearDays, monthDays, months } = rule;
  const isSaid = days.length + monthDays.length + yearDays.length > 0;
  const itsDay = { days: [{ nth: 0, dayOfWeek }] };
  if (isSaid) return rule;
  if (frequency === 'WEEKLY' || weeks.length > 0) return { ...rule, ...itsDay };
  if (frequency === 'MONTHLY') return { ...rule, monthDays: [day] };
  if (frequency === 'YEARLY')
    return { ...rule, monthDays: [day], months: months.length > 0 ? months : [month] };
  return rule;
}

/** The days of one year, month, week or day that a rule names. */
export interface NamedDays {
  readonly days: readonly Day[];
  /** How many were looked at. */
  readonly looked: number;
}

/**
 * The days that a rule names in each of its years, months, weeks or days from the one of `start` on, in order; where it
 * names none these are told, too, so that whoever asks can stop. Whole steps of the rule before `first` are left out.
 */
export function* daysOf(rule: DayRule, start: Day, { first, last }: WantedDays): Generator<NamedDays> {
  const { unit, from, step } = stepsOf(rule, start);
  const ahead = Math.floor(from.until(first, { largestUnit: unit })[unit] / step) * step;
  // No further than this: a vast interval leads beyond what there are days of.
  const most = from.until(last, { largestUnit: unit })[unit];
  for (let further = Math.max(0, ahead); further <= most; further += step) {
    const candidates = candidatesFrom(from.add({ [unit]: further }), rule);
    yield { days: candidates.filter((day) => isNamed(day, rule)), looked: candidates.length + 1 };
  }
}

interface Steps {
  readonly unit: 'years' | 'months' | 'weeks' | 'days';
  readonly from: Day;
  readonly step: number;
}

function stepsOf({ frequency, interval, weekStart }: DayRule, start: Day): Steps {
  switch (frequency) {
    case 'YEARLY':
      return { unit: 'years', from: start.with({ month: 1, day: 1 }), step: interval };
    case 'MONTHLY':
      return { unit: 'months', from: start.with({ day: 1 }), step: interval };
    case 'WEEKLY':
      return { unit: 'weeks', from: weekOf(start, weekStart), step: interval };
    case 'DAILY':
      return { unit: 'days', from: start, step: interval };
    default:
      return { unit: 'days', from: start, step: 1 };
  }
}

function candidatesFrom(from: Day, { frequency, months }: DayRule): Day[] {
  const isIn = ({ month }: Day): boolean => months.length === 0 || months.includes(month);
  switch (frequency) {
    case 'YEARLY':
      return allFrom(from, 12, 'months')
        .filter(isIn)
        .flatMap((month) => allFrom(month, month.daysInMonth));
    case 'MONTHLY':
      return isIn(from) ? allFrom(from, from.daysInMonth) : [];
    case 'WEEKLY':
      return allFrom(from, 7);
    default:
      return [from];
  }
}

function allFrom(from: Day, count: number, unit: 'months' | 'days' = 'days'): Day[] {
  return Array.from({ length: count }, (_, at) => from.add({ [unit]: at }));
}

function weekOf(day: Day, weekStart: number): Day {
  return day.subtract({ days: (day.dayOfWeek - weekStart + 7) % 7 });
}

function isNamed(day: Day, rule: DayRule): boolean {
  const { months, monthDays, yearDays, weeks, days, weekStart } = rule;
  return (
    (months.length === 0 || months.includes(day.month)) &&
    (monthDays.length === 0 || isCounted(monthDays, day.day, day.daysInMonth)) &&
    (yearDays.length === 0 || isCounted(yearDays, day.dayOfYear, day.daysInYear)) &&
    (days.length === 0 || days.some((one) => isDay(day, one, rule))) &&
    (weeks.length === 0 || isInWeek(day, weeks, weekStart))
  );
}

/** Whether one of some numbers is that of the nth of so many, counted from the start or from the end. */
function isCounted(numbers: readonly number[], nth: number, of: number): boolean {
  return numbers.includes(nth) || numbers.includes(nth - of - 1);
}

/** A day of the week is numbered in its month, or in a year whose months are not named. */
function isDay(day: Day, { nth, dayOfWeek }: NumberedDay, { frequency, months }: DayRule): boolean {
  if (day.dayOfWeek !== dayOfWeek) return false;
  if (nth === 0) return true;
  const isOfYear = frequency === 'YEARLY' && months.length === 0;
  const [at, of] = isOfYear ? [day.dayOfYear, day.daysInYear] : [day.day, day.daysInMonth];
  return nth === Math.ceil(at / 7) || nth === -Math.ceil((of - at + 1) / 7);
}

/** A week belongs to the year that has most of its days, which its fourth day tells. */
function isInWeek(day: Day, weeks: readonly number[], weekStart: number): boolean {
  const { dayOfYear, daysInYear } = weekOf(day, weekStart).add({ days: 3 });
  const number = Math.ceil(dayOfYear / 7);
  return isCounted(weeks, number, number + Math.floor((daysInYear - dayOfYear) / 7));
}
