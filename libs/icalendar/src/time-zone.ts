import { writeProperty, writeText } from './content-line.js';
import { writeLocalTime } from './date-time.js';
import { findYearlyRule } from './yearly-rule.js';

const AREAS = /^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\//;

/** A moment from which a zone's clocks keep one offset until the next onset. */
interface Onset {
  kind: 'STANDARD' | 'DAYLIGHT';
  /** What the clocks showed, still at the offset before. */
  local: Temporal.PlainDateTime;
  offsetFrom: string;
  offsetTo: string;
}

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
 * from `from` to `until` has its offset. Onsets are written as a yearly rule where one gives exactly
 * them, since Outlook reads nothing else, and one by one otherwise.
 *
 * @param timeZone an IANA name, which becomes the TZID
 * @returns folded lines, without CRLF
 * @throws RangeError where the platform does not know the zone
 */
export function writeTimeZone(timeZone: string, from: Temporal.Instant, until: Temporal.Instant): string[] {
  const observances = Map.groupBy(
    findOnsets(timeZone, from, until),
    ({ kind, offsetFrom, offsetTo }) => `${kind} ${offsetFrom} ${offsetTo}`,
  );
  const end = until.toZonedDateTimeISO(timeZone).toPlainDateTime();
  return [
    'BEGIN:VTIMEZONE',
    writeText('TZID', timeZone),
    ...[...observances.values()].flatMap((onsets) => writeObservance(onsets, end)),
    'END:VTIMEZONE',
  ];
}

function writeObservance(onsets: readonly Onset[], end: Temporal.PlainDateTime): string[] {
  const { kind, local, offsetFrom, offsetTo } = onsets[0]!;
  return [
    `BEGIN:${kind}`,
    writeProperty('DTSTART', writeLocalTime(local)),
    writeProperty('TZOFFSETFROM', offsetFrom.replaceAll(':', '')),
    writeProperty('TZOFFSETTO', offsetTo.replaceAll(':', '')),
    ...writeRepetition(
      onsets.map((onset) => onset.local),
      end,
    ),
    `END:${kind}`,
  ];
}

function writeRepetition(onsets: readonly Temporal.PlainDateTime[], end: Temporal.PlainDateTime): string[] {
  const rule = findYearlyRule(onsets, end);
  if (rule !== null) return [writeProperty('RRULE', rule)];
  if (onsets.length === 1) return [];
  // DTSTART is said again and each date has its line: some readers skip it beside an RDATE, and take one date of a list.
  return onsets.map((onset) => writeProperty('RDATE', writeLocalTime(onset)));
}

function findOnsets(timeZone: string, from: Temporal.Instant, until: Temporal.Instant): Onset[] {
  const start = from.toZonedDateTimeISO(timeZone);
  const onsets = [describeOnset(findOpening(start))];
  let transition = start.getTimeZoneTransition('next');
  while (transition !== null && transition.epochMilliseconds <= until.epochMilliseconds) {
    onsets.push(describeOnset(transition));
    transition = transition.getTimeZoneTransition('next');
  }
  return onsets;
}

/** The last transition up to the start; the start itself where the clocks never changed before. */
function findOpening(start: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const transition = start.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  // Local mean time had seconds in its offset, which few readers can take.
  return transition !== null && hasWholeMinutes(justBefore(transition)) ? transition : start;
}

function describeOnset(onset: Temporal.ZonedDateTime): Onset {
  const before = justBefore(onset);
  const change = onset.offsetNanoseconds - before.offsetNanoseconds;
  return {
    kind: isSummerTime(onset) ? 'DAYLIGHT' : 'STANDARD',
    local: onset.toPlainDateTime().subtract({ nanoseconds: change }),
    offsetFrom: before.offset,
    offsetTo: onset.offset,
  };
}

/** Summer time is an offset that the clocks leave for a smaller one within a year. */
function isSummerTime(onset: Temporal.ZonedDateTime): boolean {
  const next = onset.getTimeZoneTransition('next');
  if (next === null || next.offsetNanoseconds >= onset.offsetNanoseconds) return false;
  return Temporal.ZonedDateTime.compare(next, onset.add({ years: 1 })) < 0;
}

function justBefore(time: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return time.subtract({ nanoseconds: 1 });
}

function hasWholeMinutes(time: Temporal.ZonedDateTime): boolean {
  return time.offsetNanoseconds % 60e9 === 0;
}

function spellTimeZone(zone: string): string | null {
  try {
    const name = new Temporal.ZonedDateTime(0n, zone).timeZoneId;
    return name.toLowerCase() === zone.toLowerCase() ? name : null;
  } catch {
    return null;
  }
}
