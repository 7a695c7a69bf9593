import { Injectable } from '@nestjs/common';
import { object, reference, sql } from '#platform';
import { RECORDED_SORT, RecordQueries, RecordReader, identityFields, makingFields } from '#records';
import { TRAVEL_TIME } from './travel-time.record.js';

const travelTime = object({
  ...identityFields(sql`e`),
  fromPlace: reference(sql`visible_places(:caller)`, sql`e.from_place_id`),
  toPlace: reference(sql`visible_places(:caller)`, sql`e.to_place_id`),
  minutes: sql`e.minutes`,
  ...makingFields(sql`e`),
});

/** Reads travel times. */
@Injectable()
export class TravelTimeQueries extends RecordQueries<typeof TRAVEL_TIME> {
  constructor(reader: RecordReader) {
    super(reader, TRAVEL_TIME, {
      one: travelTime,
      list: {
        item: travelTime,
        filters: { place: sql`:place in (e.from_place_id, e.to_place_id)` },
        sorts: RECORDED_SORT,
      },
    });
  }
}
