import { Body, Controller, Param, Post } from '@nestjs/common';
import { InArea } from '#identity';
import { By, type Caller, type Json, MayMatch, type Precondition } from '#platform';
import { RecordRoutes } from '#records';
import { CreateFollowUpOfOutcome } from '../follow-ups/follow-up-input.dto.js';
import { FollowUpView } from '../follow-ups/follow-up-view.dto.js';
import { FollowUpsService } from '../follow-ups/follow-ups.service.js';
import { OUTCOME } from './outcome.record.js';
import { OutcomeQueries } from './outcomes.queries.js';
import { OutcomesService } from './outcomes.service.js';

@Controller(OUTCOME.address)
@InArea(OUTCOME.area)
export class OutcomesController extends RecordRoutes(OUTCOME, OutcomeQueries, OutcomesService) {
  constructor(
    outcomes: OutcomeQueries,
    writes: OutcomesService,
    private readonly followUps: FollowUpsService,
  ) {
    super(outcomes, writes);
  }

  /** Makes a commitment a follow-up: what was promised, until when, and who sees to it. */
  @Post(':id/follow-up')
  followUp(
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @Body() followUp: CreateFollowUpOfOutcome,
    @By() caller: Caller,
  ): Promise<Json<FollowUpView>> {
    return this.followUps.createOfOutcome({ id }, match, followUp, caller);
  }
}
