import { Injectable } from '@nestjs/common';
import { object, shownText, sql } from '#platform';
import { RECORDED_SORT, RecordQueries, RecordReader } from '#records';
import { hasEnded } from '../tenure.fragments.js';
import { POSITION } from './position.record.js';
import { positionFields } from './positions.fragments.js';

const item = object({
  ...positionFields(sql`e`),
  title: shownText(sql`e.title`),
  onBehalfOf: shownText(sql`e.on_behalf_of`),
});

/** Reads the positions of people. */
@Injectable()
export class PositionQueries extends RecordQueries<typeof POSITION> {
  constructor(reader: RecordReader) {
    super(reader, POSITION, {
      one: object(positionFields(sql`e`)),
      list: { item, filters: { ended: sql`${hasEnded(sql`e`)} = :ended` }, sorts: RECORDED_SORT },
    });
  }
}
