import ICAL from 'ical.js';
import { isTimeZone } from '#icalendar';
import { decodeText, unreadable } from '../tables/decoded-text.js';

/** The most entries that a calendar may come to, with every repetition. */
export const MOST_ENTRIES = 1000;

/** When an entry takes place: on days, or at times as they were written. */
export type EntryTime =
  | { readonly first: string; readonly last: string }
  | { readonly starts: string; readonly ends: string | null };

/** One entry of a calendar, or one repetition of it. */
export interface CalendarEvent {
  readonly uid: string;
  /** The day of the repetition, where it is one. */
  readonly repetition: string | null;
  /** The line that it begins in. */
  readonly line: number;
  readonly time: EntryTime | null;
  readonly part: ICAL.Component;
}

/** A calendar as it was read. */
export interface ReadCalendar {
  readonly component: ICAL.Component;
  /** The time zone that it says, or that its entries are in. */
  readonly zone: string | null;
  readonly events: readonly CalendarEvent[];
  /** Entries that cannot be taken, with what is wrong. */
  readonly faults: readonly { readonly line: number; readonly detail: string; readonly code: string }[];
}

/**
 * Reads the first calendar of a file (RFC 5545).
 * @throws Refusal `dossier.unreadable`
 */
export function readCalendarFile(bytes: Uint8Array): ReadCalendar {
  const text = decodeText(bytes);
  const lines = text
    .split(/\r\n|\n|\r/)
    .flatMap((line, at) => (/^BEGIN:VEVENT\s*$/i.test(line) ? [at + 1] : []));
  if (lines.length > MOST_ENTRIES) throw unreadable(TOO_MANY);
  const component = parse(text);
  const parts = component.getAllSubcomponents('vevent');
  if (parts.length === 0) throw unreadable('There are no entries (VEVENT) in the calendar.');
  const zone = zoneOf(component, parts);
  return { component, zone, ...new EntryReader(parts, lines, zone).read() };
}

const TOO_MANY = `A calendar comes to at most ${MOST_ENTRIES} entries, with every repetition; divide it.`;

function parse(text: string): ICAL.Component {
  try {
    const parsed = ICAL.parse(text) as unknown[];
    const first = Array.isArray(parsed[0]) ? parsed[0] : parsed;
    const component = new ICAL.Component(first as unknown[]);
    if (component.name === 'vcalendar') return component;
  } catch (error) {
    throw unreadable(`The calendar cannot be read: ${(error as Error).message}.`);
  }
  throw unreadable('This is no calendar: it should begin with BEGIN:VCALENDAR.');
}

function zoneOf(component: ICAL.Component, parts: readonly ICAL.Component[]): string | null {
  const named = component.getFirstPropertyValue('x-wr-timezone') as string | null;
  if (named && isTimeZone(named)) return named;
  const used = parts
    .map((part) => tzidOf(part.getFirstProperty('dtstart')))
    .filter((tzid) => tzid && isTimeZone(tzid));
  const counted = Map.groupBy(used, (tzid) => tzid);
  return [...counted].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
}

function tzidOf(property: ICAL.Property | null): string | null {
  return property?.getFirstParameter('tzid') ?? null;
}

class EntryReader {
  private readonly events: CalendarEvent[] = [];
  private readonly faults: { line: number; detail: string; code: string }[] = [];

  constructor(
    private readonly parts: readonly ICAL.Component[],
    private readonly lines: readonly number[],
    private readonly zone: string | null,
  ) {}

  read(): Pick<ReadCalendar, 'events' | 'faults'> {
    const exceptions = this.parts.filter((part) => part.hasProperty('recurrence-id'));
    for (const [index, part] of this.parts.entries()) {
      if (exceptions.includes(part) && this.parts.some((other) => isRepeated(other, part))) continue;
      const line = this.lines[index] ?? 1;
      const uid = uidOf(part) ?? `entry-${index + 1}`;
      const event = new ICAL.Event(part, { exceptions: exceptions.filter((one) => uidOf(one) === uid) });
      if (!part.hasProperty('dtstart')) this.events.push({ uid, repetition: null, line, time: null, part });
      else if (!event.isRecurring())
        this.add({ uid, repetition: null, line, part }, event.startDate, event.endDate);
      else if (rulesOf(part).every(endsSurely)) this.repeat(event, uid, line);
      else this.faults.push({ line, detail: REPEATS, code: 'repetition' });
    }
    return { events: this.events, faults: this.faults };
  }

