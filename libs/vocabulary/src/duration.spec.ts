import { describe, expect, it } from '@jest/globals';
import { parseDuration } from './duration.js';

describe('A duration', () => {
  it.each([
    ['P5Y', [5, 0, 0]],
    ['P1Y6M', [1, 6, 0]],
    ['P90D', [0, 0, 90]],
    ['P999Y9999M99999D', [999, 9999, 99999]],
  ])('is read: %s', (text, fields) => {
    const { years, months, days } = parseDuration(text)!;
    expect([years, months, days]).toEqual(fields);
  });

  it.each([
    '',
    'P',
    'P0D',
    '5Y',
    'p5y',
    '-P5Y',
    'P2W',
    'P1DT2H',
    'PT24H',
    'P1.5Y',
    'P1M1Y',
    'P1000Y',
    'P5Y ',
  ])('is not “%s”', (text) => {
    expect(parseDuration(text)).toBeNull();
  });
});
