import { recordKind } from '#records';
import { Topic } from './topic.entity.js';
import { TOPIC_CONSTRAINTS, TOPIC_PROBLEMS } from './topic.rules.js';
import { CreateTopic, CreatedTopic, PatchTopic, TopicPage, TopicQuery, TopicView } from './topics.dto.js';

/** What events, organizations and agreements are about. */
export const TOPIC = recordKind({
  name: 'topic',
  entity: Topic,
  path: 'topics',
  tag: 'Directory',
  area: 'directory',
  merges: true,
  says: { list: 'Lists topics, by name.' },
  problems: TOPIC_PROBLEMS,
  constraints: TOPIC_CONSTRAINTS,
  create: CreateTopic,
  patch: PatchTopic,
  query: TopicQuery,
  view: TopicView,
  created: CreatedTopic,
  page: TopicPage,
});
