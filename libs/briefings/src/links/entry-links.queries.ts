import { Injectable } from '@nestjs/common';
import { object, reference, sql } from '#platform';
import { RECORDED_SORT, RecordQueries, RecordReader, identityFields, makingFields } from '#records';
import { ENTRY_LINK } from './entry-link.record.js';

const link = object({
  ...identityFields(sql`e`),
  kind: sql`e.kind`,
  to: reference(sql`visible_entries(:caller)`, sql`e.to_id`),
  note: sql`e.note`,
  ...makingFields(sql`e`),
});

/** Reads links between entries. */
@Injectable()
export class EntryLinkQueries extends RecordQueries<typeof ENTRY_LINK> {
  constructor(reader: RecordReader) {
    super(reader, ENTRY_LINK, {
      one: link,
      list: { item: link, filters: {}, sorts: RECORDED_SORT },
    });
  }
}
