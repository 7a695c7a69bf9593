import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type ListDefinition,
  Lists,
  NAMED_SORTS,
  NAME_FILTER,
  type Transaction,
  identityFields,
  list,
  makingFields,
  object,
  reference,
  shownName,
  sql,
  statement,
  unknownRecord,
} from '#platform';
import type { PlacePage, PlaceQuery, PlaceView } from './places.dto.js';

const item = {
  ...identityFields(sql`e`),
  name: shownName(sql`e`),
  kind: sql`e.kind`,
  parent: reference(sql`places`, sql`e.parent_id`),
  timeZone: sql`e.time_zone`,
  latitude: sql`e.latitude`,
  longitude: sql`e.longitude`,
  address: sql`e.address`,
  capacity: sql`e.capacity`,
  ...makingFields(sql`e`),
};

const containedIn = list(
  object({ id: sql`p.id`, name: shownName(sql`p`) }),
  sql`place_containers c join places p on p.id = c.container_id where c.place_id = e.id`,
  sql`p.sort_name, p.id`,
);

const onePlace = statement(
  'place',
  sql`select e.version, ${object({ ...item, names: sql`e.names`, containedIn })}
      from places e where e.id = :id and (:archived or e.archived_at is null)`,
);

const places: ListDefinition<PlaceQuery> = {
  name: 'places',
  from: sql`places e`,
  item: object(item),
  filters: {
    q: NAME_FILTER,
    kind: sql`e.kind = :kind`,
    parent: sql`e.parent_id = :parent`,
    within: sql`e.id in (select within.id from public.places_within(:within) within) and e.id <> :within`,
  },
  sorts: NAMED_SORTS,
};

/** Reads places. */
@Injectable()
export class PlaceQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** One place; unknown where there is none for this caller. */
  async read(id: string, caller: Caller, tx?: Transaction): Promise<Json<PlaceView>> {
    const place = await this.database.readRecord<PlaceView>(onePlace, caller, { id }, tx);
    if (!place) throw unknownRecord('place');
    return place;
  }

  /** A page of places. */
  list(query: PlaceQuery, caller: Caller): Promise<Json<PlacePage>> {
    return this.lists.read(places, query, caller);
  }
}
