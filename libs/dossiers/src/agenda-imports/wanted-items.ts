import { hash } from 'node:crypto';
import { joinLines } from '#icalendar';
import { characterStart } from '#vocabulary';
import type { CalendarEvent, EntryFault } from '../calendars/calendar-event.js';
import { daysOf } from '../calendars/calendar-spans.js';
import { STATUSES, type Said, isOnline, saidBy } from '../calendars/entry-texts.js';
import { itemKindByTitle } from '../calendars/item-words.rules.js';
import { languageOf } from '../tables/names.js';
import type { ImportReasonView } from './agenda-imports.dto.js';
import type { ImportingEvent } from './imported-items.js';
import type { FoundPlace } from './item-places.js';

/** What an entry says of an item, by field; each language of a text by itself: `title/en`. */
export type SaidFields = Readonly<Record<string, unknown>>;

/** An item that a calendar wants in an agenda. */
export interface WantedItem {
  readonly uid: string;
  readonly repetition: string;
  readonly line: number;
  readonly sequence: number;
  readonly modified: string | null;
  readonly title: string | null;
  /** The day that it is on, at the place of the event. */
  readonly day: string | null;
  readonly kind: string;
  readonly said: SaidFields;
  readonly isCancelled: boolean;
  readonly reasons: readonly ImportReasonView[];
  /** What becomes of it whatever the agenda holds; null where that has to be looked at. */
  readonly verdict: 'skipped' | 'doubtful' | null;
}

/** What entries are made into items by. */
export interface Reading {
  readonly event: ImportingEvent;
  /** The entry that is the event itself. */
  readonly itself: CalendarEvent | null;
  readonly language: string | null;
  readonly places: ReadonlyMap<string, FoundPlace>;
}

/** A UID that is longer than what is kept of it. */
const LONG = 200;

/** The place that an entry names, in one line; empty where it is none. */
export function locationOf({ part }: Pick<CalendarEvent, 'part'>): string {
  const said = joinLines(saidBy(part, 'location')?.text ?? '', ', ');
  const location = said.slice(0, characterStart(said, 500));
  return isOnline(location) ? '' : location;
}

/** An entry that cannot be read. */
export function unreadableItem(fault: EntryFault): WantedItem {
  const reason = { code: fault.code, detail: fault.detail };
  return {
    ...factsOf(fault),
    said: {},
    day: null,
    reasons: [reason],
    verdict: 'doubtful',
    isCancelled: false,
  };
}

/** The items that an entry becomes: one for each day of what lasts several. */
export function wantedItems(entry: CalendarEvent, reading: Reading): WantedItem[] {
  const days = daysOf(entry);
  const all = wantedItem(entry, reading);
  if (reading.event.uids.includes(entry.uid)) return [{ ...all, verdict: 'skipped', reasons: [OWN] }];
  if (entry === reading.itself) return [{ ...all, verdict: 'skipped', reasons: [WHOLE] }];
  if (days.length < 2)
    return [{ ...all, said: { ...all.said, ...timeOf(entry, days) } }].map(judged(reading, days));
  if (days.length > MOST_DAYS) return [{ ...all, verdict: 'doubtful', reasons: [TOO_LONG] }];
  return days.map((day) =>
    judged(reading, [day])({
      ...all,
      repetition: `${all.repetition}+${day}`,
      said: { ...all.said, on: day },
    }),
  );
}

const MOST_DAYS = 31;
const WHOLE: ImportReasonView = {
  code: 'whole',
  detail: 'It lasts as long as the event: it is the event itself.',
};
const OWN: ImportReasonView = {
  code: 'own',
  detail: 'It comes from here: it is the event itself, or stands in its agenda.',
};
const TOO_LONG: ImportReasonView = { code: 'too-long', detail: `An entry lasts at most ${MOST_DAYS} days.` };

function wantedItem(entry: CalendarEvent, reading: Reading): WantedItem {
  const { part } = entry;
  const [status, facts] = [
    STATUSES[String(part.getFirstPropertyValue('status')).toUpperCase()],
    factsOf(entry),
  ];
  const title = saidBy(part, 'summary');
  const place = placeOf(entry, reading);
  return {
    ...facts,
    said: {
      ...textOf('title', title && { ...title, text: joinLines(title.text) }, reading),
      ...textOf('abstract', saidBy(part, 'description'), reading),
      ...place.said,
      ...(status ? { status } : {}),
    },
    day: null,
    isCancelled: status === 'cancelled' || cancels(entry),
    reasons: place.reasons,
    verdict: null,
  };
}

