import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { ForWhoeverSignedIn } from '#identity';
import { AnswersOnce, By, type Caller, type Json } from '#platform';
import {
  CalendarLinkPage,
  CalendarLinkQuery,
  CalendarLinkView,
  CreateCalendarLink,
  MadeCalendarLinkView,
} from './calendar-links.dto.js';
import { CalendarLinkQueries } from './calendar-links.queries.js';
import { CalendarLinksService } from './calendar-links.service.js';

@ApiTags('Calendars')
@ForWhoeverSignedIn()
@Controller('calendar-links')
export class CalendarLinksController {
  constructor(
    private readonly reads: CalendarLinkQueries,
    private readonly writes: CalendarLinksService,
  ) {}

  /** Lists the private addresses that the caller made, or all for who has `tokens:read`; the newest first, without their secrets. */
  @Get()
  list(@Query() query: CalendarLinkQuery, @By() caller: Caller): Promise<Json<CalendarLinkPage>> {
    return this.reads.list(query, caller);
  }

  /** Reads a private address, without its secret. */
  @Get(':id')
  read(@Param('id') id: string, @By() caller: Caller): Promise<Json<CalendarLinkView>> {
    return this.reads.read(id, caller);
  }

  /** Makes a private address of a calendar, for a program that sends no access token, and shows it this once. */
  @Post()
  @AnswersOnce()
  @ApiCreatedResponse({ type: MadeCalendarLinkView })
  create(@Body() input: CreateCalendarLink, @By() caller: Caller): Promise<Json<MadeCalendarLinkView>> {
    return this.writes.create(input, caller);
  }

  /** Replaces a private address by another one, and shows that this once; the former one is answered for seven days more. */
  @Post(':id/rotate')
  @AnswersOnce()
  @ApiCreatedResponse({ type: MadeCalendarLinkView })
  rotate(@Param('id') id: string, @By() caller: Caller): Promise<Json<MadeCalendarLinkView>> {
    return this.writes.rotate(id, caller);
  }

  /** Revokes a private address: nobody reads it any more from the next request on, on any instance. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  revoke(@Param('id') id: string, @By() caller: Caller): Promise<void> {
    return this.writes.revoke(id, caller);
  }
}
