/** A span of time in milliseconds; a side that is left open is infinite. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

/** What a filter asks of entries. */
export interface Filter {
  readonly component: string | null;
  /** Whether it asks for what lacks that component. */
  readonly isNegative: boolean;
  readonly range: TimeRange | null;
}

const INSTANT = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;

/** Reads a range in UTC (RFC 4791, 9.9); null where it is none. */
export function readRange({ start, end }: Readonly<Record<string, string>>): TimeRange | null {
  if (start === undefined && end === undefined) return null;
  const range = {
    start: start === undefined ? -Infinity : readInstant(start),
    end: end === undefined ? Infinity : readInstant(end),
  };
  return range.start < range.end ? range : null;
}

function readInstant(text: string): number {
  const [, year, month, day, hour, minute, second] = INSTANT.exec(text) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** The span of an entry; one without a length ends where it begins. */
export function overlaps({ start, end }: TimeRange, from: number, until: number): boolean {
  if (from === until) return start <= from && end > from;
  return start < until && end > from;
}
