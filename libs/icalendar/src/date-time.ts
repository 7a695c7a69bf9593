/**
 * Writes a DATE (RFC 5545, 3.3.4), such as `20240510`.
 *
 * @throws RangeError outside the years 0 to 9999, for which the format has no room
 */
export function writeDate(date: Temporal.PlainDate): string {
  return writeBasic(date.toString({ calendarName: 'never' }));
}

/**
 * Writes a local DATE-TIME (RFC 5545, 3.3.5, form 1), such as `20180712T100000`; parts of a second are dropped.
 *
 * @throws RangeError outside the years 0 to 9999
 */
export function writeLocalTime(time: Temporal.PlainDateTime): string {
  return writeBasic(time.toString({ smallestUnit: 'second', calendarName: 'never' }));
}

/**
 * Writes a DATE-TIME in UTC (RFC 5545, 3.3.5, form 2), such as `20180712T080000Z`; parts of a second are dropped.
 *
 * @throws RangeError outside the years 0 to 9999
 */
export function writeInstant(instant: Temporal.Instant): string {
  return writeBasic(instant.toString({ smallestUnit: 'second' }));
}

/** ISO 8601 without its separators; the extended format signs the years that have more than four digits. */
function writeBasic(extended: string): string {
  if (/^[+-]/.test(extended)) throw new RangeError(`iCalendar has no room for the year of ${extended}`);
  return extended.replace(/[-:]/g, '');
}
