import { type Dates, hasDays } from '#events';
import { defineMoveProblems } from '#platform';
import { defineLifecycle } from '#vocabulary';

export const FORMATS = [
  'fair',
  'forum',
  'summit',
  'conference',
  'expo',
  'week',
  'workshop',
  'matchmaking',
  'ceremony',
  'side_event',
] as const;

/** How an edition of a forum goes from its announcement to its end. */
export const FORUM_LIFECYCLE = defineLifecycle('forum', 'announced', {
  announced: ['scheduled', 'cancelled'],
  scheduled: ['confirmed', 'postponed', 'cancelled'],
  confirmed: ['ongoing', 'postponed', 'cancelled'],
  ongoing: ['held', 'cancelled'],
  held: ['closed'],
  closed: [],
  postponed: ['scheduled', 'cancelled'],
  cancelled: [],
});

defineMoveProblems('forum');

/** What a forum still lacks before it can move to a status; nothing where it is ready. */
export function missingForForum(to: string, dates: Dates): string[] {
  return ['scheduled', 'confirmed'].includes(to) && !hasDays(dates) ? ['dates to the day'] : [];
}
