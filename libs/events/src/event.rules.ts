import { type FieldError, defineProblems, translateConstraints } from '#platform';
import { datesCanBe, isDay } from '#vocabulary';

export const VISIBILITIES = ['public', 'internal', 'confidential'] as const;
export const LINK_KINDS = ['in_preparation_for', 'coincides_with', 'follows', 'replaces'] as const;
export const EVENT_KINDS = ['visit', 'forum'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Where the parts of an event are mounted, for visits and forums alike. */
export const EVENT_ROUTE = ':kind(^visits|forums$)/:eventId';

/** The kind of event that a path segment names. */
export function eventKindOf(segment: string): EventKind {
  return segment === 'visits' ? 'visit' : 'forum';
}

defineProblems({
  'event.circle': ['conflict', 'An event cannot be part of itself'],
  'event.link-twice': ['conflict', 'The events are already linked in this way'],
  'event.link-to-itself': ['conflict', 'An event cannot be linked to itself'],
  'event.leg-in-use': ['conflict', 'Agenda items belong to the leg'],
});

translateConstraints({
  events_without_circle: ['event.circle', 'This would make the event part of itself, by way of its parents.'],
  event_links_once: ['event.link-twice', 'There is already a link of this kind between the two events.'],
  event_links_not_itself: ['event.link-to-itself', 'Choose another event to link to.'],
});

/** The dates of an event or a leg, as written. */
export interface Dates {
  readonly starts?: string | null;
  readonly ends?: string | null;
}

/** What is wrong with dates that end before they start; nothing where they can be. */
export function dateErrors({ starts = null, ends = null }: Dates, at = ''): FieldError[] {
  if (datesCanBe(starts, ends)) return [];
  return [
    {
      pointer: `${at}/ends`,
      detail: `The end, ${ends}, is before the start, ${starts}.`,
      code: 'end-before-start',
    },
  ];
}

/** Whether both dates are known to the day, without doubt. */
export function hasDays({ starts, ends }: Dates): boolean {
  return Boolean(starts && ends && isDay(starts) && isDay(ends));
}
