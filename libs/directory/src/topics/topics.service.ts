import { Injectable } from '@nestjs/common';
import { RecordService, Records } from '#records';
import { TOPIC } from './topic.record.js';
import { TopicQueries } from './topics.queries.js';

/** Writes topics. */
@Injectable()
export class TopicsService extends RecordService<typeof TOPIC> {
  constructor(records: Records, topics: TopicQueries) {
    super(records, TOPIC, topics);
  }
}
