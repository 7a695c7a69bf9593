import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { By, type Caller, IfMatch, type Json, MayMatch, type Precondition } from '#platform';
import {
  CreateStandingFollowUp,
  PatchStandingFollowUp,
  StandingFollowUpPage,
  StandingFollowUpQuery,
  StandingFollowUpView,
} from './standing-follow-ups.dto.js';
import { StandingFollowUpQueries } from './standing-follow-ups.queries.js';
import { StandingFollowUpsService } from './standing-follow-ups.service.js';

@ApiTags('Follow-ups')
@Controller('standing-follow-ups')
export class StandingFollowUpsController {
  constructor(
    private readonly standing: StandingFollowUpQueries,
    private readonly writes: StandingFollowUpsService,
  ) {}

  /** Lists what the office does after every visit. */
  @Get()
  list(@Query() query: StandingFollowUpQuery, @By() caller: Caller): Promise<Json<StandingFollowUpPage>> {
    return this.standing.list(query, caller);
  }

  /** Reads one standing follow-up. */
  @Get(':id')
  read(@Param('id') id: string, @By() caller: Caller): Promise<Json<StandingFollowUpView>> {
    return this.standing.read(id, caller);
  }

  /** Records what is to be done after every visit. */
  @Post()
  create(
    @Body() standing: CreateStandingFollowUp,
    @By() caller: Caller,
  ): Promise<Json<StandingFollowUpView>> {
    return this.writes.create(standing, caller);
  }

  /** Changes a standing follow-up; what was proposed before stays as it is. */
  @Patch(':id')
  patch(
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchStandingFollowUp,
    @By() caller: Caller,
  ): Promise<Json<StandingFollowUpView>> {
    return this.writes.patch(id, match, patch, caller);
  }

  /** Archives a standing follow-up: it is proposed no more. */
  @Delete(':id')
  @HttpCode(204)
  archive(@Param('id') id: string, @IfMatch() match: Precondition, @By() caller: Caller): Promise<void> {
    return this.writes.archive(id, match, caller);
  }

  /** Restores an archived standing follow-up. */
  @Post(':id/restore')
  @HttpCode(200)
  restore(
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @By() caller: Caller,
  ): Promise<Json<StandingFollowUpView>> {
    return this.writes.restore(id, match, caller);
  }
}
