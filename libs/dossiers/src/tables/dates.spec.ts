import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { monthFirst, readDate } from './dates.js';

const day = fc.date({
  min: new Date('1000-01-01T00:00:00Z'),
  max: new Date('2999-12-31T00:00:00Z'),
  noInvalidDate: true,
});

describe('a date in a sheet', () => {
  it.each([
    ['12/07/2018', '2018-07-12'],
    ['12.7.2018', '2018-07-12'],
    ['12-7-2018', '2018-07-12'],
    ['12/07/2018 10:30', '2018-07-12'],
    ['2018/7/12', '2018-07-12'],
    ['2018.07', '2018-07'],
    ['07/2018', '2018-07'],
    ['2018', '2018'],
    ['12 luglio 2018', '2018-07-12'],
    ['1° luglio 2018', '2018-07-01'],
    ['Luglio 2018', '2018-07'],
    ['12-lug-2018', '2018-07-12'],
    ['July 12, 2018', '2018-07-12'],
    ['12th of July 2018', '2018-07-12'],
    ['Sept 2018', '2018-09'],
    ['2018年7月12日', '2018-07-12'],
    ['2018年7月', '2018-07'],
    ['2018 年', '2018'],
    ['circa 2018', '2018~'],
    ['约2018年', '2018~'],
    ['2018-07-XX', '2018-07-XX'],
    ['201X', '201X'],
    ['2027-21', '2027-21'],
    ['2018?', '2018?'],
    ['circa 201X', '201X~'],
    ['verso 19XX', '19XX~'],
    ['约2018-07-XX', '2018-07-XX~'],
    ['circa 2018?', '2018%'],
    ['about 201X?', '201X%'],
    ['ca. 2018~', '2018~'],
    ['around 2018-07%', '2018-07%'],
  ])('%s is %s', (text, date) => {
    expect(readDate(text)).toEqual({ value: date });
  });

  it.each([
    '31/02/2018',
    '07/13/2018',
    '12/07/18',
    '13/2018',
    'presto',
    '12/07',
    '2018-13-01',
    'luglio',
    '32 luglio 2018',
  ])('%s is none', (text) => {
    expect(readDate(text)).toMatchObject({ code: 'date' });
  });

  it('has its month first only where that is said', () => {
    expect(readDate('07/13/2018', 'month-first')).toEqual({ value: '2018-07-13' });
    expect(['07/13/2018', '07/12/2018', '07/07/2018', '13/07/2018', '2018'].map(monthFirst)).toEqual([
      'only',
      'maybe',
      'no',
      'no',
      'no',
    ]);
  });

  it('of a spreadsheet is its day, and a number is a year or nothing', () => {
    expect(readDate(new Date('2018-07-12T00:00:00Z'))).toEqual({ value: '2018-07-12' });
    expect(readDate(2018)).toEqual({ value: '2018' });
    expect(readDate(43_293)).toMatchObject({ code: 'date' });
  });

  it('is the same in whatever way it is written', () => {
    fc.assert(
      fc.property(day, (date) => {
        const value = date.toISOString().slice(0, 10);
        const [y, m, d] = value.split('-').map(Number) as [number, number, number];
        const year = String(y).padStart(4, '0');
        const long = (language: string): string =>
          `${d} ${new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(date)} ${year}`;
        const ways = [
          value,
          `${d}/${m}/${year}`,
          `${d}.${m}.${year}`,
          `${year}年${m}月${d}日`,
          long('it'),
          long('en'),
        ];
        expect(ways.map((way) => readDate(way))).toEqual(ways.map(() => ({ value })));
        expect(readDate(`${m}/${d}/${year}`, 'month-first')).toEqual({ value });
      }),
    );
  });
});
