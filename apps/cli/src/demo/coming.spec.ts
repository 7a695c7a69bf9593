import { describe, expect, it } from '@jest/globals';
import { dated } from './coming.js';

describe('a day that is said from today on', () => {
  it.each([
    ['starts: today', 'starts: 2026-02-27'],
    ['today-2..today+3', '2026-02-25..2026-03-02'],
    ['startsAt: today+3T09:30', 'startsAt: 2026-03-02T09:30:00+01:00'],
    ['startsAt: today+90T09:30', 'startsAt: 2026-05-28T09:30:00+02:00'],
    ['coming-today', 'coming-2026-02-27'],
    ['todays news', 'todays news'],
  ])('%s', (said, then) => {
    expect(dated(said, '2026-02-27')).toBe(then);
  });
});
