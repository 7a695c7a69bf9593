import ICAL from 'ical.js';
import type { EventBlock } from './calendar-blocks.js';
import type { ContentLine } from './content-lines.js';

/** What is taken of an entry; nothing else of it can be at fault. */
const TAKEN = new Set([
  'UID',
  'SEQUENCE',
  'LAST-MODIFIED',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'EXRULE',
  'RDATE',
  'EXDATE',
  'RECURRENCE-ID',
  'SUMMARY',
  'DESCRIPTION',
  'LOCATION',
  'STATUS',
  'RELATED-TO',
  'NAME',
  'METHOD',
  'X-WR-CALNAME',
  'X-WR-CALDESC',
  'X-WR-TIMEZONE',
]);

/** How many properties are read of one entry. */
const MOST_PROPERTIES = 200;

/** Properties whose value may be a day without saying so. */
const DAYS = /^(DTSTART|DTEND|RDATE|EXDATE|RECURRENCE-ID)((?:[^":]|"[^"]*")*):(\d{8}(?:,\d{8})*)\s*$/i;
/** Times that say that they are days. */
const MARKED_DAYS = /;VALUE=DATE(?=[;:])/i;

/** What could be read of an entry, or of a calendar itself, each property by itself. */
export interface ReadPart {
  readonly part: ICAL.Component;
  /** The properties that could not be read, in small letters. */
  readonly unread: readonly string[];
}

/** Reads the properties of an entry. */
export function readPart(name: string, { lines }: Pick<EventBlock, 'lines'>): ReadPart {
  const part = new ICAL.Component(name);
  const unread: string[] = [];
  const taken = lines.filter(({ text }) => TAKEN.has(nameOf(text)));
  for (const { text } of taken.slice(0, MOST_PROPERTIES)) {
    try {
      part.addProperty(ICAL.Property.fromString(normalized(text.trimEnd()), ICAL.design.icalendar));
    } catch {
      unread.push(nameOf(text).toLowerCase());
    }
  }
  return { part, unread };
}

function nameOf(text: ContentLine['text']): string {
  return (/^[\w-]+/.exec(text)?.[0] ?? '').toUpperCase();
}

function normalized(text: string): string {
  const [, name, parameters, value] = DAYS.exec(text) ?? [];
  if (!name || !value) return MARKED_DAYS.test(text) && isTime(text) ? text.replace(/T\d{6}Z?$/i, '') : text;
  return MARKED_DAYS.test(text) ? text : `${name};VALUE=DATE${parameters}:${value}`;
}

function isTime(text: string): boolean {
  return /^(?:DTSTART|DTEND|RECURRENCE-ID)\b.*:\d{8}T\d{6}Z?$/i.test(text);
}
