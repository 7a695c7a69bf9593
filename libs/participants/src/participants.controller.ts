import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { ParticipationQueries } from './participants.queries.js';
import { ParticipantsService } from './participants.service.js';
import { PARTICIPATION } from './participation.record.js';

@Controller(PARTICIPATION.address)
export class ParticipantsController extends RecordRoutes(
  PARTICIPATION,
  ParticipationQueries,
  ParticipantsService,
) {}
