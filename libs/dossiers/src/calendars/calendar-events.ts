import type ICAL from 'ical.js';
import { isTimeZone } from '#icalendar';
import { unreadable } from '../tables/decoded-text.js';
import { cutBlocks } from './calendar-blocks.js';
import { readContentLines } from './content-lines.js';
import { EntryReader, type ReadEntries, usualZone } from './entry-reader.js';
import { readPart } from './event-parts.js';
import { ForeignZones } from './foreign-zones.js';
import { type Wanted, tooMany } from './repetitions.js';

export type { CalendarEvent } from './calendar-event.js';

/** The most entries that a calendar may come to, with every repetition. */
export const MOST_ENTRIES = 1000;

/** A calendar as it was read. */
export interface ReadCalendar extends ReadEntries {
  /** What it says of itself. */
  readonly component: ICAL.Component;
  /** The time zone that it says, or that its entries are in. */
  readonly zone: string | null;
}

/**
 * Reads the calendars of a file (RFC 5545), each entry by itself.
 * @throws Refusal `dossier.unreadable`
 */
export function readCalendarFile(
  bytes: Uint8Array,
  wanted: Wanted = { most: MOST_ENTRIES, within: null },
): ReadCalendar {
  const { calendars, properties, zones: described, events } = cutBlocks(readContentLines(bytes));
  if (calendars === 0)
    throw unreadable('The file cannot be read: this is no calendar, which begins with BEGIN:VCALENDAR.');
  if (events.length > wanted.most) throw tooMany(wanted.most);
  if (events.length === 0) throw unreadable('There are no entries (VEVENT) in the calendar.');
  const component = readPart('vcalendar', { lines: properties }).part;
  const zones = new ForeignZones(described);
  const named = component.getFirstPropertyValue('x-wr-timezone') as string | null;
  const zone = named && isTimeZone(named) ? named : usualZone(events, zones);
  return { component, zone, ...new EntryReader(events, zones, zone, wanted).read() };
}
