import { Injectable } from '@nestjs/common';
import type { Caller, Json } from '#platform';
import { type At, RecordService, Records } from '#records';
import { STANDING_FOLLOW_UP } from './standing-follow-up.record.js';
import type { CreateStandingFollowUp, StandingFollowUpView } from './standing-follow-ups.dto.js';
import { StandingFollowUpQueries } from './standing-follow-ups.queries.js';

/** Writes standing follow-ups. */
@Injectable()
export class StandingFollowUpsService extends RecordService<typeof STANDING_FOLLOW_UP> {
  constructor(records: Records, standing: StandingFollowUpQueries) {
    super(records, STANDING_FOLLOW_UP, standing);
  }

  /** Records a standing follow-up. */
  override create(
    at: At,
    standing: CreateStandingFollowUp,
    caller: Caller,
  ): Promise<Json<StandingFollowUpView>> {
    return super.create(at, { mandatory: false, ...standing }, caller);
  }
}
