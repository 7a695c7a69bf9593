import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { OBLIGATION } from './obligation.record.js';
import { ObligationQueries } from './obligations.queries.js';
import { ObligationsService } from './obligations.service.js';

@Controller(OBLIGATION.address)
export class ObligationsController extends RecordRoutes(OBLIGATION, ObligationQueries, ObligationsService) {}
