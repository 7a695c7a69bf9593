import { type Constraints, type FieldError, atMostOneErrors, defineProblems } from '#refusals';
import { type PartialDate, defineLifecycle, isDay, parseDuration, statesOf } from '#vocabulary';

export const FOLLOW_UP_KINDS = [
  'action',
  'decision',
  'verification',
  'invitation',
  'reply',
  'report',
  'thank_you',
  'publication',
  'renewal',
  'participation',
] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** What is usual where nothing else is said. */
export const FOLLOW_UP_DEFAULTS = { priority: 'normal', mandatory: false } as const;

export const FOLLOW_UP_PROBLEMS = defineProblems({
  'follow-up.standing-twice': ['conflict', 'The event has this standing follow-up already'],
});

export const FOLLOW_UP_CONSTRAINTS: Constraints = {
  follow_ups_standing_once: {
    problem: FOLLOW_UP_PROBLEMS['follow-up.standing-twice'],
    detail:
      'What the office does after every visit is already among the follow-ups of this event; change that one.',
  },
};

/** How a follow-up is seen to; what is closed can be opened again. */
export const followUpLifecycle = defineLifecycle('open', {
  open: ['in_progress', 'blocked', 'done', 'waived', 'cancelled'],
  in_progress: ['open', 'blocked', 'done', 'waived', 'cancelled'],
  blocked: ['open', 'in_progress', 'done', 'waived', 'cancelled'],
  done: ['open'],
  waived: ['open'],
  cancelled: ['open'],
});

export type FollowUpStatus = keyof (typeof followUpLifecycle)['moves'];

export const FOLLOW_UP_STATUSES = statesOf(followUpLifecycle);

/** What the moves of a follow-up are judged by. */
export interface FollowUpFacts {
  readonly mandatory: boolean;
  /** Why it is moved, where that is said. */
  readonly reason?: string | null;
}

/** What a follow-up still lacks for a move, in words; nothing where it is ready. */
export function missingForFollowUp(to: string, { mandatory, reason }: FollowUpFacts): string[] {
  const reasonless = (to === 'blocked' || to === 'waived') && !reason?.trim();
  return [...missingInFollowUp(to, { mandatory }), ...(reasonless ? ['a reason'] : [])];
}

/** What a follow-up lacks in its status: the reason is that of the move, and stands in the status history. */
export function missingInFollowUp(status: string, { mandatory }: FollowUpFacts): string[] {
  return status === 'cancelled' && mandatory ? ['not to be mandatory: it can be waived, with a reason'] : [];
}

const ORIGINS = ['eventId', 'agendaItemId', 'outcomeId', 'agreementId', 'obligationId', 'entryId'] as const;
const OWNERS = ['ownerActorId', 'ownerPersonId', 'ownerOrganizationId'] as const;

/** What a follow-up comes from, and who sees to it. */
export type FollowUpLinks = {
  readonly [link in (typeof ORIGINS)[number] | (typeof OWNERS)[number]]?: string | null;
};

/** What keeps a follow-up from having one origin or none, and one owner or none yet. */
export function linkErrors(followUp: FollowUpLinks): FieldError[] {
  return [
    ...atMostOneErrors(
      followUp,
      ORIGINS,
      'A follow-up comes from one event, agenda item, outcome, agreement, obligation or entry.',
    ),
    ...ownerErrors(followUp),
  ];
}

/** What keeps a follow-up from having one owner, or none yet. */
export function ownerErrors(followUp: FollowUpLinks): FieldError[] {
  return atMostOneErrors(
    followUp,
    OWNERS,
    'A follow-up is owned by one user, one person or one organization.',
  );
}

/**
 * When something is due some time after an event ends; null where that is beyond the dates that can be written.
 * @param end the end of the event; where it is not known to the day, the time counts from `today`
 */
export function dueAfter(end: PartialDate | null, duration: string, today: string): string | null {
  const from = Temporal.PlainDate.from(end && isDay(end) ? end : today);
  const due = from.add(parseDuration(duration)!).toString();
  return isDay(due) ? due : null;
}
