import { writeProperty } from './content-line.js';
import { writeDate, writeInstant, writeLocalTime } from './date-time.js';

/** When something takes place. */
export type When =
  /** Whole days, the last one included. */
  | { days: { first: Temporal.PlainDate; last: Temporal.PlainDate } }
  /** A time at a place, whose IANA zone is named; `until` is null where the end is not known. */
  | { from: Temporal.Instant; until: Temporal.Instant | null; timeZone: string };

type Timed = Extract<When, { from: unknown }>;

/**
 * Writes DTSTART and, where an end is known, DTEND (RFC 5545, 3.8.2.4 and 3.8.2.2): whole days as
 * DATE with the day after the last as their end, times as local time with TZID, in UTC with `Z`.
 *
 * @returns one or two folded lines, without CRLF
 * @throws RangeError where the end lies before the beginning, or the platform does not know the zone
 */
export function writeWhen(when: When): string[] {
  return 'days' in when ? writeDays(when.days) : writeTimes(when);
}

function writeDays({ first, last }: { first: Temporal.PlainDate; last: Temporal.PlainDate }): string[] {
  requireOrder(Temporal.PlainDate.compare(first, last), `${first} to ${last}`);
  return [
    writeProperty('DTSTART', writeDate(first), { VALUE: 'DATE' }),
    writeProperty('DTEND', writeDate(last.add({ days: 1 })), { VALUE: 'DATE' }),
  ];
}

function writeTimes({ from, until, timeZone }: Timed): string[] {
  if (until !== null) requireOrder(Temporal.Instant.compare(from, until), `${from} to ${until}`);
  const times = until === null || isSameSecond(from, until) ? [from] : [from, until];
  const local = times.map((time) => time.toZonedDateTimeISO(timeZone));
  // Readers disagree which of two equal hours is meant when clocks go back; UTC has only one.
  const inUtc = timeZone === 'UTC' || local.some(isShownTwice);
  return local.map((time, index) => {
    const name = index === 0 ? 'DTSTART' : 'DTEND';
    if (inUtc) return writeProperty(name, writeInstant(time.toInstant()));
    return writeProperty(name, writeLocalTime(time.toPlainDateTime()), { TZID: timeZone });
  });
}

function isShownTwice(time: Temporal.ZonedDateTime): boolean {
  const shown = time.toPlainDateTime();
  const first = shown.toZonedDateTime(time.timeZoneId, { disambiguation: 'earlier' });
  const last = shown.toZonedDateTime(time.timeZoneId, { disambiguation: 'later' });
  return first.epochMilliseconds !== last.epochMilliseconds;
}

/** DTEND has to be later than DTSTART as written; without it, the entry ends where it begins. */
function isSameSecond(from: Temporal.Instant, until: Temporal.Instant): boolean {
  return Math.floor(from.epochMilliseconds / 1000) === Math.floor(until.epochMilliseconds / 1000);
}

function requireOrder(comparison: number, span: string): void {
  if (comparison > 0) throw new RangeError(`The end lies before the beginning: ${span}`);
}
