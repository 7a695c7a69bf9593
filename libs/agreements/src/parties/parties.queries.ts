import { Injectable } from '@nestjs/common';
import { object, sql } from '#platform';
import { RECORDED_SORT, RecordQueries, RecordReader } from '#records';
import { partyFields, partyItem } from './parties.fragments.js';
import { PARTY } from './party.record.js';

/** Reads the parties of agreements. */
@Injectable()
export class PartyQueries extends RecordQueries<typeof PARTY> {
  constructor(reader: RecordReader) {
    super(reader, PARTY, {
      one: object(partyFields(sql`e`)),
      list: { item: partyItem(sql`e`), filters: {}, sorts: RECORDED_SORT },
    });
  }
}
