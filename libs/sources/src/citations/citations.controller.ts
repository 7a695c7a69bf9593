import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { CITATION } from './citation.record.js';
import { CitationQueries } from './citations.queries.js';
import { CitationsService } from './citations.service.js';

@Controller(CITATION.address)
export class CitationsController extends RecordRoutes(CITATION, CitationQueries, CitationsService) {}
