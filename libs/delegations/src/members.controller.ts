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
import { CreateMember, MemberPage, MemberQuery, PatchMember, SingleMemberView } from './members.dto.js';
import { MemberQueries } from './members.queries.js';
import { MembersService } from './members.service.js';

@ApiTags('Delegations')
@Controller('delegations/:id/members')
export class MembersController {
  constructor(
    private readonly members: MemberQueries,
    private readonly writes: MembersService,
  ) {}

  /** Lists the members of a delegation, in order of precedence. */
  @Get()
  list(
    @Param('id') id: string,
    @Query() query: MemberQuery,
    @By() caller: Caller,
  ): Promise<Json<MemberPage>> {
    return this.members.list(id, query, caller);
  }

  /** Reads one member. */
  @Get(':memberId')
  read(
    @Param('id') id: string,
    @Param('memberId') memberId: string,
    @By() caller: Caller,
  ): Promise<Json<SingleMemberView>> {
    return this.members.read({ id, memberId }, caller);
  }

  /** Adds a member, or one who replaces another. */
  @Post()
  create(
    @Param('id') id: string,
    @Body() member: CreateMember,
    @By() caller: Caller,
  ): Promise<Json<SingleMemberView>> {
    return this.writes.create(id, member, caller);
  }

  /** Changes a member. */
  @Patch(':memberId')
  patch(
    @Param('id') id: string,
    @Param('memberId') memberId: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchMember,
    @By() caller: Caller,
  ): Promise<Json<SingleMemberView>> {
    return this.writes.patch({ id, memberId }, match, patch, caller);
  }

  /** Archives a member. */
  @Delete(':memberId')
  @HttpCode(204)
  archive(
    @Param('id') delegationId: string,
    @Param('memberId') memberId: string,
    @IfMatch() match: Precondition,
    @By() caller: Caller,
  ): Promise<void> {
    return this.writes.archive(memberId, match, caller, { delegationId });
  }

  /** Restores an archived member. */
  @Post(':memberId/restore')
  @HttpCode(200)
  restore(
    @Param('id') delegationId: string,
    @Param('memberId') memberId: string,
    @MayMatch() match: Precondition | null,
    @By() caller: Caller,
  ): Promise<Json<SingleMemberView>> {
    return this.writes.restore(memberId, match, caller, { delegationId });
  }

  /** Says where a member stands and what it may become. */
  @Get(':memberId/transitions')
  readTransitions(
    @Param('id') id: string,
    @Param('memberId') memberId: string,
    @By() caller: Caller,
  ): Promise<TransitionsView> {
    return this.members.readTransitions({ id, memberId }, caller);
  }

  /** Moves a member to another status. */
  @Post(':memberId/transitions')
  @HttpCode(200)
  move(
    @Param('id') id: string,
    @Param('memberId') memberId: string,
    @MayMatch() match: Precondition | null,
    @Body() move: TransitionDto,
    @By() caller: Caller,
  ): Promise<Json<SingleMemberView>> {
    return this.writes.move({ id, memberId }, match, move, caller);
  }
}
