import { Injectable } from '@nestjs/common';
import { object, sql } from '#platform';
import { RECORDED_SORT, RecordQueries, RecordReader, statusHistory } from '#records';
import { OBLIGATION } from './obligation.record.js';
import { obligationFields, obligationItem } from './obligations.fragments.js';

/** Reads the obligations of agreements. */
@Injectable()
export class ObligationQueries extends RecordQueries<typeof OBLIGATION> {
  constructor(reader: RecordReader) {
    super(reader, OBLIGATION, {
      one: object({ ...obligationFields(sql`e`), statusHistory: statusHistory(sql`e.id`) }),
      list: {
        item: obligationItem(sql`e`),
        filters: { status: sql`e.status = :status` },
        sorts: RECORDED_SORT,
      },
    });
  }
}
