import { GUIYANG_AGREEMENT } from './guiyang.agreement.js';
import { GUIYANG_VISIT } from './guiyang.delegation.js';
import { GUIYANG_FORUMS } from './guiyang.forums.js';
import { GUIYANG_ORGANIZATIONS } from './guiyang.organizations.js';
import { GUIYANG_PEOPLE } from './guiyang.people.js';
import { PLACES } from './places.js';
import { SOURCES_OF_STORIES } from './sources.js';
import { type Entry, record } from './story.js';
import { TOPICS } from './topics.js';
import { TURIN_FORUM } from './turin-beijing.forum.js';
import { TURIN_VISIT } from './turin-beijing.js';
import { TURIN_OUTCOMES } from './turin-beijing.outcomes.js';

/** All that is recorded of both stories, in an order in which nothing is referred to before it is there. */
export const STORIES: readonly Entry[] = [
  ...record('/v1/places', PLACES),
  ...record('/v1/topics', TOPICS),
  ...TURIN_VISIT,
  ...TURIN_FORUM,
  ...TURIN_OUTCOMES,
  ...GUIYANG_ORGANIZATIONS,
  ...GUIYANG_PEOPLE,
  ...GUIYANG_FORUMS,
  ...GUIYANG_VISIT,
  ...GUIYANG_AGREEMENT,
  ...SOURCES_OF_STORIES,
];
