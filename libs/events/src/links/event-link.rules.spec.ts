import { expect, it } from '@jest/globals';
import { explained } from '#refusals/testing';
import { EVENT_LINK_CONSTRAINTS } from './event-link.rules.js';

it('An event is linked to another once in each way, and never to itself', () => {
  expect(EVENT_LINK_CONSTRAINTS).toEqual({
    event_links_once: {
      problem: explained({
        code: 'event.link-twice',
        kind: 'conflict',
        title: 'The events are already linked in this way',
      }),
      detail: 'There is already a link of this kind between the two events.',
    },
    event_links_without_circle: {
      problem: explained({
        code: 'event.link-circle',
        kind: 'conflict',
        title: 'The event would come before itself',
      }),
      detail: 'Links of this kind already lead back from that event to this one, directly or through others.',
    },
    event_links_not_itself: {
      problem: explained({
        code: 'event.link-to-itself',
        kind: 'conflict',
        title: 'An event cannot be linked to itself',
      }),
      detail: 'Choose another event to link to.',
    },
  });
});
