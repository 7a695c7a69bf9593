import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { By, type Caller, IfMatch, type Json, MayMatch, type Precondition } from '#platform';
import {
  CreateOrganization,
  PatchOrganization,
  OrganizationPage,
  OrganizationQuery,
  OrganizationView,
} from './organizations.dto.js';
import { OrganizationQueries } from './organizations.queries.js';
import { OrganizationsService } from './organizations.service.js';

@ApiTags('Organizations')
@Controller('organizations')
export class OrganizationsController {
  constructor(
    private readonly organizations: OrganizationQueries,
    private readonly writes: OrganizationsService,
  ) {}

  /** Lists organizations, by name. */
  @Get()
  list(@Query() query: OrganizationQuery, @By() caller: Caller): Promise<Json<OrganizationPage>> {
    return this.organizations.list(query, caller);
  }

  /** Reads one organization. */
  @Get(':id')
  read(@Param('id') id: string, @By() caller: Caller): Promise<Json<OrganizationView>> {
    return this.organizations.read(id, caller);
  }

  /** Records an organization. */
  @Post()
  create(@Body() organization: CreateOrganization, @By() caller: Caller): Promise<Json<OrganizationView>> {
    return this.writes.create(organization, caller);
  }

  /** Changes an organization. */
  @Patch(':id')
  patch(
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchOrganization,
    @By() caller: Caller,
  ): Promise<Json<OrganizationView>> {
    return this.writes.patch(id, match, patch, caller);
  }

  /** Archives an organization. */
  @Delete(':id')
  @HttpCode(204)
  archive(@Param('id') id: string, @IfMatch() match: Precondition, @By() caller: Caller): Promise<void> {
    return this.writes.archive(id, match, caller);
  }

  /** Restores an archived organization. */
  @Post(':id/restore')
  @HttpCode(200)
  restore(
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @By() caller: Caller,
  ): Promise<Json<OrganizationView>> {
    return this.writes.restore(id, match, caller);
  }
}
