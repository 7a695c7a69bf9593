import { Inject, Injectable } from '@nestjs/common';
import { Records } from '#records';
import { TOPIC } from './topic.record.js';
import { TopicQueries } from './topics.queries.js';
import { DirectoryService } from '../similar/directory.service.js';
import { SIMILAR_RECORDS, type SimilarRecords } from '../similar/similar-records.js';

/** Writes topics. */
@Injectable()
export class TopicsService extends DirectoryService<typeof TOPIC> {
  constructor(records: Records, topics: TopicQueries, @Inject(SIMILAR_RECORDS) similar: SimilarRecords) {
    super(records, TOPIC, topics, similar);
  }
}
