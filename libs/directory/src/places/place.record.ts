import { recordKind } from '#records';
import { Place } from './place.entity.js';
import { PLACE_CONSTRAINTS, PLACE_PROBLEMS } from './place.rules.js';
import { CreatePlace, CreatedPlace, PatchPlace, PlacePage, PlaceQuery, PlaceView } from './places.dto.js';

/** A country, a city, a room. */
export const PLACE = recordKind({
  name: 'place',
  entity: Place,
  path: 'places',
  tag: 'Directory',
  area: 'directory',
  merges: true,
  says: { list: 'Lists places, by name.' },
  problems: PLACE_PROBLEMS,
  constraints: PLACE_CONSTRAINTS,
  create: CreatePlace,
  patch: PatchPlace,
  query: PlaceQuery,
  view: PlaceView,
  created: CreatedPlace,
  page: PlacePage,
});
