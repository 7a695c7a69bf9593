import type ICAL from 'ical.js';
import { isTimeZone } from '#icalendar';
import { unreadable } from '../tables/decoded-text.js';
import { cutBlocks } from './calendar-blocks.js';
import { readContentLines } from './content-lines.js';
import { EntryReader, type ReadEntries } from './entry-reader.js';
import { readPart } from './event-parts.js';
import { ForeignZones, type ReckonedZones } from './foreign-zones.js';
import { usualZone } from './found-entries.js';
import { type Wanted, tooMany } from './repetitions.js';

export type { CalendarEvent } from './calendar-event.js';

/** The most entries that a calendar may come to, with every repetition. */
const MOST_ENTRIES = 1000;

/** The calendars of a file as they were read. */
export interface ReadCalendar extends ReadEntries {
  /** What they say of themselves. */
  readonly component: ICAL.Component;
  /** What the file is encoded in. */
  readonly encoding: string;
  /** The time zone that it says, or that its entries are in. */
  readonly zone: string | null;
}

/**
 * Reads the calendars of a file (RFC 5545), each entry by itself.
 * @param charset what its sender says that it is encoded in
 * @throws Refusal `dossier.unreadable`
 */
export function readCalendarFile(
  bytes: Uint8Array,
  wanted: Wanted = { most: MOST_ENTRIES, within: null },
  charset: string | null = null,
): ReadCalendar {
  const { lines, encoding } = readContentLines(bytes, charset);
  const blocks = cutBlocks(lines);
  if (blocks.length === 0)
    throw unreadable('The file cannot be read: this is no calendar, which begins with BEGIN:VCALENDAR.');
  const entries = blocks.reduce((count, { events }) => count + events.length, 0);
  if (entries > wanted.most) throw tooMany(wanted.most);
  if (entries === 0) throw unreadable('There are no entries (VEVENT) in the calendar.');
  const reckoned: ReckonedZones = new Map();
  const inUse = blocks.filter(({ events }) => events.length > 0);
  const calendars = inUse.map(({ properties, zones, events }) => ({
    component: readPart('vcalendar', { lines: properties }).part,
    zones: new ForeignZones(zones, reckoned),
    blocks: events,
  }));
  const component = readPart('vcalendar', { lines: blocks.flatMap(({ properties }) => properties) }).part;
  const named = component.getFirstPropertyValue('x-wr-timezone') as string | null;
  const zone = named && isTimeZone(named) ? named : usualZone(calendars);
  return { component, encoding, zone, ...new EntryReader(calendars, zone, wanted).read() };
}
