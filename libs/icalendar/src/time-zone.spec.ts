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
  it('gives summer time in Rome as a rule', () => {
    expect(writeTimeZone('Europe/Rome', at('2023-01-01T00:00Z'), at('2025-01-01T00:00Z'))).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Rome',
      'BEGIN:STANDARD',
      'DTSTART:20221030T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:20230326T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    ]);
  });

  it('gives Shanghai the time it has kept since 1991', () => {
    expect(writeTimeZone('Asia/Shanghai', at('2024-01-01T00:00Z'), at('2025-01-01T00:00Z'))).toEqual([
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

  it('gives dates one by one where no rule fits, as with the Ramadan clock of Casablanca', () => {
    expect(writeTimeZone('Africa/Casablanca', at('2023-01-01T00:00Z'), at('2025-01-01T00:00Z'))).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:Africa/Casablanca',
      'BEGIN:DAYLIGHT',
      'DTSTART:20220508T020000',
      'TZOFFSETFROM:+0000',
      'TZOFFSETTO:+0100',
      'RDATE:20220508T020000',
      'RDATE:20230423T020000',
      'RDATE:20240414T020000',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'DTSTART:20230319T030000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0000',
      'RDATE:20230319T030000',
      'RDATE:20240310T030000',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]);
  });

  it('gives a zone without changes one STANDARD', () => {
    expect(writeTimeZone('UTC', at('1970-01-01T00:00Z'), at('2037-12-31T00:00Z'))).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:UTC',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0000',
      'TZOFFSETTO:+0000',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]);
  });

  it('leaves out the seconds of local mean time', () => {
    const lines = writeTimeZone('Asia/Dubai', at('2024-01-01T00:00Z'), at('2025-01-01T00:00Z'));
    expect(lines.filter((line) => line.startsWith('TZOFFSETFROM'))).toEqual(['TZOFFSETFROM:+0400']);
  });

  it('includes a change at the very beginning', () => {
    const change = at('2024-03-31T01:00Z');
    const lines = writeTimeZone('Europe/Rome', change, change);
    expect(lines.filter((line) => line.startsWith('DTSTART'))).toEqual(['DTSTART:20240331T020000']);
  });

  it('includes a change at the very end', () => {
    const lines = writeTimeZone('Europe/Rome', at('2024-01-01T00:00Z'), at('2024-03-31T01:00Z'));
    expect(lines.filter((line) => line.startsWith('DTSTART'))).toEqual([
      'DTSTART:20231029T030000',
      'DTSTART:20240331T020000',
    ]);
  });

  it('calls no time summer time that is kept for years, as Moscow did from 2011 to 2014', () => {
    expect(writeTimeZone('Europe/Moscow', at('2012-01-01T00:00Z'), at('2015-01-01T00:00Z'))).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Moscow',
      'BEGIN:STANDARD',
      'DTSTART:20110327T020000',
      'TZOFFSETFROM:+0300',
      'TZOFFSETTO:+0400',
      'END:STANDARD',
      'BEGIN:STANDARD',
      'DTSTART:20141026T020000',
      'TZOFFSETFROM:+0400',
      'TZOFFSETTO:+0300',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]);
  });

  it('refuses a zone that the platform does not know', () => {
    expect(() =>
      writeTimeZone('Europe/Atlantis', at('2024-01-01T00:00Z'), at('2025-01-01T00:00Z')),
    ).toThrow();
  });
});

describe('hour by hour, read by another library', () => {
  it.each(['Europe/Rome', 'Asia/Shanghai', 'America/New_York', 'Africa/Casablanca', 'Australia/Lord_Howe'])(
    'ten years of %s have the offsets of the platform',
    (timeZone) => {
      expect(findDifferences(timeZone, '2018-01-01T00:00Z', '2028-01-01T00:00Z')).toEqual([]);
    },
  );

  it.each([
    ['the last summer times of Shanghai', 'Asia/Shanghai', '1990-01-01T00:00Z', '1993-01-01T00:00Z'],
    ['the new rule of New York', 'America/New_York', '2006-01-01T00:00Z', '2009-01-01T00:00Z'],
    ['the date line moved past Apia', 'Pacific/Apia', '2011-01-01T00:00Z', '2013-01-01T00:00Z'],
    ['the end of summer time in Istanbul', 'Europe/Istanbul', '2015-01-01T00:00Z', '2018-01-01T00:00Z'],
  ])('%s has the offsets of the platform', (_, timeZone, from, until) => {
    expect(findDifferences(timeZone, from, until)).toEqual([]);
  });
});

/** The hours for which the library, given the VTIMEZONE, tells another offset than the platform. */
function findDifferences(timeZone: string, from: string, until: string): string[] {
  const zone = readTimeZone(timeZone, writeTimeZone(timeZone, at(from), at(until)));
  const differences: string[] = [];
  for (let time = Date.parse(from); time < Date.parse(until); time += HOUR) {
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
