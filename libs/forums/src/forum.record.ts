import { MoveEvent } from '#events';
import { recordKind } from '#records';
import { CreateForum, PatchForum } from './forum-input.dto.js';
import { ForumQuery } from './forum-query.dto.js';
import { ForumPage, ForumView } from './forum-view.dto.js';
import { Forum } from './forum.entity.js';
import { forumLifecycle } from './forum.rules.js';

/** One edition of a forum, a fair, a week. */
export const FORUM = recordKind({
  name: 'forum',
  entity: Forum,
  path: 'forums',
  tag: 'Forums',
  area: 'forums',
  says: {
    list: 'Lists forums, the latest first.',
    read: 'Reads one forum with everything: stops, agenda, participants.',
    create: 'Records a forum, with its agenda and participants.',
  },
  lifecycle: forumLifecycle,
  create: CreateForum,
  patch: PatchForum,
  query: ForumQuery,
  view: ForumView,
  page: ForumPage,
  move: MoveEvent,
});
