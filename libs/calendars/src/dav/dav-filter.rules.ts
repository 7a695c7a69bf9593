/** A span of time in milliseconds; a side that is left open is infinite. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

const INSTANT = /^\d{8}T\d{6}Z$/;

/** Reads a range in UTC (RFC 4791, 9.9); null where it is none. */
export function readRange({ start, end }: Readonly<Record<string, string>>): TimeRange | null {
  if (start === undefined && end === undefined) return null;
  const range = {
    start: start === undefined ? -Infinity : readInstant(start),
    end: end === undefined ? Infinity : readInstant(end),
  };
  return range.start < range.end ? range : null;
}

/** NaN where there is no such instant, such as one of 31 February. */
function readInstant(text: string): number {
  if (!INSTANT.test(text)) return NaN;
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return NaN;
  }
}

/** The span of an entry; one without a length ends where it begins. */
export function overlaps({ start, end }: TimeRange, from: number, until: number): boolean {
  if (from === until) return start <= from && end > from;
  return start < until && end > from;
}
