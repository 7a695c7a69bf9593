import { expect, it } from '@jest/globals';
import { CONFLICT_KINDS, CONFLICT_SEVERITIES } from './conflict.rules.js';

it('A conflict is about people, places, the way between them, dates, clocks or seats', () => {
  expect(CONFLICT_KINDS).toEqual([
    'person_twice',
    'interpreter_twice',
    'place_twice',
    'travel_time',
    'outside_dates',
    'outside_whole',
    'leg_outside_dates',
    'other_offset',
    'zone_changed',
    'capacity',
  ]);
});

it('A conflict is an error, a warning, or only worth knowing', () => {
  expect(CONFLICT_SEVERITIES).toEqual(['error', 'warning', 'info']);
});
