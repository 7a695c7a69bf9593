import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { By, type Caller, IfMatch, type Json, MayMatch, type Precondition } from '#platform';
import {
  CreateTravelTime,
  PatchTravelTime,
  TravelTimePage,
  TravelTimeQuery,
  TravelTimeView,
} from './travel-times.dto.js';
import { TravelTimeQueries } from './travel-times.queries.js';
import { TravelTimesService } from './travel-times.service.js';

@ApiTags('Schedules')
@Controller('travel-times')
export class TravelTimesController {
  constructor(
    private readonly travelTimes: TravelTimeQueries,
    private readonly writes: TravelTimesService,
  ) {}

  /** Lists how long it takes at least between places. */
  @Get()
  list(@Query() query: TravelTimeQuery, @By() caller: Caller): Promise<Json<TravelTimePage>> {
    return this.travelTimes.list(query, caller);
  }

  /** Reads how long it takes between two places. */
  @Get(':id')
  read(@Param('id') id: string, @By() caller: Caller): Promise<Json<TravelTimeView>> {
    return this.travelTimes.read(id, caller);
  }

  /** Records how long it takes at least between two places, in both directions. */
  @Post()
  create(@Body() travelTime: CreateTravelTime, @By() caller: Caller): Promise<Json<TravelTimeView>> {
    return this.writes.create(travelTime, caller);
  }

  /** Changes a travel time. */
  @Patch(':id')
  patch(
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchTravelTime,
    @By() caller: Caller,
  ): Promise<Json<TravelTimeView>> {
    return this.writes.patch(id, match, patch, caller);
  }

  /** Archives a travel time. */
  @Delete(':id')
  @HttpCode(204)
  archive(@Param('id') id: string, @IfMatch() match: Precondition, @By() caller: Caller): Promise<void> {
    return this.writes.archive(id, match, caller);
  }

  /** Restores an archived place. */
  @Post(':id/restore')
  @HttpCode(200)
  restore(
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @By() caller: Caller,
  ): Promise<Json<TravelTimeView>> {
    return this.writes.restore(id, match, caller);
  }
}
