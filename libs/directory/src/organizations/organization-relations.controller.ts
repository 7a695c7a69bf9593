import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { ORGANIZATION_RELATION } from './organization-relation.record.js';
import { RelationQueries } from './organization-relations.queries.js';
import { RelationsService } from './organization-relations.service.js';

@Controller(ORGANIZATION_RELATION.address)
export class OrganizationRelationsController extends RecordRoutes(
  ORGANIZATION_RELATION,
  RelationQueries,
  RelationsService,
) {}
