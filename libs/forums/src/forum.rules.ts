import { type Dates, defineLifecycle, hasDays, statesOf } from '#vocabulary';

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
export type Format = (typeof FORMATS)[number];

/** How an edition of a forum goes from its announcement to its end. */
export const forumLifecycle = defineLifecycle('announced', {
  announced: ['scheduled', 'cancelled'],
  scheduled: ['confirmed', 'postponed', 'cancelled'],
  confirmed: ['ongoing', 'postponed', 'cancelled'],
  ongoing: ['held', 'cancelled'],
  held: ['closed'],
  closed: [],
  postponed: ['scheduled', 'cancelled'],
  // What was cancelled by mistake is taken up again, as far as its dates are known.
  cancelled: ['announced', 'scheduled'],
});

export type ForumStatus = keyof (typeof forumLifecycle)['moves'];

export const FORUM_STATUSES = statesOf(forumLifecycle);

export const GUARDED_STATUSES: readonly string[] = ['scheduled', 'confirmed'];

/** What a forum still lacks before it can move to a status; nothing where it is ready. */
export function missingForForum(to: string, dates: Dates): string[] {
  return GUARDED_STATUSES.includes(to) && !hasDays(dates) ? ['dates to the day'] : [];
}
