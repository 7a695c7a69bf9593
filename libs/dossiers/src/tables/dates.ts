import type { FieldCode } from '#refusals';
import { type PartialDate, parsePartialDate } from '#vocabulary';
import type { Cell } from './grid.js';
import { foldWord } from './words.rules.js';

/** A value that was read, or what is wrong with it. */
export type Reading<T> = { readonly value: T } | { readonly fault: string; readonly code: FieldCode };

/** Which stands first where a date is written in figures. */
export type DateOrder = 'day-first' | 'month-first';

const IN_FIGURES = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/;

/**
 * Reads a date as offices write it: `12/07/2018`, `12.7.2018`, `luglio 2018`, `July 12, 2018`, 2018年7月12日, a date of a
 * spreadsheet, or a partial date as it is.
 */
export function readDate(cell: Cell, order: DateOrder = 'day-first'): Reading<PartialDate> {
  if (cell instanceof Date) return existing(cell.toISOString().slice(0, 10), cell.toISOString());
  if (typeof cell === 'number') return readYear(cell);
  const text = String(cell).replace(TIME, '').trim();
  const { about, date } = withoutAbout(text);
  if (parsePartialDate(date)) return { value: about ? approximate(date) : date };
  const reading = readFigures(date, order) ?? readWords(date);
  if (!reading) return { fault: `“${text}” is no date. ${EXAMPLES}`, code: 'date' };
  return 'value' in reading && about ? { value: approximate(reading.value) } : reading;
}

/** What is in doubt and approximate has one mark for both. */
function approximate(date: PartialDate): PartialDate {
  return /[~%]$/.test(date) ? date : date.endsWith('?') ? date.replace('?', '%') : `${date}~`;
}

/** Whether a text can only be a date whose month stands first, or may be one as well. */
export function monthFirst(cell: Cell | null): 'only' | 'maybe' | 'no' {
  const [, first, second] =
    IN_FIGURES.exec(typeof cell === 'string' ? cell.replace(TIME, '').trim() : '') ?? [];
  if (!first || !second || Number(first) > 12) return 'no';
  if (Number(second) > 12) return 'only';
  return first === second ? 'no' : 'maybe';
}

const EXAMPLES = 'Write it as 12/07/2018, 07/2018, 2018 or 2018-07-12.';

/** Sheets of plans have times behind their dates. */
const TIME = /[ T]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?Z?$/;

const ABOUT = /^(?:circa|ca\.?|verso|about|around|c\.|约|大约)\s*(?=\d)/i;

function withoutAbout(text: string): { about: boolean; date: string } {
  return { about: ABOUT.test(text), date: text.replace(ABOUT, '') };
}

function readYear(year: number): Reading<PartialDate> {
  const isYear = Number.isInteger(year) && year >= 1000 && year <= 9999;
  return isYear
    ? { value: String(year) }
    : { fault: `${year} is no date; give the column the format of dates.`, code: 'date' };
}

const BIGGEST_FIRST = /^(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?$/;
const CHINESE = /^(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?)?$/;
const MONTH_AND_YEAR = /^(\d{1,2})[/.-](\d{4})$/;

function readFigures(text: string, order: DateOrder): Reading<PartialDate> | null {
  const [, year, month, day] = BIGGEST_FIRST.exec(text) ?? CHINESE.exec(text) ?? [];
  if (year) return written(text, year, month, day);
  const [, only, of] = MONTH_AND_YEAR.exec(text) ?? [];
  if (of) return written(text, of, only);
  const [, first, second, last] = IN_FIGURES.exec(text) ?? [];
  if (!last) return null;
  if (last.length === 2) return { fault: `“${text}”: write the year with four figures.`, code: 'date' };
  return order === 'month-first' ? written(text, last, first, second) : written(text, last, second, first);
}

function written(text: string, year: string, month?: string, day?: string): Reading<PartialDate> {
  const parts = [month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  return existing([year, ...parts].join('-'), text);
}

function existing(date: string, text: string): Reading<PartialDate> {
  // What stands in place of a month in a partial date is no month of a date in figures.
  const isDate = parsePartialDate(date) !== null && Number(date.split('-')[1] ?? 1) <= 12;
  return isDate
    ? { value: date }
    : { fault: `There is no such date as “${text}”. ${EXAMPLES}`, code: 'date' };
}

/** The months as they are named in full and in short, folded. */
const MONTHS: ReadonlyMap<string, string> = new Map(
  ['it', 'en'].flatMap((language) =>
    (['long', 'short'] as const).flatMap((length) => monthsIn(language, length)),
  ),
);

function monthsIn(language: string, month: 'long' | 'short'): [string, string][] {
  const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, at) => [
    foldWord(format.format(new Date(Date.UTC(2018, at, 1)))),
    String(at + 1),
  ]);
}

/** “1° luglio 2018”, “July 12th, 2018”, “12-lug-2018”, “luglio 2018”. */
function readWords(text: string): Reading<PartialDate> | null {
  const words = foldWord(text)
    .split(' ')
    .map((word) => word.replace(/^(\d{1,2})(?:o|st|nd|rd|th)$/, '$1'))
    .filter((word) => word !== 'di' && word !== 'of');
  const month = words.map((word) => MONTHS.get(word) ?? (word === 'sept' ? '9' : undefined)).find(Boolean);
  const figures = words.filter((word) => /^\d+$/.test(word));
  const year = figures.find((word) => word.length === 4);
  const [day, ...others] = figures.filter((word) => word !== year);
  if (!month || !year || others.length > 0 || words.length !== figures.length + 1) return null;
  return written(text, year, month, day);
}
