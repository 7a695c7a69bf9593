import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { By, type Caller, IfMatch, type Json, MayMatch, type Precondition } from '#platform';
import { CreateTopic, PatchTopic, TopicPage, TopicQuery, TopicView } from './topics.dto.js';
import { TopicQueries } from './topics.queries.js';
import { TopicsService } from './topics.service.js';

@ApiTags('Topics')
@Controller('topics')
export class TopicsController {
  constructor(
    private readonly topics: TopicQueries,
    private readonly writes: TopicsService,
  ) {}

  /** Lists topics, by name. */
  @Get()
  list(@Query() query: TopicQuery, @By() caller: Caller): Promise<Json<TopicPage>> {
    return this.topics.list(query, caller);
  }

  /** Reads one topic. */
  @Get(':id')
  read(@Param('id') id: string, @By() caller: Caller): Promise<Json<TopicView>> {
    return this.topics.read(id, caller);
  }

  /** Records a topic. */
  @Post()
  create(@Body() topic: CreateTopic, @By() caller: Caller): Promise<Json<TopicView>> {
    return this.writes.create(topic, caller);
  }

  /** Changes a topic. */
  @Patch(':id')
  patch(
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchTopic,
    @By() caller: Caller,
  ): Promise<Json<TopicView>> {
    return this.writes.patch(id, match, patch, caller);
  }

  /** Archives a topic. */
  @Delete(':id')
  @HttpCode(204)
  archive(@Param('id') id: string, @IfMatch() match: Precondition, @By() caller: Caller): Promise<void> {
    return this.writes.archive(id, match, caller);
  }

  /** Restores an archived topic. */
  @Post(':id/restore')
  @HttpCode(200)
  restore(
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @By() caller: Caller,
  ): Promise<Json<TopicView>> {
    return this.writes.restore(id, match, caller);
  }
}
