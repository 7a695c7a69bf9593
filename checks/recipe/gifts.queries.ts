import { Injectable } from '@nestjs/common';
import { object, reference, sql } from '#platform';
import { RECORDED_SORT, RecordQueries, RecordReader, identityFields, makingFields } from '#records';
import { GIFT } from './gift.record.js';

const gift = object({
  ...identityFields(sql`e`),
  title: sql`e.title`,
  direction: sql`e.direction`,
  organization: reference(sql`visible_organizations(:caller)`, sql`e.organization_id`),
  ...makingFields(sql`e`),
});

/** Reads gifts. */
@Injectable()
export class GiftQueries extends RecordQueries<typeof GIFT> {
  constructor(reader: RecordReader) {
    super(reader, GIFT, { one: gift, list: { item: gift, filters: {}, sorts: RECORDED_SORT } });
  }
}
