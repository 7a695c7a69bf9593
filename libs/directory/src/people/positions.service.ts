import { Injectable } from '@nestjs/common';
import type { Caller, Json, Precondition } from '#platform';
import { type At, RecordService, Records } from '#records';
import { tenureErrors } from '../tenure.rules.js';
import { POSITION } from './position.record.js';
import type { CreatePosition, PatchPosition, PositionView } from './positions.dto.js';
import { PositionQueries } from './positions.queries.js';

/** Writes the positions of people. */
@Injectable()
export class PositionsService extends RecordService<typeof POSITION> {
  constructor(records: Records, positions: PositionQueries) {
    super(records, POSITION, positions);
  }

  /** Records a position of a person. */
  override create(at: At, position: CreatePosition, caller: Caller): Promise<Json<PositionView>> {
    return super.create(at, { ended: false, ...position }, caller, tenureErrors);
  }

  /** Changes a position by a merge patch. */
  override patch(
    at: At,
    match: Precondition,
    patch: PatchPosition,
    caller: Caller,
  ): Promise<Json<PositionView>> {
    return super.patch(at, match, patch, caller, tenureErrors);
  }
}
