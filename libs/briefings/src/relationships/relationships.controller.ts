import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { RELATIONSHIP } from './relationship.record.js';
import { RelationshipQueries } from './relationships.queries.js';
import { RelationshipsService } from './relationships.service.js';

@Controller(RELATIONSHIP.address)
export class RelationshipsController extends RecordRoutes(
  RELATIONSHIP,
  RelationshipQueries,
  RelationshipsService,
) {}
