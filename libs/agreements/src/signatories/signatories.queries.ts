import { Injectable } from '@nestjs/common';
import { sql } from '#platform';
import { RECORDED_SORT, RecordQueries, RecordReader } from '#records';
import { signatoryItem, signatoryView } from './signatories.fragments.js';
import { SIGNATORY } from './signatory.record.js';

/** Reads the signatories of agreements. */
@Injectable()
export class SignatoryQueries extends RecordQueries<typeof SIGNATORY> {
  constructor(reader: RecordReader) {
    super(reader, SIGNATORY, {
      one: signatoryView(sql`e`),
      list: {
        item: signatoryItem(sql`e`),
        filters: { party: sql`e.party_id = :party` },
        sorts: RECORDED_SORT,
      },
    });
  }
}
