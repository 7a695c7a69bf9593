import type { Standing } from '#agendas';
import type { CalendarEntry, When } from '#icalendar';
import { isDay } from '#vocabulary';
import { type Words, calendarStatus } from './calendar.rules.js';

interface PlaceRow {
  readonly name: string;
  readonly address: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** What events and agenda items alike bring to a calendar, as their statements give it. */
interface EntryRow {
  readonly uid: string;
  readonly sequence: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly status: string;
  readonly name: string;
  readonly timeZone: string | null;
  readonly place: PlaceRow | null;
  readonly topics: readonly { readonly name: string }[];
}

/** An event, as the statements of calendars give it. */
export interface EventRow extends EntryRow {
  readonly id: string;
  readonly kind: 'visit' | 'forum';
  readonly isPublic: boolean;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly summary: string | null;
  readonly theme: string | null;
  /** The places of its legs, in order. */
  readonly stops: readonly string[];
}

/** An agenda item, as the statement of a file gives it. */
export interface ItemRow extends EntryRow {
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly on: string | null;
  readonly standing: Standing;
  readonly abstract: string | null;
}

/** How entries are to be written. */
export interface Style {
  readonly words: Words;
  /** Whether what was cancelled is kept in sight, with a marked title. */
  readonly showsCancelled: boolean;
  /** The public address of the server. */
  readonly publicUrl: string;
}

/** The entry of an event over its whole days; null where they are not known to the day. */
export function toEventEntry(row: EventRow, style: Style): CalendarEntry | null {
  const when = daysBetween(row.starts, row.ends ?? row.starts);
  if (!when) return null;
  return {
    ...toEntry(row, when, row.status, style),
    description: [row.summary, row.theme].filter((text) => text !== null).join('\n\n'),
    location: locationOf(row.place) ?? [...new Set(row.stops)].join(', '),
    url: row.isPublic ? fileAddress(row, style.publicUrl) : undefined,
  };
}

/** The entry of an agenda item at its hours or on its day; null where neither is known. */
export function toItemEntry(row: ItemRow, event: EventRow, style: Style): CalendarEntry | null {
  const when = whenOf(row);
  if (!when) return null;
  return {
    ...toEntry(row, when, IN_EFFECT[row.standing] ?? row.status, style),
    description: row.abstract ?? undefined,
    location: locationOf(row.place),
    relatedTo: event.uid,
  };
}

/** The status that an item has in effect where it does not stand, whatever its own still is. */
const IN_EFFECT: Readonly<Partial<Record<Standing, string>>> = { off: 'cancelled', tentative: 'postponed' };

/** The public address of an event's file. */
export function fileAddress({ kind, id }: Pick<EventRow, 'kind' | 'id'>, publicUrl: string): string {
  return `${publicUrl}/v1/${kind}s/${id}.ics`;
}

function toEntry(
  { uid, sequence, createdAt, updatedAt, name, place, topics }: EntryRow,
  when: When,
  recordedStatus: string,
  { words, showsCancelled }: Style,
): CalendarEntry {
  const status = calendarStatus(recordedStatus);
  const isMarked = status === 'CANCELLED' && showsCancelled;
  return {
    uid,
    sequence,
    created: Temporal.Instant.from(createdAt),
    changed: Temporal.Instant.from(updatedAt),
    when,
    status: isMarked ? 'TENTATIVE' : status,
    summary: isMarked ? `${words.cancelled}${name}` : name,
    categories: topics.map((topic) => topic.name),
    geo: positionOf(place),
    transparent: status === 'CANCELLED' || recordedStatus === 'postponed' || 'days' in when,
  };
}

function whenOf({ startsAt, endsAt, on, timeZone }: ItemRow): When | null {
  if (startsAt === null) return daysBetween(on, on);
  if (!canBeWritten(startsAt, endsAt ?? startsAt)) return null;
  return {
    from: Temporal.Instant.from(startsAt),
    until: endsAt === null ? null : Temporal.Instant.from(endsAt),
    timeZone: timeZone ?? 'UTC',
  };
}

function daysBetween(first: string | null, last: string | null): When | null {
  if (first === null || last === null || !isDay(first) || !isDay(last)) return null;
  if (!canBeWritten(first, last)) return null;
  return { days: { first: Temporal.PlainDate.from(first), last: Temporal.PlainDate.from(last) } };
}

/**
 * Whether iCalendar can hold a span: its years have four digits, even a day later and in another zone.
 * One record that cannot be written must not cost everybody the whole feed.
 */
function canBeWritten(first: string, last: string): boolean {
  return first >= '0002' && first <= last && last < '9999';
}

function locationOf(place: PlaceRow | null): string | undefined {
  return place ? [place.name, place.address].filter((line) => line !== null).join(', ') : undefined;
}

function positionOf(place: PlaceRow | null): CalendarEntry['geo'] {
  if (!place || place.latitude === null || place.longitude === null) return undefined;
  return { latitude: place.latitude, longitude: place.longitude };
}
