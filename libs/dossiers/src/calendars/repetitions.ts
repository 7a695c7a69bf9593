import ICAL from 'ical.js';
import { unreadable } from '../tables/decoded-text.js';
import { type ForeignTime, instantOf, later, markOf, timesIn } from './foreign-times.js';
import type { ForeignZones } from './foreign-zones.js';

/** The first and the last day of something. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

/** A rule of repetition, as ical.js reads it. */
interface Rule {
  readonly freq?: string;
  readonly interval?: number;
  readonly count?: number;
  readonly until?: string;
  readonly byday?: string | readonly string[];
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
  private endsSurely({ freq, interval = 1, count, until, byday = [], ...others }: Rule): boolean {
    const isPlain = Object.keys(others).every((name) => PLAIN.includes(name));
    const isBounded = count === undefined ? Boolean(until ?? this.wanted.within) : count <= MOST_REPETITIONS;
    const days = [byday].flat();
    const areDays = days.every((day) => /^(?:SU|MO|TU|WE|TH|FR|SA)$/.test(day));
    const isFound = freq === 'WEEKLY' || (freq === 'DAILY' && (days.length === 0 || interval === 1));
    return isPlain && isBounded && areDays && isFound && interval <= MOST_REPETITIONS;
  }

  private repeat({ until, ...rule }: Rule, start: ForeignTime): ForeignTime[] {
    const from = rule.count === undefined ? later(start, this.leap(rule, start)) : start;
    const dates = new ICAL.RecurIterator({
      rule: ICAL.Recur.fromData(rule as ConstructorParameters<typeof ICAL.Recur>[0]),
      dtstart: ICAL.Time.fromString(from.local, undefined),
    });
    const found: ForeignTime[] = [];
    for (let date = dates.next(); date; date = dates.next()) {
      const time = { ...start, local: date.toString() };
      if (this.isAfter(time, until)) break;
      if (found.push(time) > this.wanted.most && this.wanted.within === null) throw tooMany(this.wanted.most);
      if (++this.steps > MOST_STEPS) throw new RangeError('too many repetitions');
    }
    return found;
  }

  /** What lies before the days that are looked at is left out, by whole steps of the rule. */
  private leap({ freq, interval = 1 }: Rule, { local }: ForeignTime): Temporal.Duration {
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
