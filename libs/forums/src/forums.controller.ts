import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  By,
  type Caller,
  IfMatch,
  type Json,
  MayMatch,
  type Precondition,
  TransitionDto,
  TransitionsView,
} from '#platform';
import { CreateForum, PatchForum, ForumPage, ForumQuery, ForumView } from './forums.dto.js';
import { ForumQueries } from './forums.queries.js';
import { ForumsService } from './forums.service.js';

@ApiTags('Forums')
@Controller('forums')
export class ForumsController {
  constructor(
    private readonly forums: ForumQueries,
    private readonly writes: ForumsService,
  ) {}

  /** Lists forums, the latest first. */
  @Get()
  list(@Query() query: ForumQuery, @By() caller: Caller): Promise<Json<ForumPage>> {
    return this.forums.list(query, caller);
  }

  /** Reads one forum with everything: stops, agenda, participants. */
  @Get(':id')
  read(@Param('id') id: string, @By() caller: Caller): Promise<Json<ForumView>> {
    return this.forums.read(id, caller);
  }

  /** Records a forum, with its agenda and participants. */
  @Post()
  create(@Body() forum: CreateForum, @By() caller: Caller): Promise<Json<ForumView>> {
    return this.writes.create(forum, caller);
  }

  /** Changes a forum. */
  @Patch(':id')
  patch(
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchForum,
    @By() caller: Caller,
  ): Promise<Json<ForumView>> {
    return this.writes.patch(id, match, patch, caller);
  }

  /** Archives a forum. */
  @Delete(':id')
  @HttpCode(204)
  archive(@Param('id') id: string, @IfMatch() match: Precondition, @By() caller: Caller): Promise<void> {
    return this.writes.archive(id, match, caller);
  }

  /** Restores an archived forum. */
  @Post(':id/restore')
  @HttpCode(200)
  restore(
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @By() caller: Caller,
  ): Promise<Json<ForumView>> {
    return this.writes.restore(id, match, caller);
  }

  /** Lists the moves that are allowed now, and what each still lacks. */
  @Get(':id/transitions')
  readTransitions(@Param('id') id: string, @By() caller: Caller): Promise<TransitionsView> {
    return this.forums.readTransitions(id, caller);
  }

  /** Moves a forum to another status. */
  @Post(':id/transitions')
  @HttpCode(200)
  move(
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @Body() move: TransitionDto,
    @By() caller: Caller,
  ): Promise<Json<ForumView>> {
    return this.writes.move(id, match, move, caller);
  }
}
