import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InArea } from '#identity';
import { By, type Caller, type Json } from '#platform';
import { SchedulePage, ScheduleQuery } from './busy-times.dto.js';
import { BusyTimeQueries } from './busy-times.queries.js';

@ApiTags('Directory')
@Controller()
@InArea('directory', 'visits', 'forums')
export class BusyTimesController {
  constructor(private readonly busyTimes: BusyTimeQueries) {}

  /** Lists what a person takes part in on some days, also as a member of a delegation. */
  @Get('people/:id/schedule')
  listOfPerson(
    @Param('id') id: string,
    @Query() query: ScheduleQuery,
    @By() caller: Caller,
  ): Promise<Json<SchedulePage>> {
    return this.busyTimes.list('person', id, query, caller);
  }

  /** Lists what takes place in a place and in everything inside it on some days. */
  @Get('places/:id/schedule')
  listOfPlace(
    @Param('id') id: string,
    @Query() query: ScheduleQuery,
    @By() caller: Caller,
  ): Promise<Json<SchedulePage>> {
    return this.busyTimes.list('place', id, query, caller);
  }
}
