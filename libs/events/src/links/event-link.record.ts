import { sql } from '#platform';
import { nameOf, recordKind } from '#records';
import { EVENT } from '../events/event.record.js';
import { EventLink } from './event-link.entity.js';
import { EVENT_LINK_CONSTRAINTS, EVENT_LINK_PROBLEMS } from './event-link.rules.js';
import {
  CreateEventLink,
  EventLinkPage,
  EventLinkQuery,
  EventLinkView,
  PatchEventLink,
} from './event-links.dto.js';

/** What one event has to do with another, apart from being part of it. */
export const EVENT_LINK = recordKind({
  name: 'event link',
  plural: 'links',
  entity: EventLink,
  path: 'links',
  tag: EVENT.tag,
  says: {
    list: 'Lists the links from an event to others.',
    read: 'Reads one link.',
    create: 'Links an event to another.',
    patch: 'Changes what kind of link it is.',
    archive: 'Archives a link.',
    restore: 'Restores an archived link.',
    history: 'Tells the history of one link, newest first.',
  },
  called: (row) => nameOf(sql`visible_events(:caller)`, sql`${row}.to_id`),
  within: EVENT,
  independent: true,
  problems: EVENT_LINK_PROBLEMS,
  constraints: EVENT_LINK_CONSTRAINTS,
  create: CreateEventLink,
  patch: PatchEventLink,
  query: EventLinkQuery,
  view: EventLinkView,
  page: EventLinkPage,
});
