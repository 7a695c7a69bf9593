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
import { FollowUpQuery } from './follow-up-query.dto.js';
import { CreateFollowUp, FollowUpPage, FollowUpView, PatchFollowUp } from './follow-ups.dto.js';
import { FollowUpQueries } from './follow-ups.queries.js';
import { FollowUpsService } from './follow-ups.service.js';

@ApiTags('Follow-ups')
@Controller('follow-ups')
export class FollowUpsController {
  constructor(
    private readonly followUps: FollowUpQueries,
    private readonly writes: FollowUpsService,
  ) {}

  /** Lists follow-ups, the most urgent first. */
  @Get()
  list(@Query() query: FollowUpQuery, @By() caller: Caller): Promise<Json<FollowUpPage>> {
    return this.followUps.list(query, caller);
  }

  /** Reads one follow-up. */
  @Get(':id')
  read(@Param('id') id: string, @By() caller: Caller): Promise<Json<FollowUpView>> {
    return this.followUps.read(id, caller);
  }

  /** Records a follow-up. */
  @Post()
  create(@Body() followUp: CreateFollowUp, @By() caller: Caller): Promise<Json<FollowUpView>> {
    return this.writes.create(followUp, caller);
  }

  /** Changes a follow-up. */
  @Patch(':id')
  patch(
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchFollowUp,
    @By() caller: Caller,
  ): Promise<Json<FollowUpView>> {
    return this.writes.patch(id, match, patch, caller);
  }

  /** Archives a follow-up. */
  @Delete(':id')
  @HttpCode(204)
  archive(@Param('id') id: string, @IfMatch() match: Precondition, @By() caller: Caller): Promise<void> {
    return this.writes.archive(id, match, caller);
  }

  /** Restores an archived follow-up. */
  @Post(':id/restore')
  @HttpCode(200)
  restore(
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @By() caller: Caller,
  ): Promise<Json<FollowUpView>> {
    return this.writes.restore(id, match, caller);
  }

  /** Says where a follow-up stands and what it may become. */
  @Get(':id/transitions')
  readTransitions(@Param('id') id: string, @By() caller: Caller): Promise<TransitionsView> {
    return this.followUps.readTransitions(id, caller);
  }

  /** Moves a follow-up to another status; to block or to waive it takes a reason. */
  @Post(':id/transitions')
  @HttpCode(200)
  move(
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @Body() move: TransitionDto,
    @By() caller: Caller,
  ): Promise<Json<FollowUpView>> {
    return this.writes.move(id, match, move, caller);
  }
}
