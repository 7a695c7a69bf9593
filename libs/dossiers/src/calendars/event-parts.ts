import ICAL from 'ical.js';
import type { EventBlock } from './calendar-blocks.js';
import type { ContentLine } from './content-lines.js';
import { withoutQuoting } from './quoted-printable.js';

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

const PROPERTY = /^([\w-]+(?=[;:])(?:[^":]|"[^"]*")*):(.*)$/s;
/** What is written without small letters, whoever writes some. */
const TIMES = /^(?:DTSTART|DTEND|DURATION|RRULE|EXRULE|RDATE|EXDATE|RECURRENCE-ID)(?=[;:]|$)/i;
/** Properties whose value may be a day without saying so. */
const DAYS = /^(?:DTSTART|DTEND|RDATE|EXDATE|RECURRENCE-ID)(?=[;:]|$)/i;
/** Times that say that they are days. */
const MARKED_DAYS = /;VALUE=DATE(?=[;:]|$)/i;

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

/** @throws RangeError for a time with something behind it, such as its distance from UTC, which would be left out */
function normalized(text: string): string {
  const [, head, said] = PROPERTY.exec(text) ?? [];
  if (head === undefined || said === undefined) return text;
  if (!TIMES.test(head)) return withoutQuoting(head, said).join(':');
  const value = said.toUpperCase();
  if (/T\d{6}(?!Z?(?:[,;/]|$))/.test(value)) throw new RangeError(value);
  if (!DAYS.test(head)) return `${head}:${value}`;
  if (MARKED_DAYS.test(head)) return `${head}:${value.replace(/T\d{6}Z?(?=,|$)/g, '')}`;
  const isOfDays = /^\d{8}(?:,\d{8})*$/.test(value);
  return `${isOfDays ? head.replace(/^[\w-]+/, '$&;VALUE=DATE') : head}:${value}`;
}
