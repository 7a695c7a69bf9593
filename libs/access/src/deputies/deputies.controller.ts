import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Needs } from '#identity';
import { By, type Caller, type Json } from '#platform';
import { CreateDeputy, DeputyPage, DeputyQuery, DeputyView } from './deputies.dto.js';
import { DeputyQueries } from './deputies.queries.js';
import { DeputiesService } from './deputies.service.js';

@ApiTags('Access')
@Controller('deputies')
export class DeputiesController {
  constructor(
    private readonly reads: DeputyQueries,
    private readonly writes: DeputiesService,
  ) {}

  /** Lists who acts for whom, the newest first, also what is over. */
  @Get()
  @Needs('tokens:read')
  list(@Query() query: DeputyQuery, @By() caller: Caller): Promise<Json<DeputyPage>> {
    return this.reads.list(query, caller);
  }

  /** Reads who acts for whom. */
  @Get(':id')
  @Needs('tokens:read')
  read(@Param('id') id: string, @By() caller: Caller): Promise<Json<DeputyView>> {
    return this.reads.read(id, caller);
  }

  /** Lets somebody act for somebody for a time: with `Corteo-On-Behalf-Of`, what the other may see counts too. */
  @Post()
  @Needs('tokens:write')
  @ApiCreatedResponse({ type: DeputyView })
  create(@Body() input: CreateDeputy, @By() caller: Caller): Promise<Json<DeputyView>> {
    return this.writes.create(input, caller);
  }

  /** Ends it before its time. */
  @Delete(':id')
  @HttpCode(204)
  @Needs('tokens:write')
  @ApiNoContentResponse()
  end(@Param('id') id: string, @By() caller: Caller): Promise<void> {
    return this.writes.end(id, caller);
  }
}
