import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PARTIAL_DATES } from './partial-date.fixture.js';
import {
  type Dates,
  PARTIAL_DATE_PATTERN,
  datesCanBe,
  hasDays,
  isDay,
  parsePartialDate,
} from './partial-date.js';

const { compare } = Temporal.PlainDate;

describe('A partial date', () => {
  it.each([...PARTIAL_DATES])(
    '%s runs from %s to %s and is known to the %s',
    (text, earliest, latest, precision) => {
      expect(read(text)).toEqual({ earliest, latest, precision, inferred: false, about: false });
    },
  );

  it.each([
    ['2018', false, false],
    ['2018?', true, false],
    ['2018~', false, true],
    ['2018%', true, true],
  ])('%s: inferred is %s, about is %s', (text, inferred, about) => {
    const date = parsePartialDate(text);
    expect([date?.inferred, date?.about]).toEqual([inferred, about]);
  });

  it.each(['2018-02-30', '2019-02-29', '2018-13', '2018-00', '2018-05-00', '2018-04-31?', '2018-00-XX'])(
    'has to exist, which %s does not',
    (text) => expect(parsePartialDate(text)).toBeNull(),
  );

  it('names a month, a season, a quarter or a half of its year, and nothing else', () => {
    const parts = Array.from({ length: 100 }, (_, part) => `${part}`.padStart(2, '0'));
    const months = '01 02 03 04 05 06 07 08 09 10 11 12'.split(' ');
    const others = '21 22 23 24 33 34 35 36 40 41'.split(' ');
    const known = (spell: (part: string) => string) =>
      parts.filter((part) => parsePartialDate(spell(part)) !== null);
    expect(known((part) => `2027-${part}`)).toEqual([...months, ...others]);
    expect(known((part) => `2027-${part}?`)).toEqual([...months, ...others]);
    expect(known((part) => `2027-${part}-XX`)).toEqual(months);
    expect(known((part) => `2027-${part}-01`)).toEqual(months);
  });

  it.each(['0000', '0000-05', '0000-24', '0000-05-14', '9999-24', '10000', '-0044', '+002018'])(
    'lies in the years 0001 to 9999, which %s does not',
    (text) => expect(parsePartialDate(text)).toBeNull(),
  );

  it.each([
    ['nothing', ''],
    ['a blank before', ' 2018'],
    ['a line after', '2018\n'],
    ['two marks', '2018?~'],
    ['a mark inside', '2018?-05'],
    ['short numbers', '2018-5'],
    ['an open month', '2018-XX'],
    ['an open millennium', '2XXX'],
    ['an open month with a day', '2018-XX-14'],
    ['a day half open', '2018-05-1X'],
    ['a season in an open year', '201X-21'],
    ['a small x', '201x'],
    ['an interval', '2018/2019'],
    ['a time', '2018-05-14T09:00'],
    ['foreign digits', '２０１８'],
    ['words', 'next year'],
  ])('is not read from %s', (_, text) => {
    expect(parsePartialDate(text)).toBeNull();
  });

  it('holds the day it was shortened from', () => {
    fc.assert(
      fc.property(days(), spellings(), (day, spell) => {
        const date = parsePartialDate(spell(day.toString()));
        expect(date && compare(date.earliest, day)).toBeLessThanOrEqual(0);
        expect(date && compare(date.latest, day)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is refused without failing, whatever is written, and always has the published shape', () => {
    const almost = fc.stringMatching(/^[0-9X]{4}(-([0-9X]{2}|2[1-4]|3[3-6]|4[01])){0,2}[?~%]?$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), almost), (text) => {
        const date = parsePartialDate(text);
        if (date === null) return;
        expect(text).toMatch(new RegExp(PARTIAL_DATE_PATTERN, 'u'));
        expect(compare(date.earliest, date.latest)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('A day', () => {
  it.each([
    ['2018-05-14', true],
    ['2018-05-14?', false],
    ['2018-05-14~', false],
    ['2018-05-14%', false],
    ['2018-02-30', false],
    ['2018-05', false],
    ['2018-05-XX', false],
    ['2018-21', false],
    ['2018-40', false],
    ['2018', false],
    ['201X', false],
    ['', false],
  ])('is %j: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });
});

describe('The dates of something', () => {
  it.each([
    [null, null, true],
    ['2018-05-14', null, true],
    [null, '2018-05-14', true],
    ['2018-05-14', '2018-05-14', true],
    ['2018-05-14', '2018-05-13', false],
    ['2018-05-14', '2018-05', true],
    ['2018-05', '2018-05-01', true],
    ['2018-05', '2018-04', false],
    ['2018', '2017-12-31', false],
    ['2027-24', '2028-02-29', true],
    ['2028-03-01', '2027-24', false],
    ['2027-22', '2027-33', false],
    ['2027-04-XX', '2027-04-01', true],
    ['2018?', '201X', true],
    ['2018', '2018-02-30', false],
    ['soon', null, false],
  ])('from %s to %s can be: %s', (starts, ends, expected) => {
    expect(datesCanBe(starts, ends)).toBe(expected);
  });
});

describe('The dates of something that lasts', () => {
  it.each<[Dates, boolean]>([
    [{ starts: '2018-07-12', ends: '2018-07-12' }, true],
    [{ starts: '2018-07-12', ends: '2018-07-13' }, true],
    [{ starts: '2018-07-12' }, false],
    [{ starts: '2018-07-12', ends: null }, false],
    [{ ends: '2018-07-13' }, false],
    [{ starts: null, ends: '2018-07-13' }, false],
    [{}, false],
    [{ starts: '2018-07', ends: '2018-07-13' }, false],
    [{ starts: '2018-07-12', ends: '2018-07' }, false],
    [{ starts: '2018-07-XX', ends: '2018-07-XX' }, false],
    [{ starts: '2018-22', ends: '2018-22' }, false],
    [{ starts: '2018-07-12?', ends: '2018-07-13' }, false],
    [{ starts: '2018-07-12', ends: '2018-07-13~' }, false],
    [{ starts: '2018-07-12%', ends: '2018-07-13%' }, false],
  ])('%j are days: %s', (dates, are) => {
    expect(hasDays(dates)).toBe(are);
  });
});

function read(text: string) {
  const date = parsePartialDate(text);
  return date && { ...date, earliest: date.earliest.toString(), latest: date.latest.toString() };
}

function days(): fc.Arbitrary<Temporal.PlainDate> {
  const first = Temporal.PlainDate.from('0001-01-01');
  const { days: last } = first.until('9999-12-31');
  return fc.integer({ min: 0, max: last }).map((count) => first.add({ days: count }));
}

function spellings(): fc.Arbitrary<(day: string) => string> {
  const shortenings = [
    (day: string) => day,
    (day: string) => day.slice(0, 7),
    (day: string) => `${day.slice(0, 7)}-XX`,
    (day: string) => `${day.slice(0, 4)}-${33 + Math.floor((Number(day.slice(5, 7)) - 1) / 3)}`,
    (day: string) => `${day.slice(0, 4)}-${Number(day.slice(5, 7)) < 7 ? 40 : 41}`,
    (day: string) => day.slice(0, 4),
    (day: string) => `${day.slice(0, 3)}X`,
    (day: string) => `${day.slice(0, 2)}XX`,
  ];
  return fc.tuple(fc.constantFrom(...shortenings), fc.constantFrom('', '?', '~', '%')).map(
    ([shorten, mark]) =>
      (day) =>
        shorten(day) + mark,
  );
}
