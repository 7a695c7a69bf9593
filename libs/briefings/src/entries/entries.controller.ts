import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { EntriesService } from './entries.service.js';
import { EntryQueries } from './entries.queries.js';
import { ENTRY } from './entry.record.js';

@Controller(ENTRY.address)
export class EntriesController extends RecordRoutes(ENTRY, EntryQueries, EntriesService) {}
