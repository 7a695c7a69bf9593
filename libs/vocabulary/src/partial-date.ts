/** A date as far as it is known, in the part of EDTF (ISO 8601-2) that offices need; kept as written. */
export type PartialDate = string;

export type Precision = 'day' | 'month' | 'season' | 'quarter' | 'half' | 'year' | 'decade' | 'century';

/** The days a partial date may stand for, both ends included, and what its mark says about it. */
export interface PartialDateSpan {
  earliest: Temporal.PlainDate;
  latest: Temporal.PlainDate;
  precision: Precision;
  inferred: boolean;
  about: boolean;
}

/** The shape of a partial date as a JSON Schema pattern; whether the day exists is for `parsePartialDate`. */
export const PARTIAL_DATE_PATTERN =
  '^([0-9]{4}(?:-[0-9]{2}(?:-(?:[0-9]{2}|XX))?)?|[0-9]{3}X|[0-9]{2}XX)([?~%]?)$';

const SHAPE = new RegExp(PARTIAL_DATE_PATTERN);

/**
 * Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `YYYY-MM-XX`, `YYYX` or `YYXX`, and in place of the month a season (`21` March to
 * May, to `24` December to February), a quarter (`33` to `36`) or a half of the year (`40`, `41`); optionally marked `?`
 * (inferred), `~` (about) or `%` (both).
 * @returns null for any other text, for a day that does not exist and for years outside 0001 to 9999
 */
export function parsePartialDate(text: string): PartialDateSpan | null {
  const [, date, mark] = SHAPE.exec(text) ?? [];
  if (date === undefined) return null;
  const span = spanOf(date);
  const inferred = mark === '?' || mark === '%';
  const about = mark === '~' || mark === '%';
  return span && { ...span, inferred, about };
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

/** How far a date reaches: from the first day of a month, or from its day, for so long. */
interface Reach {
  readonly precision: Precision;
  readonly month?: number;
  readonly lasts: Temporal.DurationLike;
}

/** What stands in place of a month (ISO 8601-2). Winter ends in the next year. */
const PARTS_OF_YEARS: Readonly<Record<string, Reach>> = {
  21: { precision: 'season', month: 3, lasts: { months: 3 } },
  22: { precision: 'season', month: 6, lasts: { months: 3 } },
  23: { precision: 'season', month: 9, lasts: { months: 3 } },
  24: { precision: 'season', month: 12, lasts: { months: 3 } },
  33: { precision: 'quarter', month: 1, lasts: { months: 3 } },
  34: { precision: 'quarter', month: 4, lasts: { months: 3 } },
  35: { precision: 'quarter', month: 7, lasts: { months: 3 } },
  36: { precision: 'quarter', month: 10, lasts: { months: 3 } },
  40: { precision: 'half', month: 1, lasts: { months: 6 } },
  41: { precision: 'half', month: 7, lasts: { months: 6 } },
};

function reachOf(year: string, month: string | undefined, day: string | undefined): Reach {
  if (year.endsWith('XX')) return { precision: 'century', lasts: { years: 100 } };
  if (year.endsWith('X')) return { precision: 'decade', lasts: { years: 10 } };
  if (month === undefined) return { precision: 'year', lasts: { years: 1 } };
  if (day === undefined && month in PARTS_OF_YEARS) return PARTS_OF_YEARS[month]!;
  if (day === undefined || day === 'XX')
    return { precision: 'month', month: Number(month), lasts: { months: 1 } };
  return { precision: 'day', month: Number(month), lasts: { days: 1 } };
}

function spanOf(date: string): Pick<PartialDateSpan, 'earliest' | 'latest' | 'precision'> | null {
  const [year = '', part, day] = date.split('-');
  const { precision, month = 1, lasts } = reachOf(year, part, day);
  const first = existingDay(Number(year.replaceAll('X', '0')), month, day === 'XX' ? 1 : Number(day ?? 1));
  const latest = first?.add(lasts).subtract({ days: 1 });
  if (!first || !latest || year === '0000' || latest.year > LAST_YEAR) return null;
  // There is no year 0000, so the decade 000X and the century 00XX begin with 0001.
  const earliest = first.year < FIRST_DAY.year ? FIRST_DAY : first;
  return { precision, earliest, latest };
}

const FIRST_DAY = new Temporal.PlainDate(1, 1, 1);
const LAST_YEAR = 9999;

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
