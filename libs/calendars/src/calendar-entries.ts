import type { Standing } from '#agendas';
import type { CalendarEntry, When } from '#icalendar';
import { isDay } from '#vocabulary';
import type { EntryRow, EventRow, ItemRow } from './calendar-rows.js';
import { type Words, calendarStatus, pageOf } from './calendar.rules.js';
import { describeEvent } from './descriptions.js';
import { locationOf, locationOfEvent } from './locations.js';
import { titlesIn, translationsOf } from './translations.js';

/** How entries are to be written. */
export interface Style {
  readonly words: Words;
  /** Whether what was cancelled is kept in sight, with a marked title. */
  readonly showsCancelled: boolean;
  /** The address of an event's page for people, with its `{kind}` and `{id}`, where there are such pages. */
  readonly publicPageUrl: string | undefined;
}

/** The entry of an event over its whole days; null where they are not known to the day. */
export function toEventEntry(row: EventRow, style: Style): CalendarEntry | null {
  const when = daysBetween(row.starts, row.ends ?? row.starts);
  if (!when) return null;
  const url = row.isPublic ? pageOf(row, style.publicPageUrl) : undefined;
  return {
    ...toEntry(row, when, row.status, style),
    description: describeEvent(row, style.words, url),
    location: locationOfEvent(row),
    url,
    relatedTo: row.parentUid ?? undefined,
    ...translationsOf(row, titlesIn(row.names ?? []), {}, style),
  };
}

/** The entry of an agenda item at its hours or on its day; null where neither is known. */
export function toItemEntry(row: ItemRow, event: EventRow, style: Style): CalendarEntry | null {
  const when = whenOf(row);
  if (!when) return null;
  return {
    ...toEntry(
      { ...row, place: row.place ?? event.place },
      when,
      IN_EFFECT[row.standing] ?? row.status,
      style,
    ),
    description: row.abstract ?? undefined,
    location: row.place ? locationOf(row.place) : locationOfEvent(event),
    relatedTo: event.uid,
    ...translationsOf(row, row.titles ?? {}, row.abstracts ?? {}, style),
  };
}

/** The status that an item has in effect where it does not stand, whatever its own still is. */
const IN_EFFECT: Readonly<Partial<Record<Standing, string>>> = { off: 'cancelled', tentative: 'postponed' };

function toEntry(
  { uid, sequence, createdAt, changedAt, name, place, topics }: EntryRow,
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
    changed: Temporal.Instant.from(changedAt),
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
  // What ends on a day is written with the day after it as its end.
  if (first > last || last === LAST_DAY) return null;
  return { days: { first: Temporal.PlainDate.from(first), last: Temporal.PlainDate.from(last) } };
}

const LAST_DAY = '9999-12-31';

/**
 * Whether iCalendar can hold a span of time: its years have four digits, even a day later and in another zone.
 * One record that cannot be written must not cost everybody the whole feed.
 */
function canBeWritten(first: string, last: string): boolean {
  return first >= '0002' && first <= last && last < '9999';
}

function positionOf(place: EntryRow['place']): CalendarEntry['geo'] {
  if (!place || place.latitude === null || place.longitude === null) return undefined;
  return { latitude: place.latitude, longitude: place.longitude };
}