  private repeat(event: ICAL.Event, uid: string, line: number): void {
    const dates = event.iterator();
    for (let date = dates.next(); date; date = dates.next()) {
      if (this.events.length >= MOST_ENTRIES) throw unreadable(TOO_MANY);
      const { item, startDate, endDate } = event.getOccurrenceDetails(date);
      const repetition = date.toString().slice(0, 10);
      this.add({ uid, repetition, line, part: item.component }, startDate, endDate);
    }
  }

  private add(found: Omit<CalendarEvent, 'time'>, starts: ICAL.Time, ends: ICAL.Time): void {
    const tzid = tzidOf(found.part.getFirstProperty('dtstart'));
    try {
      this.events.push({ ...found, time: timeOf(starts, ends, tzid, this.zone) });
    } catch {
      const unknown = tzid ? `, or its time zone ${tzid} is neither known nor described in the file` : '';
      this.faults.push({ line: found.line, detail: `Its time cannot be read${unknown}.`, code: 'time' });
    }
  }
}

function rulesOf(part: ICAL.Component): ICAL.Recur[] {
  return part.getAllProperties('rrule').map((property) => property.getFirstValue() as unknown as ICAL.Recur);
}

/** Whether a rule is one whose repetitions are found without a search that may never end. */
function endsSurely({ freq, interval, count, until, parts }: ICAL.Recur): boolean {
  const isBounded = Boolean(until) || (count !== null && count <= MOST_ENTRIES);
  const isPlain = Object.keys(parts).every((name) => name === 'BYDAY');
  const hasDays = 'BYDAY' in parts;
  return isBounded && isPlain && (freq === 'WEEKLY' || (freq === 'DAILY' && (!hasDays || interval === 1)));
}

const REPEATS =
  'It is taken only where it repeats daily or weekly and has an end; write its repetitions one by one.';

function isRepeated(other: ICAL.Component, part: ICAL.Component): boolean {
  return other.hasProperty('rrule') && uidOf(other) === uidOf(part);
}

function uidOf(part: ICAL.Component): string | null {
  return part.getFirstPropertyValue('uid') as string | null;
}

function timeOf(
  starts: ICAL.Time,
  ends: ICAL.Time | null,
  tzid: string | null,
  zone: string | null,
): EntryTime {
  if (!starts.isDate) {
    const until = ends && ends.compare(starts) > 0 ? writeTime(ends, tzid, zone) : null;
    return { starts: writeTime(starts, tzid, zone), ends: until };
  }
  const first = Temporal.PlainDate.from(starts.toString());
  // The end of days is the day after the last.
  const last = ends ? Temporal.PlainDate.from(ends.toString().slice(0, 10)).subtract({ days: 1 }) : first;
  return {
    first: first.toString(),
    last: (Temporal.PlainDate.compare(last, first) < 0 ? first : last).toString(),
  };
}

/** A time with its offset from UTC, or as clocks show it where the calendar does not say where they are. */
function writeTime(time: ICAL.Time, tzid: string | null, zone: string | null): string {
  const local = time.toString().replace(/Z$/, '');
  const isUtc = time.zone.tzid === 'UTC';
  if (isUtc) return write(Temporal.Instant.from(`${local}Z`).toZonedDateTimeISO(zone ?? 'UTC'));
  if (!tzid) return local;
  if (isTimeZone(tzid)) return write(Temporal.PlainDateTime.from(local).toZonedDateTime(tzid));
  if (time.zone.tzid !== tzid) throw new RangeError(tzid);
  const instant = Temporal.Instant.fromEpochMilliseconds(Date.parse(`${local}Z`) - time.utcOffset() * 1000);
  return write(instant.toZonedDateTimeISO(zone ?? 'UTC'));
}

function write(time: Temporal.ZonedDateTime): string {
  return time.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
