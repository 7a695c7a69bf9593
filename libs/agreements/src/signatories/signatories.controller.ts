import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { By, type Caller, IfMatch, type Json, MayMatch, type Precondition } from '#platform';
import {
  CreateSignatory,
  SignatoryPage,
  SignatoryQuery,
  SignatoryView,
  PatchSignatory,
} from './signatories.dto.js';
import { SignatoryQueries } from './signatories.queries.js';
import { SignatoriesService } from './signatories.service.js';

@ApiTags('Agreements')
@Controller('agreements/:agreementId/signatories')
export class SignatoriesController {
  constructor(
    private readonly signatories: SignatoryQueries,
    private readonly writes: SignatoriesService,
  ) {}

  /** Lists the signatories of an agreement, as they were recorded. */
  @Get()
  list(
    @Param('agreementId') agreementId: string,
    @Query() query: SignatoryQuery,
    @By() caller: Caller,
  ): Promise<Json<SignatoryPage>> {
    return this.signatories.list({ agreementId }, query, caller);
  }

  /** Reads one signatory. */
  @Get(':id')
  read(
    @Param('agreementId') agreementId: string,
    @Param('id') id: string,
    @By() caller: Caller,
  ): Promise<Json<SignatoryView>> {
    return this.signatories.read(id, { agreementId }, caller);
  }

  /** Adds a signatory of one of the parties. */
  @Post()
  create(
    @Param('agreementId') agreementId: string,
    @Body() signatory: CreateSignatory,
    @By() caller: Caller,
  ): Promise<Json<SignatoryView>> {
    return this.writes.create({ agreementId }, signatory, caller);
  }

  /** Changes a signatory, or records the signature. */
  @Patch(':id')
  patch(
    @Param('agreementId') agreementId: string,
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchSignatory,
    @By() caller: Caller,
  ): Promise<Json<SignatoryView>> {
    return this.writes.patch({ agreementId }, id, match, patch, caller);
  }

  /** Archives a signatory. */
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

  /** Restores an archived signatory. */
  @Post(':id/restore')
  @HttpCode(200)
  restore(
    @Param('agreementId') agreementId: string,
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @By() caller: Caller,
  ): Promise<Json<SignatoryView>> {
    return this.writes.restore(id, match, caller, { agreementId });
  }
}
