import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InArea } from '#identity';
import { By, type Caller, type Json } from '#platform';
import { AnyEventQuery } from './event-query.dto.js';
import { EventPage } from './event-view.dto.js';
import { EventQueries } from './events.queries.js';

@ApiTags('Overviews')
@Controller('events')
@InArea('visits', 'forums')
export class EventsController {
  constructor(private readonly events: EventQueries) {}

  /** Lists visits and forums together: who is coming, which forum is next. */
  @Get()
  list(@Query() query: AnyEventQuery, @By() caller: Caller): Promise<Json<EventPage>> {
    return this.events.list(query, caller);
  }
}
