import { DoubtfulRule } from './doubtful-rule.js';
import type { RepetitionRule } from './repetition-rule.js';
import { type WantedDays, daysOf, withDays } from './rule-days.js';

/** The most times that one year, month, week or day of a rule comes to. */
export const MOST_AT_ONCE = 5000;

const DAY_SECONDS = 86_400;

/** When a rule comes true in one of its years, months, weeks or days. */
export interface FoundTimes {
  /** As `ForeignTime.local`, in order. */
  readonly times: readonly string[];
  /** How many days and times were looked at. */
  readonly looked: number;
}

/**
 * When a rule comes true from its start on, as clocks show it.
 * @param local the start, as `ForeignTime.local`
 * @throws DoubtfulRule where it names too many times at once
 */
export function* timesOf(rule: RepetitionRule, local: string, wanted: WantedDays): Generator<FoundTimes> {
  const start = Temporal.PlainDate.from(local.slice(0, 10));
  const clocks = clocksOf(rule, local);
  for (const { days, looked } of daysOf(withDays(rule, start), start, wanted)) {
    const found = days.length > 0 ? clocks(days) : { times: [], looked: 0 };
    yield { times: found.times.filter((time) => time >= local), looked: looked + found.looked };
  }
}

/** Tells the times of the days that a rule names. */
type Clocks = (days: readonly Temporal.PlainDate[]) => FoundTimes;

function clocksOf(rule: RepetitionRule, local: string): Clocks {
  const { frequency } = rule;
  if (local.length === 10) return onDays([''], rule);
  const [hour, minute, second] = local.slice(11).split(':').map(Number) as [number, number, number];
  if (frequency === 'SECONDLY') return withinDays({ ...rule, unit: 1 }, local);
  const seconds = inOrder(rule.seconds, second);
  if (frequency === 'MINUTELY') return withinDays({ ...rule, unit: 60, seconds }, local);
  const minutes = inOrder(rule.minutes, minute);
  if (frequency === 'HOURLY') return withinDays({ ...rule, unit: 3600, minutes, seconds }, local);
  return onDays(writeAll(inOrder(rule.hours, hour), minutes, seconds), rule);
}

function inOrder(numbers: readonly number[], otherwise: number): number[] {
  return numbers.length > 0 ? [...new Set(numbers)].toSorted((a, b) => a - b) : [otherwise];
}

/** The same times on all days of a year, a month, a week or a day. */
function onDays(clocks: readonly string[], { positions }: RepetitionRule): Clocks {
  return (days) => {
    const looked = days.length * clocks.length;
    assertFew(looked);
    const all = days.flatMap((day) => clocks.map((clock) => `${day.toString()}${clock}`));
    return { times: chosen(all, positions), looked };
  };
}

interface UnitRule extends RepetitionRule {
  /** How many seconds its hours, minutes or seconds have. */
  readonly unit: 1 | 60 | 3600;
}

/** The times of a rule of hours, minutes or seconds on one day. */
function withinDays(rule: UnitRule, local: string): Clocks {
  const step = rule.unit * rule.interval;
  const from = Math.floor(secondsOf(local) / rule.unit) * rule.unit;
  return ([day]) => {
    const midnight = secondsOf(`${day!.toString()}T00:00:00`);
    const times: string[] = [];
    let looked = 0;
    let at = from + Math.max(0, Math.ceil((midnight - from) / step)) * step - midnight;
    for (; at < DAY_SECONDS; at += step, looked++) {
      times.push(...chosen(timesAt(at, rule), rule.positions));
      assertFew(times.length);
    }
    return { times: times.map((time) => `${day!.toString()}${time}`), looked: looked + times.length };
  };
}

/** The times of one hour, minute or second: what is longer limits it, and it is divided by what is shorter. */
function timesAt(at: number, { unit, hours, minutes, seconds }: UnitRule): string[] {
  const [hour, minute, second] = [Math.floor(at / 3600), Math.floor(at / 60) % 60, at % 60];
  const isNamed = (numbers: readonly number[], own: number): boolean =>
    numbers.length === 0 || numbers.includes(own);
  if (!isNamed(hours, hour)) return [];
  if (unit === 3600) return writeAll([hour], minutes, seconds);
  if (!isNamed(minutes, minute)) return [];
  if (unit === 60) return writeAll([hour], [minute], seconds);
  return isNamed(seconds, second) ? writeAll([hour], [minute], [second]) : [];
}

function writeAll(
  hours: readonly number[],
  minutes: readonly number[],
  seconds: readonly number[],
): string[] {
  assertFew(hours.length * minutes.length * seconds.length);
  const clocks = hours.flatMap((hour) => minutes.map((minute) => `T${pad(hour)}:${pad(minute)}`));
  return clocks.flatMap((clock) => seconds.map((second) => `${clock}:${pad(second)}`));
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function chosen(times: readonly string[], positions: readonly number[]): readonly string[] {
  if (positions.length === 0) return times;
  return times.filter((_, at) => positions.includes(at + 1) || positions.includes(at - times.length));
}

/** The seconds that clocks have counted, whatever zone they are in. */
function secondsOf(local: string): number {
  return Temporal.Instant.from(`${local}Z`).epochMilliseconds / 1000;
}

function assertFew(times: number): void {
  if (times > MOST_AT_ONCE) throw new DoubtfulRule('It comes true more often than can be taken');
}
