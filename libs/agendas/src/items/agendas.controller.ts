import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { EVENT } from '#events';
import { InArea } from '#identity';
import { By, type Caller, type Json } from '#platform';
import { AddressWithin, type At, RecordRoutes } from '#records';
import { MoveAgendaItems, MovedAgendaView } from '../rearrangements/rearrangements.dto.js';
import { RearrangementsService } from '../rearrangements/rearrangements.service.js';
import { AGENDA_ITEM } from './agenda-item.record.js';
import { AgendaQueries } from './agendas.queries.js';
import { AgendasService } from './agendas.service.js';

@Controller(AGENDA_ITEM.address)
@InArea(AGENDA_ITEM.area)
export class AgendasController extends RecordRoutes(AGENDA_ITEM, AgendaQueries, AgendasService) {
  constructor(
    agendas: AgendaQueries,
    writes: AgendasService,
    private readonly rearrangements: RearrangementsService,
  ) {
    super(agendas, writes);
  }

  /** Moves many items of an agenda in time, place or order: all of them, or none. */
  @Post('moves')
  @HttpCode(200)
  moveAll(
    @AddressWithin(EVENT) at: At,
    @Body() wishes: MoveAgendaItems,
    @By() caller: Caller,
  ): Promise<Json<MovedAgendaView>> {
    return this.rearrangements.rearrange(at, wishes, caller);
  }
}
