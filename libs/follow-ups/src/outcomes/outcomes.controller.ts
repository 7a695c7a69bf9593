import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  By,
  type Caller,
  IfMatch,
  type Json,
  MayMatch,
  type Precondition,
  TransitionDto,
  TransitionsView,
} from '#platform';
import { CreateFollowUpOfOutcome, FollowUpView } from '../follow-ups/follow-ups.dto.js';
import { FollowUpsService } from '../follow-ups/follow-ups.service.js';
import { OutcomeQuery } from './outcome-query.dto.js';
import { CreateOutcome, OutcomePage, OutcomeView, PatchOutcome } from './outcomes.dto.js';
import { OutcomeQueries } from './outcomes.queries.js';
import { OutcomesService } from './outcomes.service.js';

@ApiTags('Outcomes')
@Controller('outcomes')
export class OutcomesController {
  constructor(
    private readonly outcomes: OutcomeQueries,
    private readonly writes: OutcomesService,
    private readonly followUps: FollowUpsService,
  ) {}

  /** Lists outcomes, the latest recorded first. */
  @Get()
  list(@Query() query: OutcomeQuery, @By() caller: Caller): Promise<Json<OutcomePage>> {
    return this.outcomes.list(query, caller);
  }

  /** Reads one outcome. */
  @Get(':id')
  read(@Param('id') id: string, @By() caller: Caller): Promise<Json<OutcomeView>> {
    return this.outcomes.read(id, caller);
  }

  /** Records an outcome of an event, an agenda item or an agreement. */
  @Post()
  create(@Body() outcome: CreateOutcome, @By() caller: Caller): Promise<Json<OutcomeView>> {
    return this.writes.create(outcome, caller);
  }

  /** Changes an outcome. */
  @Patch(':id')
  patch(
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchOutcome,
    @By() caller: Caller,
  ): Promise<Json<OutcomeView>> {
    return this.writes.patch(id, match, patch, caller);
  }

  /** Archives an outcome. */
  @Delete(':id')
  @HttpCode(204)
  archive(@Param('id') id: string, @IfMatch() match: Precondition, @By() caller: Caller): Promise<void> {
    return this.writes.archive(id, match, caller);
  }

  /** Restores an archived outcome. */
  @Post(':id/restore')
  @HttpCode(200)
  restore(
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @By() caller: Caller,
  ): Promise<Json<OutcomeView>> {
    return this.writes.restore(id, match, caller);
  }

  /** Says where an outcome stands and what it may become. */
  @Get(':id/transitions')
  readTransitions(@Param('id') id: string, @By() caller: Caller): Promise<TransitionsView> {
    return this.outcomes.readTransitions(id, caller);
  }

  /** Moves an outcome to another status. */
  @Post(':id/transitions')
  @HttpCode(200)
  move(
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @Body() move: TransitionDto,
    @By() caller: Caller,
  ): Promise<Json<OutcomeView>> {
    return this.writes.move(id, match, move, caller);
  }

  /** Makes a commitment a follow-up: what was promised, until when, and who sees to it. */
  @Post(':id/follow-up')
  followUp(
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @Body() followUp: CreateFollowUpOfOutcome,
    @By() caller: Caller,
  ): Promise<Json<FollowUpView>> {
    return this.followUps.createOfOutcome(id, match, followUp, caller);
  }
}
