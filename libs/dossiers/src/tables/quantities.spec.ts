import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFigure, readQuantity, readWhole } from './quantities.js';

describe('a number in a sheet', () => {
  it.each([
    [60, { value: 60, qualifier: 'exact' }],
    ['20.000', { value: 20_000, qualifier: 'exact' }],
    ['20,000', { value: 20_000, qualifier: 'exact' }],
    ["20'000", { value: 20_000, qualifier: 'exact' }],
    ['1.234.567,5', { value: 1_234_567.5, qualifier: 'exact' }],
    ['3,5', { value: 3.5, qualifier: 'exact' }],
    ['3.5', { value: 3.5, qualifier: 'exact' }],
    ['0,5', { value: 0.5, qualifier: 'exact' }],
    ['oltre 20.000', { value: 20_000, qualifier: 'over' }],
    ['60+', { value: 60, qualifier: 'over' }],
    ['100余', { value: 100, qualifier: 'over' }],
    ['quasi 100', { value: 100, qualifier: 'almost' }],
    ['circa 100', { value: 100, qualifier: 'about' }],
    ['约300', { value: 300, qualifier: 'about' }],
    ['at least 5', { value: 5, qualifier: 'at_least' }],
    ['fino a 5', { value: 5, qualifier: 'up_to' }],
    ['100-120', { value: 100, max: 120, qualifier: 'exact' }],
    ['circa 1.000 – 1.200', { value: 1000, max: 1200, qualifier: 'about' }],
  ])('%s', (text, quantity) => {
    expect(readQuantity(text)).toEqual({ value: quantity });
  });

  it.each(['molti', '', '12.34.56', '1.23456', '-3', '12a', '0.500', '0,125', '00.500', '012,500'])(
    '%j is none',
    (text) => {
      expect(readQuantity(text)).toMatchObject({ code: 'number' });
    },
  );

  it('is read back as it is grouped in Italian and in English', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (value) => {
        const ways = ['it', 'en', 'de-CH'].map((language) =>
          new Intl.NumberFormat(language, { useGrouping: 'always' }).format(value),
        );
        expect(ways.map(readFigure)).toEqual([value, value, value]);
      }),
    );
  });

  it('is whole where it must be', () => {
    expect([readWhole(3), readWhole('3')]).toEqual([{ value: 3 }, { value: 3 }]);
    expect(readWhole('3,5')).toMatchObject({ code: 'number' });
  });
});
