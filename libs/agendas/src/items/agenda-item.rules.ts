import { type Constraints, type FieldCode, type FieldError, defineProblems } from '#refusals';
import { defineLifecycle, statesOf } from '#vocabulary';
import { type ItemTimes, clockErrors, readTime } from './item-time.rules.js';

export const ITEM_KINDS = [
  'opening',
  'plenary',
  'keynote',
  'speech',
  'panel',
  'meeting',
  'company_visit',
  'site_visit',
  'tour',
  'workshop',
  'presentation',
  'networking',
  'signing',
  'ceremony',
  'award',
  'launch',
  'press',
  'meal',
  'transfer',
  'reception',
  'rest',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const AUDIENCES = ['public', 'guests', 'hosts', 'internal'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const DAY_PARTS = ['morning', 'midday', 'afternoon', 'evening'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

export const itemLifecycle = defineLifecycle('proposed', {
  proposed: ['confirmed', 'not_held', 'cancelled'],
  confirmed: ['held', 'not_held', 'cancelled'],
  held: [],
  not_held: [],
  cancelled: ['proposed'],
});

export const ITEM_STATUSES = statesOf(itemLifecycle);
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** How an item stands in effect, as its event and what it is part of stand; the database has the rule. */
export const STANDINGS = ['stands', 'tentative', 'off'] as const;
export type Standing = (typeof STANDINGS)[number];

const ONE_LEVEL = 'An item that is part of another has no parts of its own: an agenda has one level of them.';

export const ITEM_PROBLEMS = defineProblems({
  'item.one-level': [
    'conflict',
    'Parts of an agenda item have no parts',
    'An agenda has items and their parts, and no parts of parts.',
    'Make the part an item of its own, or a part of the item above.',
  ],
});

export const ITEM_CONSTRAINTS: Constraints = {
  agenda_items_one_level: { problem: ITEM_PROBLEMS['item.one-level'], detail: ONE_LEVEL },
};

/**
 * Finds what is impossible about the time of an item.
 * @param zone the time zone that it takes place in, where that is known
 * @param at where the item stands in the body of the request, as a JSON pointer
 */
export function timeErrors(
  { startsAt, endsAt, on, dayPart }: ItemTimes,
  zone: string | null,
  at = '',
): FieldError[] {
  const checks: readonly (readonly [boolean, string, FieldCode, string])[] = [
    [!!startsAt && !zone, 'startsAt', 'time-zone-unknown', ZONE_UNKNOWN],
    [!!startsAt && !!on, 'on', 'time-and-date', 'Give a time or only a date; the date of a time is in it.'],
    [!!startsAt && !!dayPart, 'dayPart', 'time-and-day-part', 'Give a time or only a part of the day.'],
    [
      !startsAt && !!endsAt,
      'endsAt',
      'end-without-start',
      'What ends at a time starts at one: give startsAt.',
    ],
    [isBefore(endsAt, startsAt, zone), 'endsAt', 'end-before-start', 'It cannot end before it starts.'],
  ];
  return [
    ...clockErrors(startsAt, zone, `${at}/startsAt`),
    ...clockErrors(endsAt, zone, `${at}/endsAt`),
    ...checks.flatMap(([wrong, field, code, detail]) =>
      wrong ? [{ pointer: `${at}/${field}`, detail, code }] : [],
    ),
  ];
}

const ZONE_UNKNOWN =
  'No time zone is known for this item; give it, its leg or its event a place with one, or the event a time zone.';

function isBefore(
  one: string | null | undefined,
  other: string | null | undefined,
  zone: string | null,
): boolean {
  if (!one || !other) return false;
  const [early, late] = [one, other].map((time) => readTime(time, zone ?? 'UTC').at);
  return early! < late!;
}

/** Where an item stands in an agenda that is recorded as a whole: by the indexes of its leg and of its parent. */
export interface ItemIndexes {
  readonly leg?: number | null;
  readonly parent?: number | null;
}

/**
 * Finds indexes that lead nowhere, and parts of parts, in an agenda that is recorded as a whole.
 * @param legCount how many legs the event has
 */
export function indexErrors(items: readonly ItemIndexes[], legCount: number, at = '/agenda'): FieldError[] {
  return items.flatMap(({ leg, parent }, index) => [
    ...errorAt(`${at}/${index}/leg`, legProblem(leg, legCount)),
    ...errorAt(`${at}/${index}/parent`, parentProblem(items, index, parent)),
  ]);
}

type Problem = readonly [code: FieldCode, detail: string] | null;

function legProblem(leg: number | null | undefined, legCount: number): Problem {
  if (leg === null || leg === undefined || leg < legCount) return null;
  return ['unknown-leg', `There is no leg ${leg}: the event has ${legCount}, counted from 0.`];
}

function parentProblem(items: readonly ItemIndexes[], own: number, parent?: number | null): Problem {
  if (parent === null || parent === undefined) return null;
  if (parent === own) return ['own-part', 'An item cannot be part of itself.'];
  const found = items[parent];
  if (!found)
    return ['unknown-item', `There is no item ${parent}: the agenda has ${items.length}, counted from 0.`];
  return (found.parent ?? null) === null ? null : ['one-level', ONE_LEVEL];
}

/** Finds a leg that is not one of the event's. */
export function legErrors(legId: string | null | undefined, legs: readonly { id: string }[]): FieldError[] {
  if (!legId || legs.some(({ id }) => id === legId)) return [];
  return errorAt('/legId', ['unknown-leg', `There is no leg ${legId} in this event.`]);
}

function errorAt(pointer: string, problem: Problem): FieldError[] {
  return problem ? [{ pointer, code: problem[0], detail: problem[1] }] : [];
}
