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
import { AgendaItemPage, AgendaItemQuery } from './agenda-query.dto.js';
import { CreateAgendaItem, PatchAgendaItem, SingleAgendaItemView } from './agendas.dto.js';
import { AgendaQueries } from './agendas.queries.js';
import { AgendasService } from './agendas.service.js';
import { MoveAgendaItems, MovedAgendaView } from './moves.dto.js';
import { MovesService } from './moves.service.js';

@ApiTags('Agendas')
@Controller(`${EVENT_ROUTE}/agenda`)
export class AgendasController {
  constructor(
    private readonly agendas: AgendaQueries,
    private readonly writes: AgendasService,
    private readonly moves: MovesService,
  ) {}

  /** Lists the agenda of an event, in order. */
  @Get()
  list(
    @At() at: EventAt,
    @Query() query: AgendaItemQuery,
    @By() caller: Caller,
  ): Promise<Json<AgendaItemPage>> {
    return this.agendas.list(at, query, caller);
  }

  /** Reads one item of an agenda. */
  @Get(':id')
  read(
    @At() at: EventAt,
    @Param('id') id: string,
    @By() caller: Caller,
  ): Promise<Json<SingleAgendaItemView>> {
    return this.agendas.read(id, at, caller);
  }

  /** Adds an item to the agenda of an event. */
  @Post()
  create(
    @At() at: EventAt,
    @Body() item: CreateAgendaItem,
    @By() caller: Caller,
  ): Promise<Json<SingleAgendaItemView>> {
    return this.writes.create(at, item, caller);
  }

  /** Moves many items of an agenda in time, place or order: all of them, or none. */
  @Post('moves')
  @HttpCode(200)
  moveAll(
    @At() at: EventAt,
    @Body() moves: MoveAgendaItems,
    @By() caller: Caller,
  ): Promise<Json<MovedAgendaView>> {
    return this.moves.moveAll(at, moves, caller);
  }

  /** Changes an item of an agenda. */
  @Patch(':id')
  patch(
    @At() at: EventAt,
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchAgendaItem,
    @By() caller: Caller,
  ): Promise<Json<SingleAgendaItemView>> {
    return this.writes.patch(at, id, match, patch, caller);
  }

  /** Archives an item of an agenda. */
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

  /** Restores an archived item. */
  @Post(':id/restore')
  @HttpCode(200)
  restore(
    @At() at: EventAt,
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @By() caller: Caller,
  ): Promise<Json<SingleAgendaItemView>> {
    return this.writes.restore(id, match, caller, at);
  }

  /** Says where an item stands and what it may become. */
  @Get(':id/transitions')
  readTransitions(
    @At() at: EventAt,
    @Param('id') id: string,
    @By() caller: Caller,
  ): Promise<TransitionsView> {
    return this.agendas.readTransitions(id, at, caller);
  }

  /** Moves an item to another status. */
  @Post(':id/transitions')
  @HttpCode(200)
  move(
    @At() at: EventAt,
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @Body() move: TransitionDto,
    @By() caller: Caller,
  ): Promise<Json<SingleAgendaItemView>> {
    return this.writes.move(at, id, match, move, caller);
  }
}
