import { Injectable } from '@nestjs/common';
import { type Sql, object, shownText, sql } from '#platform';
import { RECORDED_SORT, RecordQueries, RecordReader, identityFields, makingFields } from '#records';
import { STANDING_FOLLOW_UP } from './standing-follow-up.record.js';

const fields = (title: Sql): Sql =>
  object({
    ...identityFields(sql`e`),
    title,
    kind: sql`e.kind`,
    dueAfter: sql`e.due_after`,
    mandatory: sql`e.mandatory`,
    ...makingFields(sql`e`),
  });

/** Reads standing follow-ups. */
@Injectable()
export class StandingFollowUpQueries extends RecordQueries<typeof STANDING_FOLLOW_UP> {
  constructor(reader: RecordReader) {
    super(reader, STANDING_FOLLOW_UP, {
      one: fields(sql`e.title`),
      list: { item: fields(shownText(sql`e.title`)), filters: {}, sorts: RECORDED_SORT },
    });
  }
}
