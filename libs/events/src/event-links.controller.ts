import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { By, type Caller, IfMatch, type Json, MayMatch, type Precondition } from '#platform';
import {
  CreateEventLink,
  EventLinkPage,
  EventLinkQuery,
  EventLinkView,
  PatchEventLink,
} from './event-links.dto.js';
import { EventLinkQueries } from './event-links.queries.js';
import { EventLinksService } from './event-links.service.js';
import { At, type EventAt } from './event-path.js';
import { EVENT_ROUTE } from './event.rules.js';

@ApiTags('Links')
@Controller(`${EVENT_ROUTE}/links`)
export class EventLinksController {
  constructor(
    private readonly links: EventLinkQueries,
    private readonly writes: EventLinksService,
  ) {}

  /** Lists the links from an event to others. */
  @Get()
  list(
    @At() at: EventAt,
    @Query() query: EventLinkQuery,
    @By() caller: Caller,
  ): Promise<Json<EventLinkPage>> {
    return this.links.list(at, query, caller);
  }

  /** Reads one link. */
  @Get(':id')
  read(@At() at: EventAt, @Param('id') id: string, @By() caller: Caller): Promise<Json<EventLinkView>> {
    return this.links.read(id, at, caller);
  }

  /** Links an event to another. */
  @Post()
  create(
    @At() at: EventAt,
    @Body() link: CreateEventLink,
    @By() caller: Caller,
  ): Promise<Json<EventLinkView>> {
    return this.writes.create(at, link, caller);
  }

  /** Changes what kind of link it is. */
  @Patch(':id')
  patch(
    @At() at: EventAt,
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchEventLink,
    @By() caller: Caller,
  ): Promise<Json<EventLinkView>> {
    return this.writes.patch(at, id, match, patch, caller);
  }

  /** Archives a link. */
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

  /** Restores an archived link. */
  @Post(':id/restore')
  @HttpCode(200)
  restore(
    @At() at: EventAt,
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @By() caller: Caller,
  ): Promise<Json<EventLinkView>> {
    return this.writes.restore(id, match, caller, at);
  }
}
