import { sql } from '#platform';
import { nameOf, recordKind } from '#records';
import { TravelTime } from './travel-time.entity.js';
import { TRAVEL_TIME_CONSTRAINTS, TRAVEL_TIME_PROBLEMS } from './travel-time.rules.js';
import {
  CreateTravelTime,
  PatchTravelTime,
  TravelTimePage,
  TravelTimeQuery,
  TravelTimeView,
} from './travel-times.dto.js';

/** How long it takes at least to get from one place to another, or back. */
export const TRAVEL_TIME = recordKind({
  name: 'travel time',
  entity: TravelTime,
  path: 'travel-times',
  tag: 'Agendas',
  area: 'directory',
  says: {
    list: 'Lists how long it takes at least between places.',
    read: 'Reads how long it takes between two places.',
    create: 'Records how long it takes at least between two places, in both directions.',
  },
  called: (row) =>
    sql`${nameOf(sql`visible_places(:caller)`, sql`${row}.from_place_id`)} || ' – ' || ${nameOf(sql`visible_places(:caller)`, sql`${row}.to_place_id`)}`,
  problems: TRAVEL_TIME_PROBLEMS,
  constraints: TRAVEL_TIME_CONSTRAINTS,
  create: CreateTravelTime,
  patch: PatchTravelTime,
  query: TravelTimeQuery,
  view: TravelTimeView,
  page: TravelTimePage,
});
