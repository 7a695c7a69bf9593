import { Injectable } from '@nestjs/common';
import { RecordService, Records } from '#records';
import { GIFT } from './gift.record.js';
import { GiftQueries } from './gifts.queries.js';

/** Writes gifts. */
@Injectable()
export class GiftsService extends RecordService<typeof GIFT> {
  constructor(records: Records, gifts: GiftQueries) {
    super(records, GIFT, gifts);
  }
}
