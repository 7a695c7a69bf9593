import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InArea } from '#identity';
import { By, type Caller, type Json } from '#platform';
import { TimelinePage, TimelineQuery } from './timeline.dto.js';
import { TimelineQueries } from './timeline.queries.js';

@ApiTags('Overviews')
@Controller('timeline')
@InArea('entries')
export class TimelineController {
  constructor(private readonly timeline: TimelineQueries) {}

  /** Tells what concerned a place, a topic, an organization, a person or a delegation, or both sides of a relationship, newest first. */
  @Get()
  list(@Query() query: TimelineQuery, @By() caller: Caller): Promise<Json<TimelinePage>> {
    return this.timeline.list(query, caller);
  }
}
