import { recordKind } from '#records';
import {
  CreateForumSeries,
  ForumSeriesPage,
  ForumSeriesQuery,
  ForumSeriesView,
  PatchForumSeries,
} from './forum-series.dto.js';
import { ForumSeries } from './forum-series.entity.js';

/** What the editions of a forum have in common. */
export const FORUM_SERIES = recordKind({
  name: 'forum series',
  plural: 'forum series',
  entity: ForumSeries,
  path: 'forum-series',
  tag: 'Forums',
  area: 'directory',
  says: { list: 'Lists forum series, by name.' },
  create: CreateForumSeries,
  patch: PatchForumSeries,
  query: ForumSeriesQuery,
  view: ForumSeriesView,
  page: ForumSeriesPage,
});
