import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { By, type Caller, IfMatch, type Json, MayMatch, type Precondition } from '#platform';
import {
  CreateAgreementLink,
  AgreementLinkPage,
  AgreementLinkQuery,
  AgreementLinkView,
  PatchAgreementLink,
} from './agreement-links.dto.js';
import { AgreementLinkQueries } from './agreement-links.queries.js';
import { AgreementLinksService } from './agreement-links.service.js';

@ApiTags('Agreements')
@Controller('agreements/:agreementId/links')
export class AgreementLinksController {
  constructor(
    private readonly links: AgreementLinkQueries,
    private readonly writes: AgreementLinksService,
  ) {}

  /** Lists the links from an agreement to others. */
  @Get()
  list(
    @Param('agreementId') agreementId: string,
    @Query() query: AgreementLinkQuery,
    @By() caller: Caller,
  ): Promise<Json<AgreementLinkPage>> {
    return this.links.list({ agreementId }, query, caller);
  }

  /** Reads one link. */
  @Get(':id')
  read(
    @Param('agreementId') agreementId: string,
    @Param('id') id: string,
    @By() caller: Caller,
  ): Promise<Json<AgreementLinkView>> {
    return this.links.read(id, { agreementId }, caller);
  }

  /** Links an agreement to another. */
  @Post()
  create(
    @Param('agreementId') agreementId: string,
    @Body() link: CreateAgreementLink,
    @By() caller: Caller,
  ): Promise<Json<AgreementLinkView>> {
    return this.writes.create({ agreementId }, link, caller);
  }

  /** Changes what kind of link it is. */
  @Patch(':id')
  patch(
    @Param('agreementId') agreementId: string,
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchAgreementLink,
    @By() caller: Caller,
  ): Promise<Json<AgreementLinkView>> {
    return this.writes.patch({ agreementId }, id, match, patch, caller);
  }

  /** Archives a link. */
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

  /** Restores an archived link. */
  @Post(':id/restore')
  @HttpCode(200)
  restore(
    @Param('agreementId') agreementId: string,
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @By() caller: Caller,
  ): Promise<Json<AgreementLinkView>> {
    return this.writes.restore(id, match, caller, { agreementId });
  }
}
