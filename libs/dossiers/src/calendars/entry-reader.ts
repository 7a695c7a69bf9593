import type ICAL from 'ical.js';
import { isTimeZone } from '#icalendar';
import { Refusal } from '#refusals';
import type { EventBlock } from './calendar-blocks.js';
import type { CalendarEvent, EntryFault } from './calendar-event.js';
import { DoubtfulRule } from './doubtful-rule.js';
import { EntryTimes } from './entry-times.js';
import { type ReadPart, readPart } from './event-parts.js';
import { type ForeignTime, later, markOf, timesIn } from './foreign-times.js';
import type { ForeignZones } from './foreign-zones.js';
import { Repetitions, type Wanted, tooMany } from './repetitions.js';

/** The entries of a file. */
export interface ReadEntries {
  readonly events: readonly CalendarEvent[];
  readonly faults: readonly EntryFault[];
}

type Found = Omit<CalendarEvent, 'time' | 'repetition'> & Pick<ReadPart, 'unread'> & { isWhole: boolean };

/** What the repetitions of an entry are called, by their marks. */
type Names = ReadonlyMap<string, string>;

const TIMES = ['dtstart', 'dtend', 'duration', 'rrule', 'rdate', 'exdate', 'recurrence-id'];

/** Reads the entries of a file, each by itself: what is wrong with one spoils no other. */
export class EntryReader {
  private readonly events: CalendarEvent[] = [];
  private readonly faults: EntryFault[] = [];
  private readonly repetitions: Repetitions;
  private readonly times: EntryTimes;
  private readonly found: readonly Found[];

  /** @param zone the zone that instants are shown in */
  constructor(
    blocks: readonly EventBlock[],
    private readonly zones: ForeignZones,
    zone: string | null,
    private readonly wanted: Wanted,
  ) {
    this.repetitions = new Repetitions(zones, wanted);
    this.times = new EntryTimes(zones, zone);
    this.found = blocks.map(findPart);
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

  private readOne(found: Found, exceptions: readonly Found[], names: Names = new Map()): void {
    try {
      const [start] = timesOf(found.part, 'dtstart');
      if (!start) this.push({ ...bare(found), repetition: this.repetitionOf(found, names), time: null });
      else if (isRecurring(found.part)) this.repeat(found, start, exceptions);
      else this.add(found, this.repetitionOf(found, names), start, start);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (error instanceof DoubtfulRule)
        return void this.faults.push({ ...bare(found), repetition: null, ...doubt(error) });
      const tzid = zoneNamed(found.part);
      const unknown = tzid && !this.zones.find(tzid) ? `, since nobody knows its time zone “${tzid}”` : '';
      this.faults.push({
        ...bare(found),
        repetition: null,
        code: 'time',
        detail: `Its time cannot be read${unknown}.`,
      });
    }
  }

  private repeat(found: Found, start: ForeignTime, exceptions: readonly Found[]): void {
    const times = this.repetitions.of(found.part, start);
    const names = this.nameAll(times);
    const moved = new Set(exceptions.flatMap(({ part }) => this.marksOf(part)));
    for (const time of times) {
      const mark = markOf(time, this.zones);
      if (!moved.has(mark)) this.add(found, names.get(mark)!, start, time);
    }
    for (const exception of exceptions) this.readOne(exception, [], names);
  }

  /** A repetition is called by its day, a further one of the same day by its time. */
  private nameAll(times: readonly ForeignTime[]): Names {
    const days = new Set<string>();
    const nameOf = ({ local }: ForeignTime): string => {
      const day = local.slice(0, 10);
      if (days.has(day)) return local;
      days.add(day);
      return day;
    };
    return new Map(times.map((time) => [markOf(time, this.zones), nameOf(time)]));
  }

  private marksOf(part: ICAL.Component): string[] {
    try {
      return timesOf(part, 'recurrence-id').map((time) => markOf(time, this.zones));
    } catch {
      return [];
    }
  }

  private repetitionOf({ part }: Found, names: Names): string | null {
    const [mark] = this.marksOf(part);
    return names.get(mark ?? '') ?? timesOf(part, 'recurrence-id')[0]?.local.slice(0, 10) ?? null;
  }

  /** @param start when the entry starts, or where it is repeated, when it starts at first */
  private add(found: Found, repetition: string | null, start: ForeignTime, time: ForeignTime): void {
    const by = Temporal.PlainDateTime.from(start.local).until(time.local);
    const end = endOf(found.part, start);
    this.push({ ...bare(found), repetition, time: this.times.write(time, end && later(end, by)) });
  }

  private push(event: CalendarEvent): void {
    if (this.events.length >= this.wanted.most) throw tooMany(this.wanted.most);
    this.events.push(event);
  }
}

/** The zone that most entries are in, among those that records can be in. */
export function usualZone(blocks: readonly EventBlock[], zones: ForeignZones): string | null {
  const used = blocks.map(({ lines }) => {
    const tzid = zoneNamed(
      readPart('vevent', { lines: lines.filter(({ text }) => /^DTSTART/i.test(text)) }).part,
    );
    const zone = tzid ? zones.find(tzid) : null;
    return zone && 'name' in zone && isTimeZone(zone.name) ? zone.name : null;
  });
  const counted = Map.groupBy(
    used.filter((zone) => zone !== null),
    (zone) => zone,
  );
  return [...counted].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
}

function findPart({ lines, line, isWhole }: EventBlock, index: number): Found {
  const { part, unread } = readPart('vevent', { lines });
  const uid = String(part.getFirstPropertyValue('uid') ?? '').trim() || `entry-${index + 1}`;
  return { uid, line, part, unread, isWhole };
}

function faultOf(found: Found): EntryFault | null {
  const fault = (code: string, detail: string): EntryFault => ({
    ...bare(found),
    repetition: null,
    code,
    detail,
  });
  if (!found.isWhole) return fault('unfinished', 'The entry has no end (END:VEVENT).');
  const [unread] = TIMES.filter((name) => found.unread.includes(name));
  return unread ? fault('time', `Its time cannot be read: ${unread.toUpperCase()}.`) : null;
}

function bare({ uid, line, part }: Found): Pick<CalendarEvent, 'uid' | 'line' | 'part'> {
  return { uid, line, part };
}

function doubt({ message }: DoubtfulRule): Pick<EntryFault, 'code' | 'detail'> {
  const detail = `Its rule of repetition cannot be followed: ${message}. Write its repetitions one by one.`;
  return { code: 'repetition', detail };
}

function isRecurring(part: ICAL.Component): boolean {
  return !part.hasProperty('recurrence-id') && (part.hasProperty('rrule') || part.hasProperty('rdate'));
}

function timesOf(part: ICAL.Component, name: string): ForeignTime[] {
  const property = part.getFirstProperty(name);
  return property ? timesIn(property) : [];
}

function zoneNamed(part: ICAL.Component): string | null {
  return part.getFirstProperty('dtstart')?.getFirstParameter('tzid') ?? null;
}

function endOf(part: ICAL.Component, start: ForeignTime): ForeignTime | null {
  const [end] = timesOf(part, 'dtend');
  if (end) return end;
  const duration = part.getFirstProperty('duration')?.toJSON() as unknown[] | undefined;
  return duration ? later(start, Temporal.Duration.from(String(duration[3]))) : null;
}
