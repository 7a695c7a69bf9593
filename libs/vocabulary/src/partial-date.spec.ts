import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
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
  it.each([
    ['2018-05-14', '2018-05-14', '2018-05-14', 'day'],
    ['2018-05', '2018-05-01', '2018-05-31', 'month'],
    ['2018-02', '2018-02-01', '2018-02-28', 'month'],
    ['2020-02', '2020-02-01', '2020-02-29', 'month'],
    ['2018', '2018-01-01', '2018-12-31', 'year'],
    ['199X', '1990-01-01', '1999-12-31', 'decade'],
    ['19XX', '1900-01-01', '1999-12-31', 'century'],
    ['0001', '0001-01-01', '0001-12-31', 'year'],
    ['000X', '0001-01-01', '0009-12-31', 'decade'],
    ['00XX', '0001-01-01', '0099-12-31', 'century'],
    ['9999-12-31', '9999-12-31', '9999-12-31', 'day'],
    ['99XX', '9900-01-01', '9999-12-31', 'century'],
  ])('%s runs from %s to %s and is known to the %s', (text, earliest, latest, precision) => {
    expect(read(text)).toEqual({ earliest, latest, precision, inferred: false, about: false });
  });

  it.each([
    ['2018', false, false],
    ['2018?', true, false],
    ['2018~', false, true],
    ['2018%', true, true],
  ])('%s: inferred is %s, about is %s', (text, inferred, about) => {
    const date = parsePartialDate(text);
    expect([date?.inferred, date?.about]).toEqual([inferred, about]);
  });

  it.each(['2018-02-30', '2019-02-29', '2018-13', '2018-00', '2018-05-00', '2018-04-31?'])(
    'has to exist, which %s does not',
    (text) => expect(parsePartialDate(text)).toBeNull(),
  );

  it.each(['0000', '0000-05', '0000-05-14', '10000', '-0044', '+002018'])(
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
    const almost = fc.stringMatching(/^[0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?$/);
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
