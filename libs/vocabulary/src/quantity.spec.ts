import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { QUALIFIERS, quantityProblems } from './quantity.js';

describe('A quantity', () => {
  it.each([
    { value: 60, qualifier: 'over', unit: 'companies' },
    { value: 100, max: 120, qualifier: 'about' },
    { value: 1_000_000_000_000, qualifier: 'exact', unit: 'CNY' },
    { value: 0, qualifier: 'exact' },
    { value: 0.29, max: 1.5, qualifier: 'up_to', unit: '%' },
    { value: Number.MAX_SAFE_INTEGER, qualifier: 'at_least' },
    { value: 2 ** 46 - 0.25, qualifier: 'exact' },
    { value: 60, qualifier: 'over', unit: 'u'.repeat(40) },
  ])('is sound as %j', (quantity) => {
    expect(quantityProblems(quantity)).toEqual([]);
  });

  it.each([null, undefined, 60, '60', [60]])('is asked for when there is none: %j', (value) => {
    expect(quantityProblems(value)).toEqual([
      { key: '', detail: 'Give a quantity, as in { "value": 60, "qualifier": "over" }.' },
    ]);
  });

  it.each([
    [-1, 'Give a number of 0 or more.'],
    [NaN, 'Give a number of 0 or more.'],
    ['60', 'Give a number of 0 or more.'],
    [undefined, 'Give a number of 0 or more.'],
    [0.125, 'Give at most two decimals.'],
    [1e-7, 'Give at most two decimals.'],
    [Infinity, 'This number is too large to be kept exactly.'],
    [2 ** 53, 'This number is too large to be kept exactly.'],
    [2 ** 46 + 0.25, 'This number is too large to be kept exactly.'],
  ])('has a number that is kept exactly, which %p is not', (value, detail) => {
    expect(quantityProblems({ value, qualifier: 'exact' })).toEqual([{ key: 'value', detail }]);
  });

  it.each([
    [60, 'Give a maximum greater than the value, or leave it out.'],
    [59, 'Give a maximum greater than the value, or leave it out.'],
    [60.005, 'Give at most two decimals.'],
    [null, 'Give a number of 0 or more.'],
  ])('from 60 upwards does not end at %p', (max, detail) => {
    expect(quantityProblems({ value: 60, max, qualifier: 'about' })).toEqual([{ key: 'max', detail }]);
  });

  it.each([undefined, null, 'roughly', 'EXACT'])(
    'is qualified by a known word, which %p is not',
    (qualifier) => {
      const detail = 'Give one of exact, about, almost, over, at_least, up_to.';
      expect(quantityProblems({ value: 60, qualifier })).toEqual([{ key: 'qualifier', detail }]);
    },
  );

  it.each([
    ['', 'Name the unit, or leave it out.'],
    ['  ', 'Name the unit, or leave it out.'],
    [null, 'Name the unit, or leave it out.'],
    ['u'.repeat(41), 'Keep the unit to 40 characters.'],
  ])('has a unit with a short name or none: %p', (unit, detail) => {
    expect(quantityProblems({ value: 60, qualifier: 'exact', unit })).toEqual([{ key: 'unit', detail }]);
  });

  it('is not asked for a greater maximum than what is no number', () => {
    expect(quantityProblems({ value: '60', max: 60, qualifier: 'about' })).toEqual([
      { key: 'value', detail: 'Give a number of 0 or more.' },
    ]);
  });

  it('tells everything that is wrong at once', () => {
    const keys = quantityProblems({ value: '60', max: -1, unit: '', min: 1 }).map((fault) => fault.key);
    expect(keys).toEqual(['value', 'max', 'qualifier', 'unit', 'min']);
  });

  it('knows no other key', () => {
    const detail = 'A quantity has only value, max, qualifier, unit.';
    expect(quantityProblems({ value: 60, qualifier: 'over', min: 1 })).toEqual([{ key: 'min', detail }]);
  });

  it('comes back with every decimal it was written with', () => {
    const cents = fc.bigInt({ min: 0n, max: 2n ** 46n * 100n - 1n });
    fc.assert(
      fc.property(cents, fc.constantFrom(...QUALIFIERS), (total, qualifier) => {
        const written = `${total / 100n}.${String(total % 100n).padStart(2, '0')}`;
        const value = Number(written);
        expect(quantityProblems({ value, qualifier })).toEqual([]);
        expect(value.toFixed(2)).toBe(written);
      }),
    );
  });

  it('is judged without failing, whatever is sent', () => {
    const anything = fc.anything({ withNullPrototype: true });
    const quantities = fc.record({ value: fc.double(), max: anything, qualifier: anything, unit: anything });
    fc.assert(
      fc.property(fc.oneof(anything, quantities), (value) => {
        expect(quantityProblems(value)).toBeInstanceOf(Array);
      }),
    );
  });
});
