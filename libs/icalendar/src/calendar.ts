import {
  PRODUCT,
  escapeText,
  escapeUri,
  joinLines,
  writeDegrees,
  writeLine,
  writeProperty,
  writeText,
} from './content-line.js';
import { writeInstant } from './date-time.js';
import { writeTimeZone } from './time-zone.js';
import { type When, writeWhen } from './when.js';

const YEAR = { hours: 366 * 24 };
/** What an empty calendar describes its zone for. */
const USUAL_SPAN = {
  first: Temporal.Instant.from('2025-01-01T00:00Z'),
  last: Temporal.Instant.from('2037-12-31T00:00Z'),
};

/** The VTIMEZONE of each zone that is used, in the order of first use; null where none can be written. */
type Zones = ReadonlyMap<string, readonly string[] | null>;

/** One event or one item of an agenda: a VEVENT (RFC 5545, 3.6.1). */
export interface CalendarEntry {
  /** Kept with the record and never recomputed. */
  uid: string;
  /** Kept with the record: rises with each change of time, place or status. */
  sequence: number;
  created: Temporal.Instant;
  /** The last change of all that the entry is made of: DTSTAMP and LAST-MODIFIED. */
  changed: Temporal.Instant;
  when: When;
  status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  summary: string;
  description?: string;
  location?: string;
  categories?: readonly string[];
  url?: string;
  /** Degrees, north and east positive (WGS 84). */
  geo?: { latitude: number; longitude: number };
  /** The uid of the parent entry: an agenda item names its forum. */
  relatedTo?: string;
  /** Whether the entry leaves its time free. */
  transparent?: boolean;
  /** Whether it is for nobody but the owner of the calendar. */
  private?: boolean;
  /** The BCP 47 tag of the summary's language, where it is known. */
  language?: string;
  /** What it is called, and tells, by language: for forms that have room for it. */
  translations?: Readonly<Record<string, { summary?: string; description?: string }>>;
}

/** A feed or a file: a VCALENDAR (RFC 5545, 3.4) with the properties of RFC 7986. */
export interface Calendar {
  /** Left out of a file with one entry, which desktop Outlook takes for an empty calendar otherwise. */
  name?: string;
  /** What a group of entries is told from others by; not in iCalendar, where it makes one item of the whole for some. */
  uid?: string;
  description?: string;
  /** The BCP 47 tag of the name's and the description's language. */
  language?: string;
  /** How often a subscriber should look again: an ISO 8601 duration in days, hours, minutes and seconds. */
  refreshEvery?: string;
  /** The public address of this feed. */
  source?: string;
  /** The IANA zone whose VTIMEZONE is written in an otherwise empty calendar. */
  timeZone: string;
  /** Written in this order. */
  entries: readonly (CalendarEntry | WrittenEntry)[];
}

/** An entry as {@link writeWholeDays} or {@link writeTask} has written it. */
export type WrittenEntry = string;

/** Writes an entry that lasts whole days ahead: it is the same in every calendar, since it needs no zone of it. */
export function writeWholeDays(entry: CalendarEntry): WrittenEntry {
  return writeEntry(entry, new Map()).join('\r\n');
}

/**
 * Writes a calendar as text/calendar (RFC 5545, RFC 7986): lines of at most 75 octets of UTF-8, each
 * ended by CRLF. The same calendar gives the same bytes always, whatever the server's zone and clock.
 *
 * @throws RangeError for a zone that the platform does not know, an entry that ends before it begins,
 *   a year beyond 9999, or a `refreshEvery` that is no duration
 */
