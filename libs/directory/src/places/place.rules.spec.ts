import { expect, it } from '@jest/globals';
import { explained } from '#refusals/testing';
import { PLACE_CONSTRAINTS } from './place.rules.js';

it('A place lies outside itself, at both coordinates or at none', () => {
  expect(PLACE_CONSTRAINTS).toEqual({
    places_without_circle: {
      problem: explained({ code: 'place.circle', kind: 'conflict', title: 'The place would lie in itself' }),
      detail:
        'A place cannot lie in itself, nor in a place that lies in it; look at its parent and what else contains it.',
    },
    places_coordinates_whole: {
      code: 'coordinates',
      detail: 'Give both latitude and longitude, or neither.',
      pointers: [''],
    },
  });
});
