import { type Constraints, defineProblems } from '#refusals';

export const PLACE_PROBLEMS = defineProblems({
  'place.circle': ['conflict', 'The place would lie in itself'],
});

export const PLACE_CONSTRAINTS: Constraints = {
  places_without_circle: {
    problem: PLACE_PROBLEMS['place.circle'],
    detail:
      'A place cannot lie in itself, nor in a place that lies in it; look at its parent and what else contains it.',
  },
  places_coordinates_whole: {
    code: 'coordinates',
    detail: 'Give both latitude and longitude, or neither.',
    pointers: [''],
  },
};
