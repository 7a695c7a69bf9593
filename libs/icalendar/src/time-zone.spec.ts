import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { canonicalTimeZone, isTimeZone, writeTimeZone } from './time-zone.js';

const HOUR = 3_600_000;
const at = (text: string) => Temporal.Instant.from(text);

describe('the name of a zone', () => {
  it.each(['Europe/Rome', 'Asia/Shanghai', 'America/Indiana/Knox', 'Asia/Kolkata', 'UTC'])(
    'may be %s',
    (zone) => {
      expect(isTimeZone(zone)).toBe(true);
    },
  );

  it.each(['', '+02:00', 'Z', 'EST5EDT', 'GB', 'US/Eastern', 'Etc/GMT+5', 'Europe/Atlantis', 'Europe/Rome '])(
    'may not be %j',
    (zone) => {
      expect([isTimeZone(zone), canonicalTimeZone(zone)]).toEqual([false, null]);
    },
  );

  it('may not be a time that names a zone', () => {
    expect(canonicalTimeZone('2024-05-10T10:00+02:00[Europe/Rome]')).toBeNull();
  });

  it('has one spelling', () => {
    expect(isTimeZone('europe/rome')).toBe(false);
    expect(['europe/rome', 'ASIA/SHANGHAI', 'utc'].map(canonicalTimeZone)).toEqual([
      'Europe/Rome',
      'Asia/Shanghai',
      'UTC',
    ]);
  });

  it('may be each that the platform lists', () => {
    expect(Intl.supportedValuesOf('timeZone').filter((zone) => !isTimeZone(zone))).toEqual([]);
  });
});

describe('a VTIMEZONE', () => {
  it('gives summer time in Rome as a rule, as if it had been so since 1970', () => {
    expect(write('Europe/Rome', '2023-01-01T00:00Z', '2025-01-01T00:00Z')).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Rome',
      'BEGIN:STANDARD',
      'DTSTART:19701025T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:19700329T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    ]);
  });

  it('ends a rule that another one follows, which begins when it did', () => {
    expect(write('America/New_York', '2005-06-01T00:00Z', '2008-06-01T00:00Z').slice(2, -1)).toEqual([
      'BEGIN:DAYLIGHT',
      'DTSTART:19990404T020000',
      'TZOFFSETFROM:-0500',
      'TZOFFSETTO:-0400',
      'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T070000Z',
      'END:DAYLIGHT',
      'BEGIN:DAYLIGHT',
      'DTSTART:20070311T020000',
      'TZOFFSETFROM:-0500',
      'TZOFFSETTO:-0400',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'DTSTART:19991031T020000',
      'TZOFFSETFROM:-0400',
      'TZOFFSETTO:-0500',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T060000Z',
      'END:STANDARD',
      'BEGIN:STANDARD',
      'DTSTART:20071104T020000',
      'TZOFFSETFROM:-0400',
      'TZOFFSETTO:-0500',
      'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
      'END:STANDARD',
    ]);
  });

  it('gives Shanghai the time it has kept since 1991', () => {
    expect(write('Asia/Shanghai', '2024-01-01T00:00Z', '2025-01-01T00:00Z')).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:Asia/Shanghai',
      'BEGIN:STANDARD',
      'DTSTART:19910915T020000',
      'TZOFFSETFROM:+0900',
      'TZOFFSETTO:+0800',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]);
  });

  it.each([
    ['Asia/Gaza', '2026-01-01T00:00Z', '2028-01-01T00:00Z'],
    ['Africa/Casablanca', '2023-01-01T00:00Z', '2025-01-01T00:00Z'],
    ['Africa/Cairo', '2026-01-01T00:00Z', '2028-01-01T00:00Z'],
    ['Asia/Shanghai', '1990-01-01T00:00Z', '1993-01-01T00:00Z'],
    ['Europe/Istanbul', '2015-01-01T00:00Z', '2018-01-01T00:00Z'],
    ['Europe/Moscow', '2012-01-01T00:00Z', '2015-01-01T00:00Z'],
  ])('is not written for %s from %s to %s, which no yearly rules describe', (timeZone, from, until) => {
    expect(writeTimeZone(timeZone, at(from), at(until))).toBeNull();
  });

  it.each([
    ['UTC', '+0000', '1970-01-01T00:00Z'],
    ['Asia/Dubai', '+0400', '2024-01-01T00:00Z'],
    ['Asia/Tokyo', '+0900', '2024-01-01T00:00Z'],
    ['Asia/Kolkata', '+0530', '2024-01-01T00:00Z'],
  ])('gives %s the one time it has kept since 1970, %s', (timeZone, offset, from) => {
    expect(write(timeZone, from, '2037-12-31T00:00Z')).toEqual([
      'BEGIN:VTIMEZONE',
      `TZID:${timeZone}`,
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      `TZOFFSETFROM:${offset}`,
      `TZOFFSETTO:${offset}`,
      'END:STANDARD',
      'END:VTIMEZONE',
    ]);
  });

  it('includes a change at the very beginning', () => {
    const lines = write('Europe/Rome', '2024-03-31T01:00Z', '2024-03-31T01:00Z');
    expect(lines.filter((line) => line.startsWith('DTSTART'))).toEqual(['DTSTART:20240331T020000']);
  });

  it('includes a change at the very end', () => {
    const lines = write('Europe/Rome', '2024-01-01T00:00Z', '2024-03-31T01:00Z');
    expect(lines.filter((line) => line.startsWith('DTSTART'))).toEqual([
      'DTSTART:20231029T030000',
      'DTSTART:19700329T020000',
    ]);
  });

  it('refuses a zone that the platform does not know', () => {
    expect(() =>
      writeTimeZone('Europe/Atlantis', at('2024-01-01T00:00Z'), at('2025-01-01T00:00Z')),
    ).toThrow();
  });
});

