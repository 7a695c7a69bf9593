import type ICAL from 'ical.js';
import type { ForeignZones } from './foreign-zones.js';

/** A day, or a time as clocks show it, as a file says it. */
export interface ForeignTime {
  /** `2024-04-25` or `2024-04-25T09:00:00`. */
  readonly local: string;
  readonly isDay: boolean;
  /** `UTC`, the name that the file gives a zone, or null where it says none. */
  readonly tzid: string | null;
}

const WRITTEN = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(Z?))?$/;

/**
 * The days or times that a property says.
 * @throws RangeError for what is neither
 */
export function timesIn(property: ICAL.Property): ForeignTime[] {
  const tzid = (property.getFirstParameter('tzid') as string | undefined) ?? null;
  const [, , , ...values] = property.toJSON() as unknown[];
  return values.map((value) => timeFrom(Array.isArray(value) ? value[0] : value, tzid));
}

function timeFrom(value: unknown, tzid: string | null): ForeignTime {
  const [, day, clock, isUtc] = WRITTEN.exec(String(value)) ?? [];
  if (!day) throw new RangeError(String(value));
  if (!clock) return { local: Temporal.PlainDate.from(day).toString(), isDay: true, tzid: null };
  const local = Temporal.PlainDateTime.from(`${day}T${clock}`).toString({ smallestUnit: 'second' });
  return { local, isDay: false, tzid: isUtc ? 'UTC' : tzid };
}

/** A time by as much later as clocks show. */
export function later(time: ForeignTime, by: Temporal.Duration): ForeignTime {
  const moved = Temporal.PlainDateTime.from(time.local).add(by);
  const local = time.isDay ? moved.toPlainDate().toString() : moved.toString({ smallestUnit: 'second' });
  return { ...time, local };
}

/**
 * The instant of a time; null where it says nothing of where its clocks are.
 * @throws RangeError where its zone is not known
 */
export function instantOf({ local, isDay, tzid }: ForeignTime, zones: ForeignZones): Temporal.Instant | null {
  if (isDay || tzid === null) return null;
  const zone = zones.find(tzid);
  if (!zone) throw new RangeError(tzid);
  if ('name' in zone) return Temporal.PlainDateTime.from(local).toZonedDateTime(zone.name).toInstant();
  return Temporal.Instant.from(`${local}Z`).subtract({ seconds: zone.offsetOf(local) });
}

/** What a time is told from others by, in whatever zone they are said. */
export function markOf(time: ForeignTime, zones: ForeignZones): string {
  return instantOf(time, zones)?.toString() ?? time.local;
}
