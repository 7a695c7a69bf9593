import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { At, EVENT_ROUTE, type EventAt } from '#events';
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
import { ParticipationPage, ParticipationQuery } from './participation-query.dto.js';
import { CreateParticipation, PatchParticipation, SingleParticipationView } from './participants.dto.js';
import { ParticipationQueries } from './participants.queries.js';
import { ParticipantsService } from './participants.service.js';

@ApiTags('Participants')
@Controller(`${EVENT_ROUTE}/participants`)
export class ParticipantsController {
  constructor(
    private readonly participations: ParticipationQueries,
    private readonly writes: ParticipantsService,
  ) {}

  /** Lists who takes part in an event and in the items of its agenda. */
  @Get()
  list(
    @At() at: EventAt,
    @Query() query: ParticipationQuery,
    @By() caller: Caller,
  ): Promise<Json<ParticipationPage>> {
    return this.participations.list(at, query, caller);
  }

  /** Reads one participation. */
  @Get(':id')
  read(
    @At() at: EventAt,
    @Param('id') id: string,
    @By() caller: Caller,
  ): Promise<Json<SingleParticipationView>> {
    return this.participations.read(id, at, caller);
  }

  /** Records who takes part in an event or in an item of its agenda. */
  @Post()
  create(
    @At() at: EventAt,
    @Body() participation: CreateParticipation,
    @By() caller: Caller,
  ): Promise<Json<SingleParticipationView>> {
    return this.writes.create(at, participation, caller);
  }

  /** Changes a participation. */
  @Patch(':id')
  patch(
    @At() at: EventAt,
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchParticipation,
    @By() caller: Caller,
  ): Promise<Json<SingleParticipationView>> {
    return this.writes.patch(at, id, match, patch, caller);
  }

  /** Archives a participation. */
  @Delete(':id')
  @HttpCode(204)
  archive(
    @At() at: EventAt,
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @By() caller: Caller,
  ): Promise<void> {
    return this.writes.archive(id, match, caller, at);
  }

  /** Restores an archived participation. */
  @Post(':id/restore')
  @HttpCode(200)
  restore(
    @At() at: EventAt,
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @By() caller: Caller,
  ): Promise<Json<SingleParticipationView>> {
    return this.writes.restore(id, match, caller, at);
  }

  /** Says where a response stands and what it may become. */
  @Get(':id/transitions')
  readTransitions(
    @At() at: EventAt,
    @Param('id') id: string,
    @By() caller: Caller,
  ): Promise<TransitionsView> {
    return this.participations.readTransitions(id, at, caller);
  }

  /** Moves a response on. */
  @Post(':id/transitions')
  @HttpCode(200)
  move(
    @At() at: EventAt,
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @Body() move: TransitionDto,
    @By() caller: Caller,
  ): Promise<Json<SingleParticipationView>> {
    return this.writes.move(at, id, match, move, caller);
  }
}
