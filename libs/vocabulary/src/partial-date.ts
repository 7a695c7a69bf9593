/** A date as far as it is known, in the part of EDTF (ISO 8601-2) that offices need; kept as written. */
export type PartialDate = string;

export type Precision = 'day' | 'month' | 'year' | 'decade' | 'century';

/** The days a partial date may stand for, both ends included, and what its mark says about it. */
export interface PartialDateSpan {
  earliest: Temporal.PlainDate;
  latest: Temporal.PlainDate;
  precision: Precision;
  inferred: boolean;
  about: boolean;
}

/** The shape of a partial date as a JSON Schema pattern; whether the day exists is for `parsePartialDate`. */
export const PARTIAL_DATE_PATTERN = '^([0-9]{4}(?:-[0-9]{2}){0,2}|[0-9]{3}X|[0-9]{2}XX)([?~%]?)$';

const SHAPE = new RegExp(PARTIAL_DATE_PATTERN);

/**
 * Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `YYYX` or `YYXX`, optionally marked `?` (inferred), `~` (about) or `%` (both).
 * @returns null for any other text, for a day that does not exist and for years outside 0001 to 9999
 */
export function parsePartialDate(text: string): PartialDateSpan | null {
  const [, date, mark] = SHAPE.exec(text) ?? [];
  if (date === undefined) return null;
  const span = spanOf(date);
  const inferred = mark === '?' || mark === '%';
  const about = mark === '~' || mark === '%';
  return span && { ...span, precision: precisionOf(date), inferred, about };
}

/**
 * Tells whether a date is known to the day and beyond doubt.
 * @returns true for an existing `YYYY-MM-DD` without a mark
 */
export function isDay(text: string): boolean {
  const date = parsePartialDate(text);
  return date !== null && date.precision === 'day' && !date.inferred && !date.about;
}

/**
 * Tells whether the interval between two partial dates is possible:
 * the latest day of `ends` is not before the earliest day of `starts`.
 * @returns true also where either is unknown (null); false where one cannot be read
 */
export function datesCanBe(starts: PartialDate | null, ends: PartialDate | null): boolean {
  const earliest = starts === null ? null : parsePartialDate(starts)?.earliest;
  const latest = ends === null ? null : parsePartialDate(ends)?.latest;
  if (earliest === undefined || latest === undefined) return false;
  return earliest === null || latest === null || Temporal.PlainDate.compare(earliest, latest) <= 0;
}

function precisionOf(date: string): Precision {
  if (date.endsWith('XX')) return 'century';
  if (date.endsWith('X')) return 'decade';
  if (date.length === 'YYYY'.length) return 'year';
  return date.length === 'YYYY-MM'.length ? 'month' : 'day';
}

function spanOf(date: string): Pick<PartialDateSpan, 'earliest' | 'latest'> | null {
  const [year = '', month, day] = date.split('-');
  const firstYear = Number(year.replaceAll('X', '0'));
  const lastYear = Number(year.replaceAll('X', '9'));
  if (lastYear === 0) return null;
  // There is no year 0000, so the decade 000X and the century 00XX begin with 0001.
  const earliest = existingDay(Math.max(firstYear, 1), Number(month ?? 1), Number(day ?? 1));
  // A 31st that the month lacks is brought back to its last day.
  const latest = { year: lastYear, month: Number(month ?? 12), day: Number(day ?? 31) };
  return earliest && { earliest, latest: Temporal.PlainDate.from(latest) };
}

function existingDay(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return new Temporal.PlainDate(year, month, day);
  } catch {
    return null;
  }
}

/** The dates of something that lasts, such as an event or a leg of it, as written. */
export interface Dates {
  readonly starts?: PartialDate | null;
  readonly ends?: PartialDate | null;
}

/** Whether both dates are known to the day, without doubt. */
export function hasDays({ starts, ends }: Dates): boolean {
  return Boolean(starts && ends && isDay(starts) && isDay(ends));
}
