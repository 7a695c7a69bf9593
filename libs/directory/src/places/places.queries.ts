import { Injectable } from '@nestjs/common';
import { list, object, reference, referenceTo, sql } from '#platform';
import { NAMED_SORTS, nameFilter, RecordQueries, RecordReader, namedFields } from '#records';
import { PLACE } from './place.record.js';

const place = {
  ...namedFields(sql`e`),
  kind: sql`e.kind`,
  parent: reference(sql`visible_places(:caller)`, sql`e.parent_id`),
  timeZone: sql`e.time_zone`,
  latitude: sql`e.latitude`,
  longitude: sql`e.longitude`,
  address: sql`e.address`,
  capacity: sql`e.capacity`,
};

const containedIn = list(
  referenceTo(sql`p`),
  sql`place_containers c join visible_places(:caller) p on p.id = c.container_id where c.place_id = e.id`,
  sql`p.sort_name, p.id`,
);

/** Reads places. */
@Injectable()
export class PlaceQueries extends RecordQueries<typeof PLACE> {
  constructor(reader: RecordReader) {
    super(reader, PLACE, {
      one: object({ ...place, names: sql`e.names`, containedIn, description: sql`e.description` }),
      list: {
        item: object(place),
        filters: {
          q: nameFilter('places'),
          kind: sql`e.kind = :kind`,
          parent: sql`e.parent_id = :parent`,
          within: sql`e.id in (select within.id from public.places_within(:within) within) and e.id <> :within`,
        },
        sorts: NAMED_SORTS,
      },
    });
  }
}