function factsOf({ uid, repetition, line, part }: Omit<CalendarEvent, 'time'>) {
  const title = saidBy(part, 'summary');
  const sequence = Number(part.getFirstPropertyValue('sequence') ?? 0);
  const modified = part.getFirstProperty('last-modified')?.toJSON() as unknown[] | undefined;
  return {
    uid: uid.length > LONG ? `sha256:${hash('sha256', uid, 'base64url')}` : uid,
    repetition: repetition ?? '',
    line,
    sequence: Number.isInteger(sequence) && sequence >= 0 ? Math.min(sequence, 2 ** 31 - 1) : 0,
    modified: modified ? String(modified[3]).slice(0, 20) : null,
    title: title && joinLines(title.text),
    kind: itemKindByTitle(title?.text ?? ''),
  };
}

/** Whether the whole calendar cancels what it holds (RFC 5546). */
function cancels({ calendar }: CalendarEvent): boolean {
  return String(calendar.getFirstPropertyValue('method')).toUpperCase() === 'CANCEL';
}

function textOf(field: string, said: Said | null, { language }: Reading): SaidFields {
  return said ? { [`${field}/${languageOf(said.text, said.language ?? language)}`]: said.text } : {};
}

/** Where it is; what is no place that Corteo knows is kept as a note. */
function placeOf(entry: CalendarEvent, reading: Reading): Pick<WantedItem, 'said' | 'reasons'> {
  const location = locationOf(entry);
  if (location === '') {
    const isSaid = saidBy(entry.part, 'location') !== null;
    return { said: isSaid ? { mode: 'online' } : {}, reasons: [] };
  }
  const found = reading.places.get(location) ?? null;
  if (found && found !== 'several') return { said: { placeId: found.id }, reasons: [] };
  const detail = found
    ? `Several places are called “${location}”; it is kept as a note.`
    : `No place is called “${location}” where the event is; it is kept as a note.`;
  const said = textOf('notes', { text: location, language: null }, reading);
  return { said, reasons: [{ code: found ? 'place-ambiguous' : 'place-unknown', detail }] };
}

/** The times of an entry: instants, or what clocks at its place show. */
function timeOf({ time }: CalendarEvent, [day]: readonly string[]): SaidFields {
  if (time === null) return {};
  if ('first' in time) return { on: day };
  const ends = time.ends === null ? {} : { endsAt: written(time.ends) };
  return { startsAt: written(time.starts), ...ends };
}

function written(time: string): string {
  return time.length > 19 ? Temporal.Instant.from(time).toString({ smallestUnit: 'second' }) : time;
}

/** Finds what is doubtful about an item, whatever the agenda holds. */
function judged(reading: Reading, [day]: readonly string[]): (item: WantedItem) => WantedItem {
  return (item) => {
    const at = day ?? dayOf(item.said.startsAt as string | undefined, reading.event);
    const reason = item.title === null ? NO_TITLE : at === null ? null : outside(at, reading.event);
    const known = { ...item, day: at };
    return reason ? { ...known, verdict: 'doubtful', reasons: [...item.reasons, reason] } : known;
  };
}

const NO_TITLE: ImportReasonView = { code: 'no-title', detail: 'The entry has no title (SUMMARY).' };

function outside(day: string, { first, last }: ImportingEvent): ImportReasonView | null {
  if (first === null || last === null || (day >= first && day <= last)) return null;
  const days = first === last ? `its day, ${first}` : `its days, ${first} to ${last}`;
  return { code: 'outside', detail: `It is on ${day}; the event has ${days}.` };
}

function dayOf(time: string | undefined, { timeZone }: ImportingEvent): string | null {
  if (time === undefined) return null;
  if (!time.endsWith('Z')) return time.slice(0, 10);
  return Temporal.Instant.from(time)
    .toZonedDateTimeISO(timeZone ?? 'UTC')
    .toPlainDate()
    .toString();
}
