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
import {
  CreateDelegation,
  DelegationPage,
  DelegationQuery,
  DelegationView,
  PatchDelegation,
} from './delegations.dto.js';
import { DelegationQueries } from './delegations.queries.js';
import { DelegationsService } from './delegations.service.js';

@ApiTags('Delegations')
@Controller('delegations')
export class DelegationsController {
  constructor(
    private readonly delegations: DelegationQueries,
    private readonly writes: DelegationsService,
  ) {}

  /** Lists delegations, by name. */
  @Get()
  list(@Query() query: DelegationQuery, @By() caller: Caller): Promise<Json<DelegationPage>> {
    return this.delegations.list(query, caller);
  }

  /** Reads one delegation with its members. */
  @Get(':id')
  read(@Param('id') id: string, @By() caller: Caller): Promise<Json<DelegationView>> {
    return this.delegations.read(id, caller);
  }

  /** Records a delegation with its members. */
  @Post()
  create(@Body() delegation: CreateDelegation, @By() caller: Caller): Promise<Json<DelegationView>> {
    return this.writes.create(delegation, caller);
  }

  /** Changes a delegation. */
  @Patch(':id')
  patch(
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchDelegation,
    @By() caller: Caller,
  ): Promise<Json<DelegationView>> {
    return this.writes.patch(id, match, patch, caller);
  }

  /** Archives a delegation. */
  @Delete(':id')
  @HttpCode(204)
  archive(@Param('id') id: string, @IfMatch() match: Precondition, @By() caller: Caller): Promise<void> {
    return this.writes.archive(id, match, caller);
  }

  /** Restores an archived delegation. */
  @Post(':id/restore')
  @HttpCode(200)
  restore(
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @By() caller: Caller,
  ): Promise<Json<DelegationView>> {
    return this.writes.restore(id, match, caller);
  }

  /** Says where a delegation stands and what it may become. */
  @Get(':id/transitions')
  readTransitions(@Param('id') id: string, @By() caller: Caller): Promise<TransitionsView> {
    return this.delegations.readTransitions(id, caller);
  }

  /** Moves a delegation to another status. */
  @Post(':id/transitions')
  @HttpCode(200)
  move(
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @Body() move: TransitionDto,
    @By() caller: Caller,
  ): Promise<Json<DelegationView>> {
    return this.writes.move(id, match, move, caller);
  }
}
