import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { By, type Caller, IfMatch, type Json, MayMatch, type Precondition } from '#platform';
import { CreatePlace, PatchPlace, PlacePage, PlaceQuery, PlaceView } from './places.dto.js';
import { PlaceQueries } from './places.queries.js';
import { PlacesService } from './places.service.js';

@ApiTags('Places')
@Controller('places')
export class PlacesController {
  constructor(
    private readonly places: PlaceQueries,
    private readonly writes: PlacesService,
  ) {}

  /** Lists places, by name. */
  @Get()
  list(@Query() query: PlaceQuery, @By() caller: Caller): Promise<Json<PlacePage>> {
    return this.places.list(query, caller);
  }

  /** Reads one place. */
  @Get(':id')
  read(@Param('id') id: string, @By() caller: Caller): Promise<Json<PlaceView>> {
    return this.places.read(id, caller);
  }

  /** Records a place. */
  @Post()
  create(@Body() place: CreatePlace, @By() caller: Caller): Promise<Json<PlaceView>> {
    return this.writes.create(place, caller);
  }

  /** Changes a place. */
  @Patch(':id')
  patch(
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchPlace,
    @By() caller: Caller,
  ): Promise<Json<PlaceView>> {
    return this.writes.patch(id, match, patch, caller);
  }

  /** Archives a place. */
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
  ): Promise<Json<PlaceView>> {
    return this.writes.restore(id, match, caller);
  }
}
