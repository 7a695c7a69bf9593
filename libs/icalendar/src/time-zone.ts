import { writeLine, writeProperty } from './content-line.js';
import { writeLocalTime } from './date-time.js';
import { type Observance, findObservances } from './observances.js';

const AREAS = /^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\//;

/**
 * Gives the IANA name of a zone as the platform spells it: `europe/rome` gives `Europe/Rome`.
 * It knows `UTC` and the names by area and place; bare offsets (`+02:00`) say nothing of summer
 * time, and the leftovers of older lists (`EST5EDT`, `GB`, `Etc/GMT+5`) name no place.
 *
 * @returns the name, or null where the platform knows no such zone
 */
export function canonicalTimeZone(zone: string): string | null {
  const name = spellTimeZone(zone);
  return name === 'UTC' || (name !== null && AREAS.test(name)) ? name : null;
}

/**
 * Says whether a text is the name of a zone, in the spelling that {@link canonicalTimeZone} gives.
 */
export function isTimeZone(zone: string): boolean {
  return canonicalTimeZone(zone) === zone;
}

/**
 * Writes a VTIMEZONE (RFC 5545, 3.6.5) from the platform's own transitions, so that every instant
 * from `from` to `until` has its offset. It holds single onsets and yearly rules, since Outlook reads
 * nothing else: those in force begin in 1970, others end with UNTIL.
 *
 * @param timeZone an IANA name, which becomes the TZID
 * @returns folded lines, without CRLF; null where no yearly rules describe the zone in that time
 * @throws RangeError where the platform does not know the zone
 */
export function writeTimeZone(
  timeZone: string,
  from: Temporal.Instant,
  until: Temporal.Instant,
): string[] | null {
  const observances = findObservances(timeZone, from, until);
  return (
    observances && [
      'BEGIN:VTIMEZONE',
      writeLine('TZID', timeZone),
      ...observances.flatMap(writeObservance),
      'END:VTIMEZONE',
    ]
  );
}

function writeObservance({ kind, local, offsetFrom, offsetTo, recurrence }: Observance): string[] {
  return [
    `BEGIN:${kind}`,
    writeProperty('DTSTART', writeLocalTime(local)),
    writeProperty('TZOFFSETFROM', offsetFrom.replaceAll(':', '')),
    writeProperty('TZOFFSETTO', offsetTo.replaceAll(':', '')),
    ...(recurrence === null ? [] : [writeProperty('RRULE', recurrence)]),
    `END:${kind}`,
  ];
}

function spellTimeZone(zone: string): string | null {
  try {
    const name = new Temporal.ZonedDateTime(0n, zone).timeZoneId;
    return name.toLowerCase() === zone.toLowerCase() ? name : null;
  } catch {
    return null;
  }
}
