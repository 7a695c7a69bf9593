import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { FOLLOW_UP } from './follow-up.record.js';
import { FollowUpQueries } from './follow-ups.queries.js';
import { FollowUpsService } from './follow-ups.service.js';

@Controller(FOLLOW_UP.address)
export class FollowUpsController extends RecordRoutes(FOLLOW_UP, FollowUpQueries, FollowUpsService) {}
