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
  CreateObligation,
  ObligationPage,
  ObligationQuery,
  SingleObligationView,
  PatchObligation,
} from './obligations.dto.js';
import { ObligationQueries } from './obligations.queries.js';
import { ObligationsService } from './obligations.service.js';

@ApiTags('Agreements')
@Controller('agreements/:agreementId/obligations')
export class ObligationsController {
  constructor(
    private readonly obligations: ObligationQueries,
    private readonly writes: ObligationsService,
  ) {}

  /** Lists the obligations of an agreement, as they were recorded. */
  @Get()
  list(
    @Param('agreementId') agreementId: string,
    @Query() query: ObligationQuery,
    @By() caller: Caller,
  ): Promise<Json<ObligationPage>> {
    return this.obligations.list({ agreementId }, query, caller);
  }

  /** Reads one obligation. */
  @Get(':id')
  read(
    @Param('agreementId') agreementId: string,
    @Param('id') id: string,
    @By() caller: Caller,
  ): Promise<Json<SingleObligationView>> {
    return this.obligations.read(id, { agreementId }, caller);
  }

  /** Adds an obligation. */
  @Post()
  create(
    @Param('agreementId') agreementId: string,
    @Body() obligation: CreateObligation,
    @By() caller: Caller,
  ): Promise<Json<SingleObligationView>> {
    return this.writes.create({ agreementId }, obligation, caller);
  }

  /** Changes an obligation. */
  @Patch(':id')
  patch(
    @Param('agreementId') agreementId: string,
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchObligation,
    @By() caller: Caller,
  ): Promise<Json<SingleObligationView>> {
    return this.writes.patch({ agreementId }, id, match, patch, caller);
  }

  /** Archives an obligation. */
  @Delete(':id')
  @HttpCode(204)
  archive(
    @Param('agreementId') agreementId: string,
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @By() caller: Caller,
  ): Promise<void> {
    return this.writes.archive(id, match, caller, { agreementId });
  }

  /** Restores an archived obligation. */
  @Post(':id/restore')
  @HttpCode(200)
  restore(
    @Param('agreementId') agreementId: string,
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @By() caller: Caller,
  ): Promise<Json<SingleObligationView>> {
    return this.writes.restore(id, match, caller, { agreementId });
  }

  /** Says where an obligation stands and what it may become. */
  @Get(':id/transitions')
  readTransitions(
    @Param('agreementId') agreementId: string,
    @Param('id') id: string,
    @By() caller: Caller,
  ): Promise<TransitionsView> {
    return this.obligations.readTransitions(id, { agreementId }, caller);
  }

  /** Moves an obligation to another status. */
  @Post(':id/transitions')
  @HttpCode(200)
  move(
    @Param('agreementId') agreementId: string,
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @Body() move: TransitionDto,
    @By() caller: Caller,
  ): Promise<Json<SingleObligationView>> {
    return this.writes.move({ agreementId }, id, match, move, caller);
  }
}
