import { unreadable } from '../tables/decoded-text.js';
import { DoubtfulRule } from './doubtful-rule.js';
import { type ForeignTime, dayIn, instantOf, markOf, timesAlike } from './foreign-times.js';
import type { FoundEntry } from './found-entries.js';
import { type RepetitionRule, type SaidRule, readRule } from './repetition-rule.js';
import type { WantedDays } from './rule-days.js';
import { MOST_AT_ONCE, timesOf } from './rule-times.js';

/** The first and the last day of something. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

/** Days at a place. */
export interface Days extends Span {
  /** The zone of the place; null where nobody knows it. */
  readonly zone: string | null;
}

/** What of a file is taken. */
export interface Wanted {
  /** The most entries that it may come to, with every repetition. */
  readonly most: number;
  /** The days that repetitions are taken of; null for all of them. */
  readonly within: Days | null;
}

/** Refuses a calendar with more entries than can be taken. */
export function tooMany(most: number): Error {
  return unreadable(`A calendar comes to at most ${most} entries, with every repetition; divide it.`);
}

/** How many days and times are looked at for the rules of all entries of a file. */
const MOST_LOOKED_AT = 200_000;

const LAST_DAY = '9999-12-31';

/** Finds when entries are repeated, without ever searching for long. */
export class Repetitions {
  private looked = 0;
  /** The days on which clocks anywhere may show what is within those that are wanted. */
  private readonly near: Span | null;

  /** @param wanted the days that repetitions are looked for in, and how many there may be */
  constructor(private readonly wanted: Wanted) {
    const { within } = wanted;
    this.near = within && { first: moved(within.first, -2), last: moved(within.last, 2) };
  }

  /**
   * When an entry takes place, in order.
   * @throws DoubtfulRule where that cannot be told, RangeError where a time cannot be read
   */
  of({ part, zones }: FoundEntry, start: ForeignTime): ForeignTime[] {
    const rules = part.getAllProperties('rrule').map((rule) => (rule.toJSON() as unknown[])[3] as SaidRule);
    const repeated = rules.flatMap((rule) => this.repeat(readRule(rule, start.isDay), start));
    const further = timesAlike(start, part, 'rdate', zones);
    if (!start.isDay && further.some(({ isDay }) => isDay))
      throw new DoubtfulRule('RDATE names a day, and no time of it');
    const excepted = new Set(timesAlike(start, part, 'exdate', zones).map(markOf));
    const byMark = new Map([start, ...repeated, ...further].map((time) => [markOf(time), time]));
    // What is excepted may be named by its day alone.
    const isExcepted = (mark: string, { local }: ForeignTime): boolean =>
      excepted.has(mark) || excepted.has(local.slice(0, 10));
    const found = [...byMark].filter(([mark, time]) => !isExcepted(mark, time) && this.isWithin(time));
    return found.map(([, time]) => time).toSorted((a, b) => (a.local < b.local ? -1 : 1));
  }

  private isWithin(time: ForeignTime): boolean {
    const { within } = this.wanted;
    return within === null || (isOn(time.local, this.near!) && isOn(dayIn(within.zone, time), within));
  }

  private repeat(rule: RepetitionRule, start: ForeignTime): ForeignTime[] {
    const { count, until } = rule;
    if (count === null && until === null && this.wanted.within === null)
      throw new DoubtfulRule('It has no end, and there are no days that would be one');
    const found: ForeignTime[] = [];
    let counted = 0;
    for (const local of this.timesOf(rule, start)) {
      const time = { ...start, local };
      if (this.isAfter(time, until)) break;
      if (this.isWithin(time) && found.push(time) > this.wanted.most) throw this.tooOften();
      if (++counted === count) break;
    }
    return found;
  }

  private *timesOf(rule: RepetitionRule, { local }: ForeignTime): Generator<string> {
    this.look(0);
    try {
      for (const { times, looked } of timesOf(rule, local, this.daysFor(rule, local))) {
        this.look(looked);
        yield* times;
      }
    } catch (error) {
      // As much was looked at before it was found to be too much.
      this.looked += MOST_AT_ONCE;
      throw error;
    }
  }

  private look(looked: number): void {
    this.looked += looked;
    if (this.looked > MOST_LOOKED_AT)
      throw new DoubtfulRule('Together with those before, it takes too long to find out when it comes true');
  }

  private tooOften(): Error {
    const { most, within } = this.wanted;
    return within === null ? tooMany(most) : new DoubtfulRule(`It comes true more than ${most} times`);
  }

  /** Who counts begins with the first; an instant may be on the next day where clocks show it. */
  private daysFor({ count, until }: RepetitionRule, local: string): WantedDays {
    const day = local.slice(0, 10);
    const { first, last } = this.near ?? { first: day, last: LAST_DAY };
    const [begin, end] = [count === null ? first : day, until === null ? last : moved(until.slice(0, 10), 1)];
    return { first: Temporal.PlainDate.from(begin), last: Temporal.PlainDate.from(end < last ? end : last) };
  }

  private isAfter(time: ForeignTime, until: string | null): boolean {
    const day = time.local.slice(0, 10);
    if (this.near !== null && day > this.near.last) return true;
    if (until === null) return false;
    if (!until.endsWith('Z')) return until.length === 10 ? day > until : time.local > until;
    const instant = instantOf(time);
    if (instant === null) return time.local > until.slice(0, -1);
    return Temporal.Instant.compare(instant, Temporal.Instant.from(until)) > 0;
  }
}

function isOn(local: string, { first, last }: Span): boolean {
  const day = local.slice(0, 10);
  return day >= first && day <= last;
}

function moved(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
