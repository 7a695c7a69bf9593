import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type ListDefinition,
  Lists,
  NAMED_SORTS,
  NAME_FILTER,
  type Transaction,
  identityFields,
  makingFields,
  object,
  reference,
  shownName,
  sql,
  statement,
  unknownRecord,
} from '#platform';
import type { TopicPage, TopicQuery, TopicView } from './topics.dto.js';

const item = {
  ...identityFields(sql`e`),
  name: shownName(sql`e`),
  parent: reference(sql`topics`, sql`e.parent_id`),
  ...makingFields(sql`e`),
};

const oneTopic = statement(
  'topic',
  sql`select e.version, ${object({ ...item, names: sql`e.names` })}
      from topics e where e.id = :id and (:archived or e.archived_at is null)`,
);

const topics: ListDefinition<TopicQuery> = {
  name: 'topics',
  from: sql`topics e`,
  item: object(item),
  filters: { q: NAME_FILTER, parent: sql`e.parent_id = :parent` },
  sorts: NAMED_SORTS,
};

/** Reads topics. */
@Injectable()
export class TopicQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** One topic; unknown where there is none for this caller. */
  async read(id: string, caller: Caller, tx?: Transaction): Promise<Json<TopicView>> {
    const topic = await this.database.readRecord<TopicView>(oneTopic, caller, { id }, tx);
    if (!topic) throw unknownRecord('topic');
    return topic;
  }

  /** A page of topics. */
  list(query: TopicQuery, caller: Caller): Promise<Json<TopicPage>> {
    return this.lists.read(topics, query, caller);
  }
}
