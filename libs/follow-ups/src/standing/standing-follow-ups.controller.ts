import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { STANDING_FOLLOW_UP } from './standing-follow-up.record.js';
import { StandingFollowUpQueries } from './standing-follow-ups.queries.js';
import { StandingFollowUpsService } from './standing-follow-ups.service.js';

@Controller(STANDING_FOLLOW_UP.address)
export class StandingFollowUpsController extends RecordRoutes(
  STANDING_FOLLOW_UP,
  StandingFollowUpQueries,
  StandingFollowUpsService,
) {}
