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
import { CreateAgreement, AgreementPage, AgreementView, PatchAgreement } from './agreements.dto.js';
import { AgreementQuery } from './agreement-query.dto.js';
import { AgreementQueries } from './agreements.queries.js';
import { AgreementsService } from './agreements.service.js';

@ApiTags('Agreements')
@Controller('agreements')
export class AgreementsController {
  constructor(
    private readonly agreements: AgreementQueries,
    private readonly writes: AgreementsService,
  ) {}

  /** Lists agreements: the register an office can print. */
  @Get()
  list(@Query() query: AgreementQuery, @By() caller: Caller): Promise<Json<AgreementPage>> {
    return this.agreements.list(query, caller);
  }

  /** Reads one agreement with its parties, signatories, obligations and links. */
  @Get(':id')
  read(@Param('id') id: string, @By() caller: Caller): Promise<Json<AgreementView>> {
    return this.agreements.read(id, caller);
  }

  /** Records an agreement with its parties, signatories and obligations. */
  @Post()
  create(@Body() agreement: CreateAgreement, @By() caller: Caller): Promise<Json<AgreementView>> {
    return this.writes.create(agreement, caller);
  }

  /** Changes an agreement. */
  @Patch(':id')
  patch(
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchAgreement,
    @By() caller: Caller,
  ): Promise<Json<AgreementView>> {
    return this.writes.patch(id, match, patch, caller);
  }

  /** Archives an agreement. */
  @Delete(':id')
  @HttpCode(204)
  archive(@Param('id') id: string, @IfMatch() match: Precondition, @By() caller: Caller): Promise<void> {
    return this.writes.archive(id, match, caller);
  }

  /** Restores an archived agreement. */
  @Post(':id/restore')
  @HttpCode(200)
  restore(
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @By() caller: Caller,
  ): Promise<Json<AgreementView>> {
    return this.writes.restore(id, match, caller);
  }

  /** Says where an agreement stands and what it may become. */
  @Get(':id/transitions')
  readTransitions(@Param('id') id: string, @By() caller: Caller): Promise<TransitionsView> {
    return this.agreements.readTransitions(id, caller);
  }

  /** Moves an agreement to another status. */
  @Post(':id/transitions')
  @HttpCode(200)
  move(
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @Body() move: TransitionDto,
    @By() caller: Caller,
  ): Promise<Json<AgreementView>> {
    return this.writes.move(id, match, move, caller);
  }
}
