import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InArea } from '#identity';
import { By, type Caller } from '#platform';
import { AS_FREE_BUSY, AnswersCalendar } from '../answers-calendar.js';
import type { CalendarFile } from '../calendar-file.js';
import { FreeBusyQuery } from './free-busy.dto.js';
import { PlaceFreeBusy } from './place-free-busy.js';

@ApiTags('Directory')
@Controller()
@InArea('directory')
export class FreeBusyController {
  constructor(private readonly places: PlaceFreeBusy) {}

  /** Tells when a place, or anything inside it, is taken, and nothing of what by. */
  @Get('places/:id/free-busy.ifb')
  @AnswersCalendar(AS_FREE_BUSY)
  ofPlace(
    @Param('id') id: string,
    @Query() query: FreeBusyQuery,
    @By() caller: Caller,
  ): Promise<CalendarFile> {
    return this.places.read(id, query, caller);
  }
}
