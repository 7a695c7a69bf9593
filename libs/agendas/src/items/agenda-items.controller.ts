import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InArea } from '#identity';
import { By, type Caller, type Json } from '#platform';
import { AgendaItemQueries } from './agenda-items.queries.js';
import { AnyAgendaItemPage, AnyAgendaItemQuery } from './agenda-query.dto.js';

@ApiTags('Agendas')
@Controller('agenda-items')
@InArea('visits', 'forums')
export class AgendaItemsController {
  constructor(private readonly items: AgendaItemQueries) {}

  /** Lists the items of all agendas by time: what takes place somewhere, or with somebody, and when. */
  @Get()
  list(@Query() query: AnyAgendaItemQuery, @By() caller: Caller): Promise<Json<AnyAgendaItemPage>> {
    return this.items.list(query, caller);
  }
}
