import type ICAL from 'ical.js';
import { isTimeZone } from '#icalendar';
import type { FieldCode } from '#refusals';
import { fingerprintOf } from '../imports/fingerprints.js';
import type { EventBlock } from './calendar-blocks.js';
import type { CalendarEvent, EntryFault } from './calendar-event.js';
import { type ReadPart, readPart } from './event-parts.js';
import type { ForeignZones } from './foreign-zones.js';

/** One calendar of a file, whose entries are not yet read. */
export interface FoundCalendar {
  /** What it says of itself. */
  readonly component: ICAL.Component;
  /** The zones that it describes, and all others. */
  readonly zones: ForeignZones;
  readonly blocks: readonly EventBlock[];
}

/** An entry of a file, whose times are not yet read. */
export interface FoundEntry
  extends Omit<CalendarEvent, 'time' | 'repetition'>, Pick<ReadPart, 'unread'>, Pick<EventBlock, 'isWhole'> {
  readonly zones: ForeignZones;
}

/** Finds the entries of calendars. One without a UID is known by when it starts and what it is called. */
export function findEntries(calendars: readonly FoundCalendar[]): FoundEntry[] {
  const unnamed = new Map<string, number>();
  return calendars.flatMap(({ component: calendar, zones, blocks }) =>
    blocks.map(({ lines, line, isWhole }) => {
      const { part, unread } = readPart('vevent', { lines });
      const uid = String(part.getFirstPropertyValue('uid') ?? '').trim() || nameOf(part, unnamed);
      return { uid, line, part, calendar, unread, isWhole, zones };
    }),
  );
}

/** @param unnamed how many there were of each so far: those that are alike are numbered */
function nameOf(part: ICAL.Component, unnamed: Map<string, number>): string {
  const told = ['dtstart', 'summary'].map((name) => part.getFirstProperty(name)?.toJSON());
  const name = `entry-${fingerprintOf(told)}`;
  const before = unnamed.get(name) ?? 0;
  unnamed.set(name, before + 1);
  return before === 0 ? name : `${name}-${before + 1}`;
}

/** What an entry is told by. */
export function bare({ uid, line, part, calendar }: FoundEntry): Omit<CalendarEvent, 'time' | 'repetition'> {
  return { uid, line, part, calendar };
}

const TIMES = ['dtstart', 'dtend', 'duration', 'rrule', 'exrule', 'rdate', 'exdate', 'recurrence-id'];

/** What is wrong with an entry before its times are read. */
export function faultOf(found: FoundEntry): EntryFault | null {
  const fault = (code: FieldCode, detail: string): EntryFault => ({
    ...bare(found),
    repetition: null,
    code,
    detail,
  });
  if (!found.isWhole) return fault('unfinished', 'The entry has no end (END:VEVENT).');
  const [unread] = TIMES.filter((name) => found.unread.includes(name));
  return unread ? fault('time', `Its time cannot be read: ${unread.toUpperCase()}.`) : null;
}

/** The zone that most entries are in, among those that records can be in. */
export function usualZone(calendars: readonly FoundCalendar[]): string | null {
  const used = calendars.flatMap(({ zones, blocks }) =>
    blocks.map(({ lines }) => {
      const starts = lines.filter(({ text }) => /^DTSTART/i.test(text));
      const tzid = zoneNamed(readPart('vevent', { lines: starts }).part);
      const zone = tzid ? zones.find(tzid) : null;
      return zone && 'name' in zone && isTimeZone(zone.name) ? zone.name : null;
    }),
  );
  const counted = Map.groupBy(
    used.filter((zone) => zone !== null),
    (zone) => zone,
  );
  return [...counted].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
}

/** The zone that an entry says to start in. */
export function zoneNamed(part: ICAL.Component): string | null {
  return part.getFirstProperty('dtstart')?.getFirstParameter('tzid') ?? null;
}
