import { Inject, Injectable } from '@nestjs/common';
import { type Caller, type Json, type Precondition, insertLinks } from '#platform';
import { type At, Records, replacedLinks } from '#records';
import { PLACE_ZONES, type PlaceZones } from './place-zones.js';
import { PLACE } from './place.record.js';
import type { CreatePlace, PatchPlace, PlaceView } from './places.dto.js';
import { PlaceQueries } from './places.queries.js';
import { DirectoryService } from '../similar/directory.service.js';
import { SIMILAR_RECORDS, type SimilarRecords } from '../similar/similar-records.js';

/** Writes places. */
@Injectable()
export class PlacesService extends DirectoryService<typeof PLACE> {
  constructor(
    records: Records,
    places: PlaceQueries,
    @Inject(SIMILAR_RECORDS) similar: SimilarRecords,
    @Inject(PLACE_ZONES) private readonly zones: PlaceZones,
  ) {
    super(records, PLACE, places, similar);
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

  /** Changes a place by a merge patch; what takes place there follows its zone. */
  override patch(
    at: At,
    match: Precondition,
    { containedInIds, ...patch }: PatchPlace,
    caller: Caller,
  ): Promise<Json<PlaceView>> {
    return this.edit(at, match, caller, async (tx, place) => {
      const own = ['place_id', place.id] as const;
      const lists = [
        replacedLinks('place_containers', own, 'container_id', ['containedInIds', containedInIds]),
      ];
      await this.records.patch(tx, PLACE, place, patch, caller, { lists });
      if (patch.timeZone !== undefined || patch.parentId !== undefined)
        await this.zones.follow(tx, place.id, caller);
    });
  }
}
