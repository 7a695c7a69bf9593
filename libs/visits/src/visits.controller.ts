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
import { VisitMoves } from './visit.moves.js';
import { CreateVisit, PatchVisit, VisitPage, VisitQuery, VisitView } from './visits.dto.js';
import { VisitQueries } from './visits.queries.js';
import { VisitsService } from './visits.service.js';

@ApiTags('Visits')
@Controller('visits')
export class VisitsController {
  constructor(
    private readonly visits: VisitQueries,
    private readonly writes: VisitsService,
    private readonly moves: VisitMoves,
  ) {}

  /** Lists visits, the latest first. */
  @Get()
  list(@Query() query: VisitQuery, @By() caller: Caller): Promise<Json<VisitPage>> {
    return this.visits.list(query, caller);
  }

  /** Reads one visit with everything: delegations and members, stops, agenda, participants. */
  @Get(':id')
  read(@Param('id') id: string, @By() caller: Caller): Promise<Json<VisitView>> {
    return this.visits.read(id, caller);
  }

  /** Records a visit, with its stops, agenda and participants. */
  @Post()
  create(@Body() visit: CreateVisit, @By() caller: Caller): Promise<Json<VisitView>> {
    return this.writes.create(visit, caller);
  }

  /** Changes a visit. */
  @Patch(':id')
  patch(
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchVisit,
    @By() caller: Caller,
  ): Promise<Json<VisitView>> {
    return this.writes.patch(id, match, patch, caller);
  }

  /** Archives a visit. */
  @Delete(':id')
  @HttpCode(204)
  archive(@Param('id') id: string, @IfMatch() match: Precondition, @By() caller: Caller): Promise<void> {
    return this.writes.archive(id, match, caller);
  }

  /** Restores an archived visit. */
  @Post(':id/restore')
  @HttpCode(200)
  restore(
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @By() caller: Caller,
  ): Promise<Json<VisitView>> {
    return this.writes.restore(id, match, caller);
  }

  /** Lists the moves that are allowed now, and what each still lacks. */
  @Get(':id/transitions')
  readTransitions(@Param('id') id: string, @By() caller: Caller): Promise<TransitionsView> {
    return this.visits.readTransitions(id, caller);
  }

  /** Moves a visit to another status; one that is completed proposes the standing follow-ups. */
  @Post(':id/transitions')
  @HttpCode(200)
  move(
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @Body() move: TransitionDto,
    @By() caller: Caller,
  ): Promise<Json<VisitView>> {
    return this.moves.move(id, match, move, caller);
  }
}
