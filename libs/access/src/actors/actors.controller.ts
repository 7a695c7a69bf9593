import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InArea, Needs } from '#identity';
import { By, type Caller, IfMatch, type Json, type Precondition } from '#platform';
import { ActorItem, ActorPage, ActorQuery, PatchActor } from './actors.dto.js';
import { ActorQueries } from './actors.queries.js';
import { ActorsService } from './actors.service.js';

@ApiTags('Access')
@Controller('actors')
export class ActorsController {
  constructor(
    private readonly actors: ActorQueries,
    private readonly service: ActorsService,
  ) {}

  /** Lists who acts in the office, and so can be responsible. */
  @Get()
  @InArea('directory')
  list(@Query() query: ActorQuery, @By() caller: Caller): Promise<Json<ActorPage>> {
    return this.actors.list(query, caller);
  }

  /** Reads one actor. */
  @Get(':id')
  @InArea('directory')
  read(@Param('id') id: string, @By() caller: Caller): Promise<Json<ActorItem>> {
    return this.actors.read(id, caller);
  }

  /** Says which person of the directory an actor is. */
  @Patch(':id')
  @Needs('tokens:write')
  patch(
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchActor,
    @By() caller: Caller,
  ): Promise<Json<ActorItem>> {
    return this.service.patch(id, match, patch, caller);
  }
}
