import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { ENTRY_LINK } from './entry-link.record.js';
import { EntryLinkQueries } from './entry-links.queries.js';
import { EntryLinksService } from './entry-links.service.js';

@Controller(ENTRY_LINK.address)
export class EntryLinksController extends RecordRoutes(ENTRY_LINK, EntryLinkQueries, EntryLinksService) {}
