import { Injectable } from '@nestjs/common';
import { object, sql } from '#platform';
import { RECORDED_SORT, RecordQueries, RecordReader, identityFields, makingFields } from '#records';
import { agreementReference } from '../agreements/agreements.fragments.js';
import { AGREEMENT_LINK } from './agreement-link.record.js';

const link = object({
  ...identityFields(sql`e`),
  kind: sql`e.kind`,
  to: agreementReference(sql`e.to_id`),
  ...makingFields(sql`e`),
});

/** Reads links between agreements. */
@Injectable()
export class AgreementLinkQueries extends RecordQueries<typeof AGREEMENT_LINK> {
  constructor(reader: RecordReader) {
    super(reader, AGREEMENT_LINK, {
      one: link,
      list: { item: link, filters: {}, sorts: RECORDED_SORT },
    });
  }
}
