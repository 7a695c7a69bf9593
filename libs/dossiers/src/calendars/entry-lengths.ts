import type ICAL from 'ical.js';
import { type ForeignTime, alike, instantOf, timesOf } from './foreign-times.js';
import type { ForeignZones } from './foreign-zones.js';

/** An end that cannot be that of an entry; its message says why. */
export class DoubtfulEnd extends Error {}

/**
 * How long an entry lasts: its days are those of calendars, its hours pass wherever clocks are put (RFC 5545, 3.3.6).
 * Null where it does not say.
 * @throws DoubtfulEnd where it cannot last so long, RangeError where that cannot be read
 */
export function lengthOf(
  part: ICAL.Component,
  start: ForeignTime,
  zones: ForeignZones,
): Temporal.Duration | null {
  const [end] = timesOf(part, 'dtend', zones);
  const duration = part.getFirstProperty('duration')?.toJSON() as unknown[] | undefined;
  return lengthUntil(start, end ?? (duration ? Temporal.Duration.from(String(duration[3])) : null));
}

/**
 * How long what starts at a time and ends at another lasts.
 * @throws DoubtfulEnd where it cannot
 */
export function lengthUntil(start: ForeignTime, ends: ForeignTime['ends']): Temporal.Duration | null {
  if (ends === null) return null;
  const length = ends instanceof Temporal.Duration ? ends : between(start, ends);
  if (length.sign < 0) throw new DoubtfulEnd('It ends before it starts.');
  return length;
}

function between(start: ForeignTime, end: ForeignTime): Temporal.Duration {
  if (start.isDay !== end.isDay) {
    const [one, other] = start.isDay ? ['day', 'time'] : ['time', 'day'];
    throw new DoubtfulEnd(`Its start is a ${one}, and its end a ${other}.`);
  }
  const [from, until] = [start, alike(start, end)].map(instantOf);
  if (from && until) return from.until(until, { largestUnit: 'hours' });
  const largestUnit = start.isDay ? 'days' : 'hours';
  return Temporal.PlainDateTime.from(start.local).until(end.local, { largestUnit });
}
