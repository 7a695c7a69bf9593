import { Injectable } from '@nestjs/common';
import { RecordService, Records } from '#records';
import { TRAVEL_TIME } from './travel-time.record.js';
import { TravelTimeQueries } from './travel-times.queries.js';

/** Writes travel times. */
@Injectable()
export class TravelTimesService extends RecordService<typeof TRAVEL_TIME> {
  constructor(records: Records, travelTimes: TravelTimeQueries) {
    super(records, TRAVEL_TIME, travelTimes);
  }
}
