import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InArea } from '#identity';
import { RELATIONSHIP } from '#briefings';
import { By, type Caller, type Json } from '#platform';
import { AddressWithin, type At, ListQuery, describeAddress } from '#records';
import { TimelinePage, TimelineQuery } from './timeline.dto.js';
import { TimelineQueries } from './timeline.queries.js';

@ApiTags('Overviews')
@Controller('timeline')
@InArea('entries', 'visits', 'forums', 'agreements', 'follow-ups')
export class TimelineController {
  constructor(private readonly timeline: TimelineQueries) {}

  /** Tells what concerned a place, a topic, an organization, a person or a delegation, or both sides of a relationship, newest first. */
  @Get()
  list(@Query() query: TimelineQuery, @By() caller: Caller): Promise<Json<TimelinePage>> {
    return this.timeline.list(query, caller);
  }
}

@ApiTags(RELATIONSHIP.tag)
@Controller(`${RELATIONSHIP.address}/:id`)
@InArea('entries', 'visits', 'forums', 'agreements', 'follow-ups')
export class RelationshipTimelineController {
  constructor(private readonly timeline: TimelineQueries) {}

  /** Tells what the two sides of a relationship have together, newest first. */
  @Get('timeline')
  list(
    @AddressWithin(null) { id }: At,
    @Query() query: ListQuery,
    @By() caller: Caller,
  ): Promise<Json<TimelinePage>> {
    return this.timeline.listTogether(id!, query, caller);
  }
}
describeAddress(RelationshipTimelineController, 'list', `${RELATIONSHIP.address}/:id`);
