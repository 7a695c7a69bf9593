import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type ListDefinition,
  Lists,
  RECORDED_SORT,
  type Transaction,
  identityFields,
  makingFields,
  object,
  reference,
  sql,
  statement,
  unknownRecord,
} from '#platform';
import type { TravelTimePage, TravelTimeQuery, TravelTimeView } from './travel-times.dto.js';

const item = object({
  ...identityFields(sql`e`),
  fromPlace: reference(sql`places`, sql`e.from_place_id`),
  toPlace: reference(sql`places`, sql`e.to_place_id`),
  minutes: sql`e.minutes`,
  ...makingFields(sql`e`),
});

const oneTravelTime = statement(
  'travel-time',
  sql`select e.version, ${item} from travel_times e where e.id = :id and (:archived or e.archived_at is null)`,
);

const travelTimes: ListDefinition<TravelTimeQuery> = {
  name: 'travel-times',
  from: sql`travel_times e`,
  item,
  filters: { place: sql`:place in (e.from_place_id, e.to_place_id)` },
  sorts: RECORDED_SORT,
};

/** Reads travel times. */
@Injectable()
export class TravelTimeQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** One travel time; unknown where there is none for this caller. */
  async read(id: string, caller: Caller, tx?: Transaction): Promise<Json<TravelTimeView>> {
    const found = await this.database.readRecord<TravelTimeView>(oneTravelTime, caller, { id }, tx);
    if (!found) throw unknownRecord('travel time');
    return found;
  }

  /** A page of travel times. */
  list(query: TravelTimeQuery, caller: Caller): Promise<Json<TravelTimePage>> {
    return this.lists.read(travelTimes, query, caller);
  }
}
