import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { EVENT_LINK } from './event-link.record.js';
import { EventLinkQueries } from './event-links.queries.js';
import { EventLinksService } from './event-links.service.js';

@Controller(EVENT_LINK.address)
export class EventLinksController extends RecordRoutes(EVENT_LINK, EventLinkQueries, EventLinksService) {}
