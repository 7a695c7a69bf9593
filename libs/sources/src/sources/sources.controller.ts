import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { SOURCE } from './source.record.js';
import { SourceQueries } from './sources.queries.js';
import { SourcesService } from './sources.service.js';

@Controller(SOURCE.address)
export class SourcesController extends RecordRoutes(SOURCE, SourceQueries, SourcesService) {}
