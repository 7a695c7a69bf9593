import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { By, type Caller, IfMatch, type Json, MayMatch, type Precondition } from '#platform';
import {
  CreateRelation,
  PatchRelation,
  RelationPage,
  RelationQuery,
  RelationView,
} from './organization-relations.dto.js';
import { RelationQueries } from './organization-relations.queries.js';
import { RelationsService } from './organization-relations.service.js';

@ApiTags('Organizations')
@Controller('organizations/:organizationId/relations')
export class OrganizationRelationsController {
  constructor(
    private readonly relations: RelationQueries,
    private readonly writes: RelationsService,
  ) {}

  /** Lists the relations of an organization, as they were recorded. */
  @Get()
  list(
    @Param('organizationId') organizationId: string,
    @Query() query: RelationQuery,
    @By() caller: Caller,
  ): Promise<Json<RelationPage>> {
    return this.relations.list({ organizationId }, query, caller);
  }

  /** Reads one relation. */
  @Get(':id')
  read(
    @Param('organizationId') organizationId: string,
    @Param('id') id: string,
    @By() caller: Caller,
  ): Promise<Json<RelationView>> {
    return this.relations.read(id, { organizationId }, caller);
  }

  /** Records a relation of an organization. */
  @Post()
  create(
    @Param('organizationId') organizationId: string,
    @Body() relation: CreateRelation,
    @By() caller: Caller,
  ): Promise<Json<RelationView>> {
    return this.writes.create({ organizationId }, relation, caller);
  }

  /** Changes a relation. */
  @Patch(':id')
  patch(
    @Param('organizationId') organizationId: string,
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchRelation,
    @By() caller: Caller,
  ): Promise<Json<RelationView>> {
    return this.writes.patch({ organizationId }, id, match, patch, caller);
  }

  /** Archives a relation. */
  @Delete(':id')
  @HttpCode(204)
  archive(
    @Param('organizationId') organizationId: string,
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @By() caller: Caller,
  ): Promise<void> {
    return this.writes.archive(id, match, caller, { organizationId });
  }

  /** Restores an archived relation. */
  @Post(':id/restore')
  @HttpCode(200)
  restore(
    @Param('organizationId') organizationId: string,
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @By() caller: Caller,
  ): Promise<Json<RelationView>> {
    return this.writes.restore(id, match, caller, { organizationId });
  }
}
