import type ICAL from 'ical.js';
import type { ForeignZone, ForeignZones } from './foreign-zones.js';

/** A day, or a time as clocks show it, as a file says it. */
export interface ForeignTime {
  /** `2024-04-25` or `2024-04-25T09:00:00`. */
  readonly local: string;
  readonly isDay: boolean;
  /** Where its clocks are; null where it does not say. */
  readonly zone: ForeignZone | null;
  /** When it ends, or how long it lasts, where it says so itself (PERIOD). */
  readonly ends: ForeignTime | Temporal.Duration | null;
}

const WRITTEN = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(Z?))?$/;

/**
 * The days or times that the first property of a name says.
 * @throws RangeError for what is neither, or in a zone that is not known
 */
export function timesOf(part: ICAL.Component, name: string, zones: ForeignZones): ForeignTime[] {
  const property = part.getFirstProperty(name);
  return property ? timesIn(property, zones) : [];
}

/**
 * The days or times that all properties of a name say of what starts at a time: as `alike` tells.
 * @throws RangeError as `timesOf`
 */
export function timesAlike(
  start: ForeignTime,
  part: ICAL.Component,
  name: string,
  zones: ForeignZones,
): ForeignTime[] {
  const times = part.getAllProperties(name).flatMap((property) => timesIn(property, zones));
  return times.map((time) => alike(start, time));
}

/**
 * A time of what starts at another: of what starts on a day it is a day, and where one of the two does not say where its
 * clocks are, they are the same.
 */
export function alike(start: ForeignTime, time: ForeignTime): ForeignTime {
  if (start.isDay) return { ...time, local: time.local.slice(0, 10), isDay: true, zone: null };
  return time.isDay || (time.zone && start.zone) ? time : { ...time, zone: start.zone };
}

function timesIn(property: ICAL.Property, zones: ForeignZones): ForeignTime[] {
  const tzid = (property.getFirstParameter('tzid') as string | undefined) ?? null;
  const [, , , ...values] = property.toJSON() as unknown[];
  return values.map((value) => {
    const [starts, ends] = [value].flat().map(String) as [string, string?];
    return { ...timeFrom(starts, tzid, zones), ends: ends === undefined ? null : endFrom(ends, tzid, zones) };
  });
}

function endFrom(value: string, tzid: string | null, zones: ForeignZones): ForeignTime['ends'] {
  return WRITTEN.test(value) ? timeFrom(value, tzid, zones) : Temporal.Duration.from(value);
}

function timeFrom(value: string, tzid: string | null, zones: ForeignZones): ForeignTime {
  const [, day, clock, isUtc] = WRITTEN.exec(value) ?? [];
  if (!day) throw new RangeError(value);
  if (!clock) return { local: Temporal.PlainDate.from(day).toString(), isDay: true, zone: null, ends: null };
  const local = Temporal.PlainDateTime.from(`${day}T${clock}`).toString({ smallestUnit: 'second' });
  const zone = isUtc ? UTC : tzid === null ? null : zones.find(tzid);
  if (tzid !== null && zone === null) throw new RangeError(tzid);
  return { local, isDay: false, zone, ends: null };
}

const UTC: ForeignZone = { name: 'UTC' };

/**
 * The instant of a time; null where it says nothing of where its clocks are.
 * @throws RangeError where it is too far away
 */
export function instantOf({ local, zone }: ForeignTime): Temporal.Instant | null {
  if (zone === null) return null;
  if ('name' in zone) return Temporal.PlainDateTime.from(local).toZonedDateTime(zone.name).toInstant();
  return Temporal.Instant.from(`${local}Z`).subtract({ seconds: zone.offsetOf(local) });
}

/** The day of a time, as clocks in a zone show it; as its own show it where there is none. */
export function dayIn(zone: string | null, time: ForeignTime): string {
  const instant = zone === null ? null : instantOf(time);
  return instant ? instant.toZonedDateTimeISO(zone!).toPlainDate().toString() : time.local.slice(0, 10);
}

/** What a time is told from others by, in whatever zone they are said. */
export function markOf(time: ForeignTime): string {
  return instantOf(time)?.toString() ?? time.local;
}
