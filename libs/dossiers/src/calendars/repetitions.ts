import ICAL from 'ical.js';
import { unreadable } from '../tables/decoded-text.js';
import { type ForeignTime, instantOf, later, markOf, timesIn } from './foreign-times.js';
import type { ForeignZones } from './foreign-zones.js';
import { type MonthlyRule, isMonthly, monthsOf } from './monthly-rule.js';

/** The first and the last day of something. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

/** A rule of repetition, as ical.js reads it. */
interface Rule extends MonthlyRule {
  readonly count?: number;
  readonly until?: string;
  readonly wkst?: unknown;
}

/** What of a file is taken. */
export interface Wanted {
  /** The most entries that it may come to, with every repetition. */
  readonly most: number;
  /** The days that repetitions are taken of; null for all of them. */
  readonly within: Span | null;
}

/** Refuses a calendar with more entries than can be taken. */
export function tooMany(most: number): Error {
  return unreadable(`A calendar comes to at most ${most} entries, with every repetition; divide it.`);
}

const PLAIN = ['freq', 'interval', 'count', 'until', 'byday', 'wkst'];
const OF_MONTHS = [...PLAIN, 'bymonthday', 'bymonth', 'bysetpos'];
const MONTHLY = ['MONTHLY', 'YEARLY'];
const MOST_REPETITIONS = 1000;

/** How many repetitions are looked at for all entries of a file. */
const MOST_STEPS = 20_000;

/** Finds when entries are repeated, without ever searching for long. */
export class Repetitions {
  private steps = 0;

  /** @param wanted the days that repetitions are looked for in, and how many there may be */
  constructor(
    private readonly zones: ForeignZones,
    private readonly wanted: Wanted,
  ) {}

  /**
   * When an entry takes place, in order; null where that cannot be told.
   * @throws RangeError where a time or a rule cannot be read
   */
  of(part: ICAL.Component, start: ForeignTime): ForeignTime[] | null {
    const rules = part.getAllProperties('rrule').map((rule) => (rule.toJSON() as unknown[])[3] as Rule);
    if (rules.some((rule) => !this.endsSurely(rule))) return null;
    const further = part.getAllProperties('rdate').flatMap(timesIn);
    const all = [start, ...rules.flatMap((rule) => this.repeat(rule, start)), ...further];
    const excepted = new Set(
      part
        .getAllProperties('exdate')
        .flatMap(timesIn)
        .map((time) => this.mark(time)),
    );
    const byMark = new Map(all.map((time) => [this.mark(time), time]));
    const found = [...byMark].filter(([mark, time]) => !excepted.has(mark) && this.isWithin(time));
    return found.map(([, time]) => time).toSorted((a, b) => (a.local < b.local ? -1 : 1));
  }

  private mark(time: ForeignTime): string {
    return markOf(time, this.zones);
  }

  private isWithin({ local }: ForeignTime): boolean {
    const day = local.slice(0, 10);
    return this.wanted.within === null || (day >= this.wanted.within.first && day <= this.wanted.within.last);
  }

  /** Whether the repetitions of a rule are found without a search that may never end. */
  private endsSurely(rule: Rule): boolean {
    const { freq = '', interval = 1, count, until, byday = [] } = rule;
    const isOfMonths = MONTHLY.includes(freq);
    const isPlain = Object.keys(rule).every((name) => (isOfMonths ? OF_MONTHS : PLAIN).includes(name));
    const isBounded = count === undefined ? Boolean(until ?? this.wanted.within) : count <= MOST_REPETITIONS;
    const days = [byday].flat();
    const areDays = days.every((day) => /^(?:SU|MO|TU|WE|TH|FR|SA)$/.test(day));
    const isFound = freq === 'WEEKLY' || (freq === 'DAILY' && (days.length === 0 || interval === 1));
    const isKnown = isOfMonths ? isMonthly(rule) : areDays && isFound;
    return isPlain && isBounded && isKnown && interval >= 1 && interval <= MOST_REPETITIONS;
  }

  private repeat({ until, ...rule }: Rule, start: ForeignTime): ForeignTime[] {
    const found: ForeignTime[] = [];
    const times = MONTHLY.includes(rule.freq!) ? this.byMonth(rule, start) : this.byDay(rule, start);
    for (const local of times) {
      if (++this.steps > MOST_STEPS) throw new RangeError('too many repetitions');
      if (local === null) continue;
      const time = { ...start, local };
      if (this.isAfter(time, until)) break;
      if (found.push(time) > this.wanted.most && this.wanted.within === null) throw tooMany(this.wanted.most);
      if (found.length === rule.count) break;
    }
    return found;
  }

  private *byDay(rule: Omit<Rule, 'until'>, start: ForeignTime): Generator<string> {
    const from = rule.count === undefined ? later(start, this.leap(rule, start)) : start;
    const dates = new ICAL.RecurIterator({
      rule: ICAL.Recur.fromData(rule as ConstructorParameters<typeof ICAL.Recur>[0]),
      dtstart: ICAL.Time.fromString(from.local, undefined),
    });
    for (let date = dates.next(); date; date = dates.next()) yield date.toString();
  }

  /** When a rule by months or years comes true; null for each month in which it does not. */
  private *byMonth(rule: Omit<Rule, 'until'>, { local }: ForeignTime): Generator<string | null> {
    const [day, time] = [local.slice(0, 10), local.slice(10)];
    const start = Temporal.PlainDate.from(day);
    const { first, last } = this.wanted.within ?? { first: day, last: '9999-12-31' };
    const wanted = {
      // Who counts begins with the first.
      first: Temporal.PlainDate.from(rule.count === undefined ? first : day),
      last: Temporal.PlainDate.from(last),
    };
    for (const days of monthsOf(rule, start, wanted)) {
      if (days.length === 0) yield null;
      for (const one of days) yield `${one.toString()}${time}`;
    }
  }

  /** What lies before the days that are looked at is left out, by whole steps of the rule. */
  private leap({ freq, interval = 1 }: Omit<Rule, 'until'>, { local }: ForeignTime): Temporal.Duration {
    const step = freq === 'WEEKLY' ? 7 * interval : interval;
    const first = this.wanted.within && Temporal.PlainDate.from(this.wanted.within.first);
    const days = first ? Temporal.PlainDate.from(local.slice(0, 10)).until(first).days : 0;
    return Temporal.Duration.from({ days: Math.max(0, Math.floor(days / step) * step) });
  }

  private isAfter(time: ForeignTime, until: string | undefined): boolean {
    const day = time.local.slice(0, 10);
    if (this.wanted.within !== null && day > this.wanted.within.last) return true;
    if (until === undefined) return false;
    if (!until.endsWith('Z')) return until.length === 10 ? day > until : time.local > until;
    const instant = instantOf(time, this.zones);
    if (instant === null) return time.local > until.slice(0, -1);
    return Temporal.Instant.compare(instant, Temporal.Instant.from(until)) > 0;
  }
}
