import { type Constraints, defineProblems } from '#refusals';

export const EVENT_LINK_KINDS = ['in_preparation_for', 'coincides_with', 'follows', 'replaces'] as const;

export const EVENT_LINK_PROBLEMS = defineProblems({
  'event.link-twice': ['conflict', 'The events are already linked in this way'],
  'event.link-circle': ['conflict', 'The event would come before itself'],
  'event.link-to-itself': ['conflict', 'An event cannot be linked to itself'],
});

export const EVENT_LINK_CONSTRAINTS: Constraints = {
  event_links_once: {
    problem: EVENT_LINK_PROBLEMS['event.link-twice'],
    detail: 'There is already a link of this kind between the two events.',
  },
  event_links_without_circle: {
    problem: EVENT_LINK_PROBLEMS['event.link-circle'],
    detail: 'Links of this kind already lead back from that event to this one, directly or through others.',
  },
  event_links_not_itself: {
    problem: EVENT_LINK_PROBLEMS['event.link-to-itself'],
    detail: 'Choose another event to link to.',
  },
};
