import { Injectable } from '@nestjs/common';
import { RecordService, Records } from '#records';
import { ENTRY_LINK } from './entry-link.record.js';
import { EntryLinkQueries } from './entry-links.queries.js';

/** Writes links between entries. */
@Injectable()
export class EntryLinksService extends RecordService<typeof ENTRY_LINK> {
  constructor(records: Records, links: EntryLinkQueries) {
    super(records, ENTRY_LINK, links);
  }
}