describe('hour by hour, read by another library', () => {
  it.each(['Europe/Rome', 'Asia/Shanghai', 'America/New_York', 'Europe/Dublin', 'Australia/Lord_Howe'])(
    'ten years of %s have the offsets of the platform',
    (timeZone) => {
      expect(findDifferences(timeZone, '2018-01-01T00:00Z', '2028-01-01T00:00Z')).toEqual([]);
    },
  );

  it.each([
    ['the new rule of New York', 'America/New_York', '2006-01-01T00:00Z', '2009-01-01T00:00Z'],
    ['the date line moved past Apia', 'Pacific/Apia', '2011-01-01T00:00Z', '2013-01-01T00:00Z'],
    ['the end of summer time in Mexico', 'America/Mexico_City', '2021-06-01T00:00Z', '2024-06-01T00:00Z'],
    ['the end of winter time in Istanbul', 'Europe/Istanbul', '2017-01-01T00:00Z', '2020-01-01T00:00Z'],
    ['the common rule of Europe', 'Europe/Rome', '1994-01-01T00:00Z', '1998-01-01T00:00Z'],
  ])('%s has the offsets of the platform', (_, timeZone, from, until) => {
    expect(findDifferences(timeZone, from, until)).toEqual([]);
  });

  it('is so for every zone of the platform, or it is told in UTC', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const described = zones.filter((zone) => writeTimeZone(zone, at(PRESENT.from), at(PRESENT.until)));
    const wrong = described.flatMap((zone) => findDifferences(zone, PRESENT.from, PRESENT.until, 25 * HOUR));
    expect([wrong, described.length > 0.9 * zones.length]).toEqual([[], true]);
  });
});

const PRESENT = { from: '2026-01-01T00:00Z', until: '2028-01-01T00:00Z' };

function write(timeZone: string, from: string, until: string): string[] {
  return writeTimeZone(timeZone, at(from), at(until))!;
}

/** The hours for which the library, given the VTIMEZONE, tells another offset than the platform. */
function findDifferences(timeZone: string, from: string, until: string, step = HOUR): string[] {
  const zone = readTimeZone(timeZone, write(timeZone, from, until));
  const differences: string[] = [];
  for (let time = Date.parse(from); time < Date.parse(until); time += step) {
    const zoned = Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(timeZone);
    const offset = zoned.offsetNanoseconds / 1e9;
    const read = zone.utcOffset(ICAL.Time.fromJSDate(new Date(time + offset * 1000), true));
    if (read !== offset && !isShownTwice(zoned)) differences.push(`${zoned}: ${read}`);
  }
  return differences;
}

function readTimeZone(tzid: string, lines: readonly string[]): ICAL.Timezone {
  return new ICAL.Timezone({ component: new ICAL.Component(ICAL.parse(lines.join('\r\n'))), tzid });
}

/** Two instants share this local time, and the library answers for one of them; calendars write both in UTC. */
function isShownTwice(time: Temporal.ZonedDateTime): boolean {
  const show = (disambiguation: 'earlier' | 'later') =>
    time.toPlainDateTime().toZonedDateTime(time.timeZoneId, { disambiguation }).offset;
  return show('earlier') !== show('later');
}
