import { WEEKDAYS } from '#icalendar';
import { DoubtfulRule } from './doubtful-rule.js';

/** A rule of repetition (RFC 5545, 3.3.10), as ical.js reads it. */
export type SaidRule = Readonly<Record<string, unknown>>;

const FREQUENCIES = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** A day of the week, the nth of its month or year where a number says so, else 0. */
export interface NumberedDay {
  readonly nth: number;
  /** From 1, a Monday, to 7. */
  readonly dayOfWeek: number;
}

/** A rule of repetition that can be followed. */
export interface RepetitionRule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  readonly until: string | null;
  /** The day that weeks begin with. */
  readonly weekStart: number;
  readonly days: readonly NumberedDay[];
  readonly months: readonly number[];
  readonly weeks: readonly number[];
  readonly yearDays: readonly number[];
  readonly monthDays: readonly number[];
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly seconds: readonly number[];
  readonly positions: readonly number[];
}

/** A part of rules that lists numbers: the least and the most of them, and whether they count from the end, too. */
interface Numbers {
  readonly least: number;
  readonly most: number;
  readonly fromEnd?: true;
  /** The frequencies that it goes with; all of them where none is named. */
  readonly goesWith?: readonly Frequency[];
}

const OF_TIMES: readonly Frequency[] = ['HOURLY', 'MINUTELY', 'SECONDLY'];
const NUMBERS = {
  bymonth: { least: 1, most: 12 },
  byweekno: { least: 1, most: 53, fromEnd: true, goesWith: ['YEARLY'] },
  byyearday: { least: 1, most: 366, fromEnd: true, goesWith: ['YEARLY', ...OF_TIMES] },
  bymonthday: { least: 1, most: 31, fromEnd: true, goesWith: FREQUENCIES.filter((one) => one !== 'WEEKLY') },
  byhour: { least: 0, most: 23 },
  byminute: { least: 0, most: 59 },
  bysecond: { least: 0, most: 60 },
  bysetpos: { least: 1, most: 366, fromEnd: true },
} as const satisfies Readonly<Record<string, Numbers>>;

const KNOWN = new Set(['freq', 'interval', 'count', 'until', 'wkst', 'byday', ...Object.keys(NUMBERS)]);

/**
 * Reads a rule.
 * @param isOfDays whether what is repeated lasts whole days
 * @throws DoubtfulRule where it cannot be followed
 */
export function readRule(said: SaidRule, isOfDays: boolean): RepetitionRule {
  const unknown = Object.keys(said).find((name) => !KNOWN.has(name) && !isGregorian(name, said));
  if (unknown) throw new DoubtfulRule(`It has a part that is not known, ${unknown.toUpperCase()}`);
  const frequency = FREQUENCIES.find((one) => one === said.freq);
  if (!frequency) throw new DoubtfulRule('It says no FREQ that there is');
  const numbers = (name: keyof typeof NUMBERS): number[] => readNumbers(said, name, frequency);
  const rule = {
    frequency,
    interval: readCount(said, 'interval') ?? 1,
    count: readCount(said, 'count'),
    until: (said.until as string | undefined) ?? null,
    weekStart: readWeekStart(said.wkst),
    days: ([said.byday ?? []].flat() as string[]).map((day) => readDay(day, said)),
    months: numbers('bymonth'),
    weeks: numbers('byweekno'),
    yearDays: numbers('byyearday'),
    monthDays: numbers('bymonthday'),
    hours: numbers('byhour'),
    minutes: numbers('byminute'),
    // Clocks here know no leap second.
    seconds: numbers('bysecond').map((second) => Math.min(second, 59)),
    positions: numbers('bysetpos'),
  };
  assertFits(rule, isOfDays);
  return rule;
}

/** Whether a part says (RFC 7529) that the calendar is the one that it is without saying so. */
function isGregorian(name: string, said: SaidRule): boolean {
  return name === 'rscale' && String(said[name]).toUpperCase() === 'GREGORIAN';
}

function readCount(said: SaidRule, name: string): number | null {
  const count = said[name];
  if (count === undefined) return null;
  if (Number.isSafeInteger(count) && (count as number) >= 1) return count as number;
  throw notSo(name, count);
}

function readNumbers(said: SaidRule, name: keyof typeof NUMBERS, frequency: Frequency): number[] {
  const { least, most, fromEnd, goesWith }: Numbers = NUMBERS[name];
  const values = [said[name] ?? []].flat() as number[];
  if (values.length > 0 && goesWith && !goesWith.includes(frequency))
    throw new DoubtfulRule(`${name.toUpperCase()} does not go with FREQ=${frequency}`);
  for (const value of values) {
    const counted = fromEnd ? Math.abs(value) : value;
    if (!Number.isInteger(value) || counted < least || counted > most) throw notSo(name, value);
  }
  return values;
}

/** ical.js tells days of the week by numbers of its own, from 1, a Sunday. */
function readWeekStart(number: unknown = 2): number {
  return number === 1 ? 7 : Number(number) - 1;
}

const DAY = /^([+-]?\d{1,2})?([A-Z]{2})$/;

function readDay(text: string, { freq, byweekno }: SaidRule): NumberedDay {
  const [, number, name] = DAY.exec(text) ?? [];
  const nth = Number(number ?? 0);
  const dayOfWeek = WEEKDAYS.indexOf(name as (typeof WEEKDAYS)[number]) + 1;
  const most = freq === 'MONTHLY' ? 5 : 53;
  if (dayOfWeek === 0 || Math.abs(nth) > most) throw notSo('byday', text);
  const canCount = freq === 'MONTHLY' || (freq === 'YEARLY' && byweekno === undefined);
  if (nth !== 0 && !canCount)
    throw new DoubtfulRule(`Days of the week are numbered in months and years alone`);
  return { nth, dayOfWeek };
}

function assertFits(
  { hours, minutes, seconds, positions, ...rule }: RepetitionRule,
  isOfDays: boolean,
): void {
  const namesTimes = [hours, minutes, seconds].some((numbers) => numbers.length > 0);
  if (isOfDays && (namesTimes || OF_TIMES.includes(rule.frequency)))
    throw new DoubtfulRule('It names times of the day, and what it repeats lasts whole days');
  const { days, months, weeks, yearDays, monthDays } = rule;
  const isNamed = [days, months, weeks, yearDays, monthDays].some((parts) => parts.length > 0);
  if (positions.length > 0 && !isNamed && !namesTimes)
    throw new DoubtfulRule('BYSETPOS chooses among what nothing else names');
}

function notSo(name: string, value: unknown): DoubtfulRule {
  return new DoubtfulRule(`There is no ${name.toUpperCase()}=${value as string}`);
}
