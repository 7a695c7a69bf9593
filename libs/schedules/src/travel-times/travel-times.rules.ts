import { defineProblems, translateConstraints } from '#platform';

defineProblems({
  'travel-time.twice': ['conflict', 'The time between the two places is already recorded'],
});

translateConstraints({
  travel_times_once: [
    'travel-time.twice',
    'The time between these two places is already recorded, in this direction or the other; change that one.',
  ],
  travel_times_not_itself: ['same-place', 'Choose another place to travel to.', '/toPlaceId'],
});
