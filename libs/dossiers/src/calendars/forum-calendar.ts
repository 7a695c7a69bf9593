import { joinLines } from '#icalendar';
import type { Text } from '#vocabulary';
import { GatheredDossier, type Read, type ReadFields } from '../imports/gathered-dossier.js';
import type { Advice, Position, WrittenDossier } from '../imports/written-dossier.js';
import { unreadable } from '../tables/decoded-text.js';
import { DirectoryWriter } from '../tables/directory-writer.js';
import { keyOfCode, keyOfName } from '../tables/keys.js';
import { languageOf, namesIn } from '../tables/names.js';
import type { SaidOfFile } from '../tables/sheets.js';
import { type CalendarEvent, type ReadCalendar, readCalendarFile } from './calendar-events.js';
import { daysOf, itselfAmong, spanOf } from './calendar-spans.js';
import { type Said, STATUSES, isOnline, saidBy } from './entry-texts.js';
import { itemKindByTitle } from './item-words.rules.js';

/** The longest that one entry may last in days, each of which becomes an item. */
const MOST_DAYS = 31;

const FORUM = 'forum';

const ADVICE: Advice = {
  'time-zone-unknown':
    'No time zone is known for this entry: write one below BEGIN:VCALENDAR, as in X-WR-TIMEZONE:Europe/Rome, or record its place with one.',
};

/**
 * Makes a dossier of a calendar: a forum with its agenda. The entry that the others belong to, or that lasts as long as
 * all of them, is the forum itself.
 * @throws Refusal `dossier.unreadable`
 */
export function readForum(bytes: Buffer, said: SaidOfFile): WrittenDossier[] {
  const calendar = readCalendarFile(bytes, undefined, said.charset);
  const itself = itselfAmong(calendar.events);
  const name = nameOf(calendar, itself, said);
  const dossier = new GatheredDossier(keyOfName(said.key ?? name.text), said.file, ADVICE);
  new ForumWriter(dossier, calendar, said.language ?? null).write(name, itself);
  return [dossier.finish()];
}

function nameOf(
  { component, events }: ReadCalendar,
  itself: CalendarEvent | null,
  { key }: SaidOfFile,
): Said {
  const summary = (event: CalendarEvent | null | undefined): Said | null => saidBy(event?.part, 'summary');
  const only = events.length === 1 ? summary(events[0]) : null;
  const named = summary(itself) ?? saidBy(component, 'name') ?? saidBy(component, 'x-wr-calname') ?? only;
  const name = named ?? (key ? { text: key, language: null } : null);
  if (!name)
    throw unreadable(
      'The calendar has no name (NAME, X-WR-CALNAME): say key, which becomes that of the forum.',
    );
  return name;
}

class ForumWriter {
  private readonly directory: DirectoryWriter;

  constructor(
    private readonly dossier: GatheredDossier,
    private readonly calendar: ReadCalendar,
    private readonly language: string | null,
  ) {
    this.directory = new DirectoryWriter(dossier, language);
  }

  write({ text, language }: Said, itself: CalendarEvent | null): void {
    const { component, events, zone, faults } = this.calendar;
    const at = { line: itself?.line ?? 1, column: 1 };
    const names = namesIn(joinLines(text), language ?? this.language);
    const span = spanOf(events);
    const described = itself ? saidBy(itself.part, 'description') : saidBy(component, 'x-wr-caldesc');
    const fields = {
      names: { value: names, at },
      summary: this.textOf(described, at),
      starts: span && { value: span.first, at },
      ends: span && { value: span.last, at },
      timeZone: zone === null ? null : { value: zone, at },
      ...(itself ? this.placeOf(itself, at) : {}),
    };
    this.dossier.add(['forums', FORUM], fields, at);
    for (const event of inOrder(events)) if (event !== itself) this.writeItem(event);
    for (const { line, detail, code } of faults) this.dossier.faultAt({ line, column: 1 }, detail, code);
  }

  private writeItem(event: CalendarEvent): void {
    const at = { line: event.line, column: 1 };
    const title = saidBy(event.part, 'summary');
    if (!title) return this.dossier.faultAt(at, 'The entry has no title (SUMMARY).', 'no-title');
    const days = daysOf(event);
    if (days.length > MOST_DAYS) return this.dossier.faultAt(at, TOO_LONG, 'too-long');
    const fields = { ...this.fieldsOf(event, title, at) };
    const key = keyOfCode(event.repetition ? `${event.uid}-${event.repetition}` : event.uid);
    const path = ['forums', FORUM, 'agenda'];
    if (days.length === 0) this.dossier.add([...path, key], { ...fields, ...timesOf(event, at) }, at);
    for (const [index, day] of days.entries())
      this.dossier.add(
        [...path, index === 0 ? key : `${key}-${index + 1}`],
        { ...fields, on: { value: day, at } },
        at,
      );
  }

  private fieldsOf({ part }: CalendarEvent, title: Said, at: Position): ReadFields {
    const status = STATUSES[String(part.getFirstPropertyValue('status')).toUpperCase()];
    return {
      kind: { value: itemKindByTitle(title.text), at },
      title: this.textOf({ ...title, text: joinLines(title.text) }, at),
      abstract: this.textOf(saidBy(part, 'description'), at),
      status: status ? { value: status, at } : null,
      ...this.placeOf({ part }, at),
    };
  }

  /** Whatever is an address on the web is no place: people meet online. */
  private placeOf({ part }: Pick<CalendarEvent, 'part'>, at: Position): ReadFields {
    const location = saidBy(part, 'location');
    if (!location) return {};
    const text = joinLines(location.text, ', ');
    if (isOnline(text)) return { mode: { value: 'online', at } };
    const lang = languageOf(text, location.language ?? this.language);
    const names = { value: [{ text, lang, kind: 'official' as const }], at };
    return { place: { value: this.directory.place(names, { kind: 'venue' }), at } };
  }

  private textOf(said: Said | null, at: Position): Read<Text> | null {
    return said && { value: { [languageOf(said.text, said.language ?? this.language)]: said.text }, at };
  }
}

const TOO_LONG = `An entry lasts at most ${MOST_DAYS} days, each of which becomes an item of the agenda.`;

function timesOf({ time }: CalendarEvent, at: Position): ReadFields {
  if (!time || 'first' in time) return {};
  return {
    startsAt: { value: time.starts, at },
    endsAt: time.ends === null ? null : { value: time.ends, at },
  };
}

function inOrder(events: readonly CalendarEvent[]): CalendarEvent[] {
  const startOf = ({ time }: CalendarEvent): string =>
    time ? ('first' in time ? time.first : time.starts) : '9999';
  return events.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0));
}
