import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type Precondition,
  RecordService,
  Records,
  type Transaction,
  created,
} from '#platform';
import { Topic } from './topic.entity.js';
import { CreateTopic, type PatchTopic, type TopicView } from './topics.dto.js';
import { TopicQueries } from './topics.queries.js';
import './topics.rules.js';

/** Writes topics. */
@Injectable()
export class TopicsService extends RecordService<Topic, TopicView> {
  constructor(
    database: Database,
    records: Records,
    private readonly topics: TopicQueries,
  ) {
    super(database, records, { entity: Topic, name: 'topic', input: CreateTopic });
  }

  /** Records a topic. */
  create(topic: CreateTopic, caller: Caller): Promise<Json<TopicView>> {
    return this.database.transaction(async (tx) => {
      const id = await this.records.insert(tx, this.kind, topic, caller);
      return created(id, await this.readBack(id, caller, tx));
    });
  }

  /** Changes a topic by a merge patch. */
  patch(id: string, match: Precondition, patch: PatchTopic, caller: Caller): Promise<Json<TopicView>> {
    return this.change(id, match, caller, (tx, topic) =>
      this.records.patch(tx, this.kind, topic, patch, caller),
    );
  }

  protected readBack(id: string, caller: Caller, tx: Transaction): Promise<Json<TopicView>> {
    return this.topics.read(id, caller, tx);
  }
}
