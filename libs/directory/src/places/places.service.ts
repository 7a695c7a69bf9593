import { Injectable } from '@nestjs/common';
import { type Caller, type Json, type Precondition, insertLinks, replaceLinks } from '#platform';
import { type At, RecordService, Records } from '#records';
import { PLACE } from './place.record.js';
import type { CreatePlace, PatchPlace, PlaceView } from './places.dto.js';
import { PlaceQueries } from './places.queries.js';

/** Writes places. */
@Injectable()
export class PlacesService extends RecordService<typeof PLACE> {
  constructor(records: Records, places: PlaceQueries) {
    super(records, PLACE, places);
  }

  /** Records a place with what else contains it. */
  override create(
    at: At,
    { containedInIds = [], ...place }: CreatePlace,
    caller: Caller,
  ): Promise<Json<PlaceView>> {
    return this.add(at, caller, async (tx) => {
      const id = await this.records.insert(tx, PLACE, place, caller);
      await insertLinks(tx, 'place_containers', ['place_id', id], ['container_id', containedInIds]);
      return id;
    });
  }

  /** Changes a place by a merge patch. */
  override patch(
    at: At,
    match: Precondition,
    { containedInIds, ...patch }: PatchPlace,
    caller: Caller,
  ): Promise<Json<PlaceView>> {
    return this.edit(at, match, caller, async (tx, place) => {
      await this.records.patch(tx, PLACE, place, patch, caller);
      if (containedInIds)
        await replaceLinks(tx, 'place_containers', ['place_id', place.id], ['container_id', containedInIds]);
    });
  }
}
