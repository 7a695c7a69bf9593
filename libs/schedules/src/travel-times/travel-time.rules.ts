import { type Constraints, defineProblems } from '#refusals';

export const TRAVEL_TIME_PROBLEMS = defineProblems({
  'travel-time.twice': ['conflict', 'The time between the two places is already recorded'],
});

export const TRAVEL_TIME_CONSTRAINTS: Constraints = {
  travel_times_once: {
    problem: TRAVEL_TIME_PROBLEMS['travel-time.twice'],
    detail:
      'The time between these two places is already recorded, in this direction or the other; change that one.',
  },
  travel_times_not_itself: {
    code: 'same-place',
    detail: 'Choose another place to travel to.',
    pointers: ['/toPlaceId'],
  },
};
