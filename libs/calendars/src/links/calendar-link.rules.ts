import { defineProblems } from '#refusals';

export const LINK_PROBLEMS = defineProblems({
  'calendar-link.too-many': [
    'conflict',
    'There are as many addresses as one may have',
    'Each address of a calendar opens a door, and so many doors nobody watches.',
    'Revoke those that nobody reads any more: the list says when each was last read.',
  ],
});

/** How many living addresses whoever makes them may have. */
export const MOST_LINKS = 200;

/** How many milliseconds an address is still answered that was replaced by another one. */
export const ROTATED_FOR = 7 * 24 * 3_600_000;

/** How many of its former secrets an address is answered by. */
export const MOST_FORMER = 10;

/** Of somebody whom the identity provider knows, Corteo hears only when they come: their addresses end after so many days. */
export const DAYS_OF_ISSUED = 90;

export const SUBJECT_KINDS = ['person', 'delegation', 'visit', 'forum', 'place', 'actor', 'office'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** The calendars that a subject has, as programs show them. */
export const COLLECTIONS = ['forums', 'visits', 'programme', 'bookings', 'follow-ups'] as const;
export type Collection = (typeof COLLECTIONS)[number];

const EVENTS = ['forums', 'visits', 'programme'] as const;

/** Which calendars each subject has. */
export const COLLECTIONS_OF: Readonly<Record<SubjectKind, readonly Collection[]>> = {
  person: EVENTS,
  delegation: EVENTS,
  visit: ['visits', 'programme'],
  forum: ['forums', 'programme'],
  place: ['forums', 'visits', 'bookings'],
  actor: [...EVENTS, 'follow-ups'],
  office: ['forums', 'visits', 'follow-ups'],
};
