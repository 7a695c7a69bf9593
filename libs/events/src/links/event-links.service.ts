import { Injectable } from '@nestjs/common';
import { RecordService, Records } from '#records';
import { EVENT_LINK } from './event-link.record.js';
import { EventLinkQueries } from './event-links.queries.js';

/** Writes links between events. */
@Injectable()
export class EventLinksService extends RecordService<typeof EVENT_LINK> {
  constructor(records: Records, links: EventLinkQueries) {
    super(records, EVENT_LINK, links);
  }
}