export function writeCalendar(calendar: Calendar): string {
  const zones = findZones(calendar);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    PRODUCT,
    'CALSCALE:GREGORIAN',
    ...writeHeading(calendar),
    ...[...zones.values()].flatMap((zone) => zone ?? []),
    ...calendar.entries.flatMap((entry) => (typeof entry === 'string' ? entry : writeEntry(entry, zones))),
    'END:VCALENDAR',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function writeHeading({ name, description, language, refreshEvery, source, timeZone }: Calendar): string[] {
  return [
    ...whenGiven(name, (text) => [
      writeLine('NAME', text, { LANGUAGE: language }),
      writeLine('X-WR-CALNAME', text),
    ]),
    ...whenGiven(description, (text) => [
      writeText('DESCRIPTION', text, { LANGUAGE: language }),
      writeText('X-WR-CALDESC', text),
    ]),
    ...whenGiven(name, () => [writeLine('X-WR-TIMEZONE', timeZone)]),
    ...whenGiven(refreshEvery, writeRefresh),
    ...whenGiven(source, (uri) => [writeProperty('SOURCE', escapeUri(uri), { VALUE: 'URI' })]),
  ];
}

function writeRefresh(duration: string): string[] {
  const value = Temporal.Duration.from(duration).toString();
  return [
    writeProperty('REFRESH-INTERVAL', value, { VALUE: 'DURATION' }),
    writeProperty('X-PUBLISHED-TTL', value),
  ];
}

/** A calendar without entries needs some component to be valid: the VTIMEZONE of its own zone. */
function findZones({ entries, timeZone }: Calendar): Zones {
  if (entries.length > 0) return describeZones(findSpans(entries));
  const own = describeZones(new Map([[timeZone, USUAL_SPAN]]));
  return own.get(timeZone) ? own : describeZones(new Map([['UTC', USUAL_SPAN]]));
}

function describeZones(spans: ReadonlyMap<string, typeof USUAL_SPAN>): Zones {
  const described = [...spans].map(
    ([zone, { first, last }]) => [zone, writeTimeZone(zone, first.subtract(YEAR), last.add(YEAR))] as const,
  );
  return new Map(described);
}

/** The zones that need a VTIMEZONE, in the order of their first use, with the time each is used for. */
function findSpans(entries: Calendar['entries']): Map<string, typeof USUAL_SPAN> {
  const spans = new Map<string, typeof USUAL_SPAN>();
  for (const { when } of entries.filter((entry) => typeof entry !== 'string')) {
    if ('days' in when || when.timeZone === 'UTC') continue;
    const end = when.until ?? when.from;
    const { first, last } = spans.get(when.timeZone) ?? { first: when.from, last: end };
    spans.set(when.timeZone, {
      first: Temporal.Instant.compare(when.from, first) < 0 ? when.from : first,
      last: Temporal.Instant.compare(end, last) > 0 ? end : last,
    });
  }
  return spans;
}

function writeEntry(entry: CalendarEntry, zones: Zones): string[] {
  const changed = writeInstant(entry.changed);
  return [
    'BEGIN:VEVENT',
    writeLine('UID', entry.uid),
    writeProperty('DTSTAMP', changed),
    ...writeWhen(whenIn(zones, entry.when)),
    writeProperty('CREATED', writeInstant(entry.created)),
    writeProperty('LAST-MODIFIED', changed),
    writeProperty('SEQUENCE', String(entry.sequence)),
    ...(entry.private ? [writeProperty('CLASS', 'PRIVATE')] : []),
    writeProperty('STATUS', entry.status),
    writeProperty('TRANSP', entry.transparent ? 'TRANSPARENT' : 'OPAQUE'),
    writeProperty('X-MICROSOFT-CDO-BUSYSTATUS', busyStatusOf(entry)),
    writeLine('SUMMARY', entry.summary),
    ...writeDetails(entry),
    'END:VEVENT',
  ];
}

/** Without a VTIMEZONE that every reader understands, times are in UTC. */
function whenIn(zones: Zones, when: When): When {
  return 'days' in when || zones.get(when.timeZone) ? when : { ...when, timeZone: 'UTC' };
}

function busyStatusOf({ transparent, status }: CalendarEntry): string {
  if (transparent) return 'FREE';
  return status === 'TENTATIVE' ? 'TENTATIVE' : 'BUSY';
}

function writeDetails({ description, location, geo, categories, url, relatedTo }: CalendarEntry): string[] {
  return [
    ...whenGiven(description, (text) => [writeText('DESCRIPTION', text)]),
    ...whenGiven(location, (text) => [writeLine('LOCATION', text, undefined, ', ')]),
    ...whenGiven(geo, ({ latitude, longitude }) => [
      writeProperty('GEO', `${writeDegrees(latitude)};${writeDegrees(longitude)}`),
    ]),
    ...whenGiven(categories?.map(writeCategory).join(','), (list) => [writeProperty('CATEGORIES', list)]),
    ...whenGiven(url, (uri) => [writeProperty('URL', escapeUri(uri))]),
    ...whenGiven(relatedTo, (uid) => [writeLine('RELATED-TO', uid)]),
  ];
}

function writeCategory(category: string): string {
  return escapeText(joinLines(category));
}

function whenGiven<T>(value: T | '' | undefined, write: (value: T) => string[]): string[] {
  return value === undefined || value === '' ? [] : write(value);
}
