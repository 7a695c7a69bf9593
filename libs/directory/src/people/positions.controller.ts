import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { By, type Caller, IfMatch, type Json, MayMatch, type Precondition } from '#platform';
import { CreatePosition, PatchPosition, PositionPage, PositionQuery, PositionView } from './positions.dto.js';
import { PositionQueries } from './positions.queries.js';
import { PositionsService } from './positions.service.js';

@ApiTags('People')
@Controller('people/:personId/positions')
export class PositionsController {
  constructor(
    private readonly positions: PositionQueries,
    private readonly writes: PositionsService,
  ) {}

  /** Lists the positions of a person, as they were recorded. */
  @Get()
  list(
    @Param('personId') personId: string,
    @Query() query: PositionQuery,
    @By() caller: Caller,
  ): Promise<Json<PositionPage>> {
    return this.positions.list({ personId }, query, caller);
  }

  /** Reads one position. */
  @Get(':id')
  read(
    @Param('personId') personId: string,
    @Param('id') id: string,
    @By() caller: Caller,
  ): Promise<Json<PositionView>> {
    return this.positions.read(id, { personId }, caller);
  }

  /** Records a position of a person. */
  @Post()
  create(
    @Param('personId') personId: string,
    @Body() position: CreatePosition,
    @By() caller: Caller,
  ): Promise<Json<PositionView>> {
    return this.writes.create({ personId }, position, caller);
  }

  /** Changes a position. */
  @Patch(':id')
  patch(
    @Param('personId') personId: string,
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchPosition,
    @By() caller: Caller,
  ): Promise<Json<PositionView>> {
    return this.writes.patch({ personId }, id, match, patch, caller);
  }

  /** Archives a position. */
  @Delete(':id')
  @HttpCode(204)
  archive(
    @Param('personId') personId: string,
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @By() caller: Caller,
  ): Promise<void> {
    return this.writes.archive(id, match, caller, { personId });
  }

  /** Restores an archived position. */
  @Post(':id/restore')
  @HttpCode(200)
  restore(
    @Param('personId') personId: string,
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @By() caller: Caller,
  ): Promise<Json<PositionView>> {
    return this.writes.restore(id, match, caller, { personId });
  }
}
