import { defineProblems, translateConstraints } from '#platform';

defineProblems({
  'place.circle': ['conflict', 'The place would lie in itself'],
});

translateConstraints({
  places_without_circle: [
    'place.circle',
    'A place cannot lie in itself, nor in a place that lies in it; look at its parent and what else contains it.',
  ],
  places_coordinates_whole: [
    'coordinates',
    'Give both latitude and longitude, or neither.',
    '/latitude',
    '/longitude',
  ],
});
