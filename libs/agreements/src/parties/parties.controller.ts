import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { By, type Caller, IfMatch, type Json, MayMatch, type Precondition } from '#platform';
import { CreateParty, PartyPage, PartyQuery, PartyView, PatchParty } from './parties.dto.js';
import { PartyQueries } from './parties.queries.js';
import { PartiesService } from './parties.service.js';

@ApiTags('Agreements')
@Controller('agreements/:agreementId/parties')
export class PartiesController {
  constructor(
    private readonly parties: PartyQueries,
    private readonly writes: PartiesService,
  ) {}

  /** Lists the parties of an agreement, as they were recorded. */
  @Get()
  list(
    @Param('agreementId') agreementId: string,
    @Query() query: PartyQuery,
    @By() caller: Caller,
  ): Promise<Json<PartyPage>> {
    return this.parties.list({ agreementId }, query, caller);
  }

  /** Reads one party. */
  @Get(':id')
  read(
    @Param('agreementId') agreementId: string,
    @Param('id') id: string,
    @By() caller: Caller,
  ): Promise<Json<PartyView>> {
    return this.parties.read(id, { agreementId }, caller);
  }

  /** Adds a party with those who sign for it. */
  @Post()
  create(
    @Param('agreementId') agreementId: string,
    @Body() party: CreateParty,
    @By() caller: Caller,
  ): Promise<Json<PartyView>> {
    return this.writes.create({ agreementId }, party, caller);
  }

  /** Changes a party. */
  @Patch(':id')
  patch(
    @Param('agreementId') agreementId: string,
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchParty,
    @By() caller: Caller,
  ): Promise<Json<PartyView>> {
    return this.writes.patch({ agreementId }, id, match, patch, caller);
  }

  /** Archives a party. */
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

  /** Restores an archived party. */
  @Post(':id/restore')
  @HttpCode(200)
  restore(
    @Param('agreementId') agreementId: string,
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @By() caller: Caller,
  ): Promise<Json<PartyView>> {
    return this.writes.restore(id, match, caller, { agreementId });
  }
}
