import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { VISIT } from './visit.record.js';
import { VisitQueries } from './visits.queries.js';
import { VisitsService } from './visits.service.js';

@Controller(VISIT.address)
export class VisitsController extends RecordRoutes(VISIT, VisitQueries, VisitsService) {}
