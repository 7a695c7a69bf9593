import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { DELEGATION } from './delegation.record.js';
import { DelegationQueries } from './delegations.queries.js';
import { DelegationsService } from './delegations.service.js';

@Controller(DELEGATION.address)
export class DelegationsController extends RecordRoutes(DELEGATION, DelegationQueries, DelegationsService) {}
