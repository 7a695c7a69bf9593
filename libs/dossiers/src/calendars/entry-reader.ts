import type ICAL from 'ical.js';
import { Refusal } from '#refusals';
import type { CalendarEvent, EntryFault } from './calendar-event.js';
import { DoubtfulRule } from './doubtful-rule.js';
import { DoubtfulEnd, lengthOf, lengthUntil } from './entry-lengths.js';
import { EntryTimes } from './entry-times.js';
import { type ForeignTime, alike, markOf, timesOf } from './foreign-times.js';
import {
  type FoundCalendar,
  type FoundEntry,
  bare,
  faultOf,
  findEntries,
  zoneNamed,
} from './found-entries.js';
import { Repetitions, type Wanted, tooMany } from './repetitions.js';

/** The entries of a file. */
export interface ReadEntries {
  readonly events: readonly CalendarEvent[];
  readonly faults: readonly EntryFault[];
}

/** What is repeated: when it starts at first, and what its repetitions are called, by their marks. */
interface Series {
  readonly start: ForeignTime;
  readonly names: ReadonlyMap<string, string>;
}

/** Reads the entries of a file, each by itself: what is wrong with one spoils no other. */
export class EntryReader {
  private readonly events: CalendarEvent[] = [];
  private readonly faults: EntryFault[] = [];
  private readonly repetitions: Repetitions;
  private readonly times: EntryTimes;
  private readonly found: readonly FoundEntry[];

  /** @param zone the zone that instants are shown in */
  constructor(
    calendars: readonly FoundCalendar[],
    zone: string | null,
    private readonly wanted: Wanted,
  ) {
    this.repetitions = new Repetitions(wanted);
    this.times = new EntryTimes(zone);
    this.found = findEntries(calendars);
  }

  read(): ReadEntries {
    const repeated = new Set(this.found.filter(({ part }) => isRecurring(part)).map(({ uid }) => uid));
    const exceptions = Map.groupBy(
      this.found.filter(({ part, uid }) => part.hasProperty('recurrence-id') && repeated.has(uid)),
      ({ uid }) => uid,
    );
    for (const found of this.found) {
      if (exceptions.get(found.uid)?.includes(found)) continue;
      const wrong = faultOf(found);
      if (wrong) this.faults.push(wrong);
      else this.readOne(found, exceptions.get(found.uid) ?? []);
    }
    return { events: this.events, faults: this.faults };
  }

  private readOne(found: FoundEntry, exceptions: readonly FoundEntry[], series?: Series): void {
    try {
      for (const { part } of [found, ...exceptions]) assertFollowed(part);
      const [start] = timesOf(found.part, 'dtstart', found.zones);
      if (!start) this.push({ ...bare(found), repetition: repetitionOf(found, series), time: null });
      else if (isRecurring(found.part)) this.repeat(found, start, exceptions);
      else this.add(found, repetitionOf(found, series), start, lengthOf(found.part, start, found.zones));
    } catch (error) {
      if (error instanceof Refusal) throw error;
      this.faults.push({ ...bare(found), repetition: null, ...faultFor(error, found) });
    }
  }

  private repeat(found: FoundEntry, start: ForeignTime, exceptions: readonly FoundEntry[]): void {
    const times = this.repetitions.of(found, start);
    const length = lengthOf(found.part, start, found.zones);
    const series = { start, names: nameAll(times) };
    const moved = new Set(exceptions.flatMap((exception) => marksOf(exception, start)));
    for (const time of times) {
      const mark = markOf(time);
      const name = series.names.get(mark)!;
      // An exception may name the day alone.
      if (moved.has(mark) || moved.has(name)) continue;
      this.add(found, name, time, time.ends === null ? length : lengthUntil(time, time.ends));
    }
    for (const exception of exceptions) this.readOne(exception, [], series);
  }

  private add(
    found: FoundEntry,
    repetition: string | null,
    time: ForeignTime,
    length: Temporal.Duration | null,
  ): void {
    this.push({ ...bare(found), repetition, time: this.times.write(time, length) });
  }

  private push(event: CalendarEvent): void {
    if (this.events.length >= this.wanted.most) throw tooMany(this.wanted.most);
    this.events.push(event);
  }
}

/** A repetition is called by its day, a further one of the same day by its time. */
function nameAll(times: readonly ForeignTime[]): Series['names'] {
  const days = new Set<string>();
  const nameOf = ({ local }: ForeignTime): string => {
    const day = local.slice(0, 10);
    if (days.has(day)) return local;
    days.add(day);
    return day;
  };
  return new Map(times.map((time) => [markOf(time), nameOf(time)]));
}

function marksOf({ part, zones }: FoundEntry, start: ForeignTime): string[] {
  try {
    return timesOf(part, 'recurrence-id', zones).map((time) => markOf(alike(start, time)));
  } catch {
    return [];
  }
}

function repetitionOf(found: FoundEntry, series: Series | undefined): string | null {
  const [mark] = series ? marksOf(found, series.start) : [];
  const [said] = timesOf(found.part, 'recurrence-id', found.zones);
  return series?.names.get(mark ?? '') ?? said?.local.slice(0, 10) ?? null;
}

/** @throws DoubtfulRule where an entry is repeated in a way that is no longer in use */
function assertFollowed(part: ICAL.Component): void {
  if (part.hasProperty('exrule'))
    throw new DoubtfulRule('It leaves repetitions out by a rule of its own, EXRULE');
  if (part.getFirstProperty('recurrence-id')?.getFirstParameter('range'))
    throw new DoubtfulRule('It changes all repetitions from one on, RANGE');
}

function faultFor(error: unknown, { part, zones }: FoundEntry): Pick<EntryFault, 'code' | 'detail'> {
  if (error instanceof DoubtfulRule) {
    const detail = `Its rule of repetition cannot be followed: ${error.message}. Write its repetitions one by one.`;
    return { code: 'repetition', detail };
  }
  if (error instanceof DoubtfulEnd) return { code: 'time', detail: error.message };
  const tzid = zoneNamed(part);
  const unknown = tzid && !zones.find(tzid) ? `, since nobody knows its time zone “${tzid}”` : '';
  return { code: 'time', detail: `Its time cannot be read${unknown}.` };
}

function isRecurring(part: ICAL.Component): boolean {
  return !part.hasProperty('recurrence-id') && (part.hasProperty('rrule') || part.hasProperty('rdate'));
}
