import { Injectable } from '@nestjs/common';
import { object, sql } from '#platform';
import { RecordQueries, RecordReader, identityFields, makingFields } from '#records';
import { eventReference } from '../events/events.fragments.js';
import { EVENT_LINK } from './event-link.record.js';

const link = object({
  ...identityFields(sql`e`),
  kind: sql`e.kind`,
  to: eventReference(sql`e.to_id`),
  ...makingFields(sql`e`),
});

/** Reads links between events. */
@Injectable()
export class EventLinkQueries extends RecordQueries<typeof EVENT_LINK> {
  constructor(reader: RecordReader) {
    super(reader, EVENT_LINK, {
      one: link,
      list: {
        item: link,
        filters: {},
        sorts: { recorded: { key: sql`e.created_at`, type: sql`timestamptz`, id: sql`e.id` } },
      },
    });
  }
}
