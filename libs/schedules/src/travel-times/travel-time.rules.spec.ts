import { expect, it } from '@jest/globals';
import { explained } from '#refusals/testing';
import { TRAVEL_TIME_CONSTRAINTS } from './travel-time.rules.js';

it('The time between two places is recorded once, and to no place from itself', () => {
  expect(TRAVEL_TIME_CONSTRAINTS).toEqual({
    travel_times_once: {
      problem: explained({
        code: 'travel-time.twice',
        kind: 'conflict',
        title: 'The time between the two places is already recorded',
      }),
      detail:
        'The time between these two places is already recorded, in this direction or the other; change that one.',
    },
    travel_times_not_itself: {
      code: 'same-place',
      detail: 'Choose another place to travel to.',
      pointers: ['/toPlaceId'],
    },
  });
});
