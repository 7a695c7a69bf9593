import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { ORGANIZATION } from './organization.record.js';
import { OrganizationQueries } from './organizations.queries.js';
import { OrganizationsService } from './organizations.service.js';

@Controller(ORGANIZATION.address)
export class OrganizationsController extends RecordRoutes(
  ORGANIZATION,
  OrganizationQueries,
  OrganizationsService,
) {}
