import { describe, expect, it } from '@jest/globals';
import { rangeErrors } from './busy-times.rules.js';

describe('The range of a schedule', () => {
  it.each([
    ['2018-07-12', '2018-07-12'],
    ['2020-01-01', '2020-12-31'],
  ])('can be %s to %s', (from, to) => {
    expect(rangeErrors({ from, to })).toEqual([]);
  });

  it.each([
    ['2018-07-12', '2018-07-11', 'end-before-start'],
    ['2018-01-01', '2019-01-02', 'too-long'],
  ])('cannot be %s to %s: %s', (from, to, code) => {
    expect(rangeErrors({ from, to }).map((error) => [error.pointer, error.code])).toEqual([['?to', code]]);
  });
});
