import { type Constraints, type FieldError, defineProblems } from '#refusals';
import { type Dates, datesCanBe } from '#vocabulary';

export const MODES = ['in_person', 'online', 'hybrid'] as const;
export type Mode = (typeof MODES)[number];
export const EVENT_KINDS = ['visit', 'forum'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Where an event will not take place, whatever its kind. */
export const CALLED_OFF = ['cancelled', 'declined'] as const;

/** Whether an event with this status will not take place. */
export function isCalledOff(status: string): boolean {
  return (CALLED_OFF as readonly string[]).includes(status);
}

/** The kind of event that a path segment names. */
export function eventKindOf(segment: string): EventKind {
  return segment === 'visits' ? 'visit' : 'forum';
}

export const EVENT_PROBLEMS = defineProblems({
  'event.circle': ['conflict', 'An event cannot be part of itself'],
  'event.leg-in-use': [
    'conflict',
    'Agenda items belong to the leg',
    'Items of the agenda belong to the leg, and would be left without one.',
    'Move these items to another leg, or put them away; then remove the leg.',
  ],
});

export const EVENT_CONSTRAINTS: Constraints = {
  events_without_circle: {
    problem: EVENT_PROBLEMS['event.circle'],
    detail: 'This would make the event part of itself, by way of its parents.',
  },
};

/** Whether what is planned of an event in this status takes place as it was planned; the database has the same rule. */
export function eventStands(status: string): boolean {
  return !isCalledOff(status) && status !== 'postponed';
}

/** What is wrong with dates that end before they start; nothing where they are possible. */
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

/** A change of an event that may move its dates, and say why. */
export interface DateChange extends Dates {
  readonly dateChangeReason?: string | null;
}

/** What is wrong with a reason for moving dates that cannot move: that of a change without dates, or of the first dates. */
export function dateChangeErrors(event: Dates, { starts, ends, dateChangeReason }: DateChange): FieldError[] {
  const saysDates = starts !== undefined || ends !== undefined;
  if (!dateChangeReason || (saysDates && (isDated(event) || !(starts ?? ends)))) return [];
  const detail = saysDates
    ? 'It tells why dates are moved, and the event had none before.'
    : 'It tells why dates are moved: give starts or ends with it.';
  return [{ pointer: '/dateChangeReason', detail, code: 'no-dates-moved' }];
}

/** Whether it is known, however vaguely, when an event starts or ends. */
export function isDated({ starts, ends }: Dates): boolean {
  return Boolean(starts ?? ends);
}
