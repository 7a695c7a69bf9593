import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type Precondition,
  RecordService,
  Records,
  type Transaction,
  created,
} from '#platform';
import { TravelTime } from './travel-time.entity.js';
import { CreateTravelTime, type PatchTravelTime, type TravelTimeView } from './travel-times.dto.js';
import { TravelTimeQueries } from './travel-times.queries.js';
import './travel-times.rules.js';

/** Writes travel times. */
@Injectable()
export class TravelTimesService extends RecordService<TravelTime, TravelTimeView> {
  constructor(
    database: Database,
    records: Records,
    private readonly travelTimes: TravelTimeQueries,
  ) {
    super(database, records, { entity: TravelTime, name: 'travel time', input: CreateTravelTime });
  }

  /** Records how long it takes between two places. */
  create(travelTime: CreateTravelTime, caller: Caller): Promise<Json<TravelTimeView>> {
    return this.database.transaction(async (tx) => {
      const id = await this.records.insert(tx, this.kind, travelTime, caller);
      return created(id, await this.readBack(id, caller, tx));
    });
  }

  /** Changes a travel time by a merge patch. */
  patch(
    id: string,
    match: Precondition,
    patch: PatchTravelTime,
    caller: Caller,
  ): Promise<Json<TravelTimeView>> {
    return this.change(id, match, caller, (tx, travelTime) =>
      this.records.patch(tx, this.kind, travelTime, patch, caller),
    );
  }

  protected readBack(id: string, caller: Caller, tx: Transaction): Promise<Json<TravelTimeView>> {
    return this.travelTimes.read(id, caller, tx);
  }
}
