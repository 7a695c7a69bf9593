import { sql } from '#platform';
import { sharedKind } from '#records';
import { Event } from './event.entity.js';
import { EVENT_CONSTRAINTS, EVENT_PROBLEMS, eventKindOf } from './event.rules.js';

/** What visits and forums have in common, and what agendas, participants and outcomes belong to. */
export const EVENT = sharedKind(
  {
    name: 'event',
    entity: Event,
    path: 'events',
    tag: 'Events',
    area: ':kind',
    problems: EVENT_PROBLEMS,
    constraints: EVENT_CONSTRAINTS,
  },
  {
    path: ':kind(^visits|forums$)',
    segment: (event) => sql`(${event}.kind || 's')`,
    read: ({ kind, ...rest }) => ({ ...rest, eventKind: eventKindOf(kind!) }),
    matches: { kind: 'eventKind' },
    nameAt: ({ eventKind }) => eventKind!,
  },
);
