import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { By, type Caller, IfMatch, type Json, MayMatch, type Precondition } from '#platform';
import {
  CreateForumSeries,
  PatchForumSeries,
  ForumSeriesPage,
  ForumSeriesQuery,
  ForumSeriesView,
} from './forum-series.dto.js';
import { ForumSeriesQueries } from './forum-series.queries.js';
import { ForumSeriesService } from './forum-series.service.js';

@ApiTags('Forum series')
@Controller('forum-series')
export class ForumSeriesController {
  constructor(
    private readonly series: ForumSeriesQueries,
    private readonly writes: ForumSeriesService,
  ) {}

  /** Lists forum series, by name. */
  @Get()
  list(@Query() query: ForumSeriesQuery, @By() caller: Caller): Promise<Json<ForumSeriesPage>> {
    return this.series.list(query, caller);
  }

  /** Reads one forum series. */
  @Get(':id')
  read(@Param('id') id: string, @By() caller: Caller): Promise<Json<ForumSeriesView>> {
    return this.series.read(id, caller);
  }

  /** Records a forum series. */
  @Post()
  create(@Body() series: CreateForumSeries, @By() caller: Caller): Promise<Json<ForumSeriesView>> {
    return this.writes.create(series, caller);
  }

  /** Changes a forum series. */
  @Patch(':id')
  patch(
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchForumSeries,
    @By() caller: Caller,
  ): Promise<Json<ForumSeriesView>> {
    return this.writes.patch(id, match, patch, caller);
  }

  /** Archives a forum series. */
  @Delete(':id')
  @HttpCode(204)
  archive(@Param('id') id: string, @IfMatch() match: Precondition, @By() caller: Caller): Promise<void> {
    return this.writes.archive(id, match, caller);
  }

  /** Restores an archived forum series. */
  @Post(':id/restore')
  @HttpCode(200)
  restore(
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @By() caller: Caller,
  ): Promise<Json<ForumSeriesView>> {
    return this.writes.restore(id, match, caller);
  }
}
