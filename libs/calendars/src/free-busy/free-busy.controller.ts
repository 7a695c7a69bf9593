import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InArea } from '#identity';
import { By, type Caller, Offers } from '#platform';
import { type CalendarFile, CalendarInterceptor } from '../calendar-file.js';
import { FreeBusyQuery } from './free-busy.dto.js';
import { PlaceFreeBusy } from './place-free-busy.js';

@ApiTags('Directory')
@Controller()
@InArea('directory')
export class FreeBusyController {
  constructor(private readonly places: PlaceFreeBusy) {}

  /** Tells when a place, or anything inside it, is taken, and nothing of what by. */
  @Get('places/:id/free-busy.ifb')
  @Offers('text/calendar')
  @UseInterceptors(CalendarInterceptor)
  @ApiOkResponse({
    description: 'One VFREEBUSY in UTC (RFC 5545).',
    content: { 'text/calendar': { schema: { type: 'string', example: 'BEGIN:VCALENDAR\r\n…' } } },
  })
  ofPlace(
    @Param('id') id: string,
    @Query() query: FreeBusyQuery,
    @By() caller: Caller,
  ): Promise<CalendarFile> {
    return this.places.read(id, query, caller);
  }
}
