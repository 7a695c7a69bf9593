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
  insertLinks,
  replaceLinks,
} from '#platform';
import { Place } from './place.entity.js';
import { CreatePlace, type PatchPlace, type PlaceView } from './places.dto.js';
import { PlaceQueries } from './places.queries.js';
import './places.rules.js';

/** Writes places. */
@Injectable()
export class PlacesService extends RecordService<Place, PlaceView> {
  constructor(
    database: Database,
    records: Records,
    private readonly places: PlaceQueries,
  ) {
    super(database, records, { entity: Place, name: 'place', input: CreatePlace });
  }

  /** Records a place. */
  create({ containedInIds = [], ...place }: CreatePlace, caller: Caller): Promise<Json<PlaceView>> {
    return this.database.transaction(async (tx) => {
      const id = await this.records.insert(tx, this.kind, place, caller);
      await insertLinks(tx, 'place_containers', ['place_id', id], ['container_id', containedInIds]);
      return created(id, await this.readBack(id, caller, tx));
    });
  }

  /** Changes a place by a merge patch. */
  patch(
    id: string,
    match: Precondition,
    { containedInIds, ...patch }: PatchPlace,
    caller: Caller,
  ): Promise<Json<PlaceView>> {
    return this.change(id, match, caller, async (tx, place) => {
      await this.records.patch(tx, this.kind, place, patch, caller);
      if (containedInIds)
        await replaceLinks(tx, 'place_containers', ['place_id', id], ['container_id', containedInIds]);
    });
  }

  protected readBack(id: string, caller: Caller, tx: Transaction): Promise<Json<PlaceView>> {
    return this.places.read(id, caller, tx);
  }
}
