import { type FieldError, defineProblems, oneOfErrors } from '#refusals';
import { defineLifecycle, statesOf } from '#vocabulary';

export const OUTCOME_KINDS = [
  'groundwork',
  'finding',
  'idea',
  'proposal',
  'commitment',
  'award',
  'launch',
  'publication',
  'deliverable',
  'contact',
  'statement',
] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** What becomes of what came out of a meeting; some of it is delivered by the time it is reported. */
export const outcomeLifecycle = defineLifecycle('reported', {
  reported: ['planned', 'in_progress', 'delivered', 'dropped'],
  planned: ['in_progress', 'delivered', 'dropped'],
  in_progress: ['planned', 'delivered', 'dropped'],
  delivered: [],
  dropped: ['reported'],
});

export type OutcomeStatus = keyof (typeof outcomeLifecycle)['moves'];

export const OUTCOME_STATUSES = statesOf(outcomeLifecycle);

const ORIGINS = ['eventId', 'agendaItemId', 'agreementId'] as const;

/** What keeps an outcome from being that of one event, one agenda item or one agreement. */
export function outcomeOriginErrors(outcome: { readonly [origin in (typeof ORIGINS)[number]]?: unknown }) {
  return oneOfErrors(outcome, ORIGINS, 'An outcome is of one event, one agenda item or one agreement.');
}

/** Who has something to do with an outcome. */
export interface Actor {
  readonly personId?: string | null;
  readonly organizationId?: string | null;
}

/** What keeps each actor from being one person or one organization, named once. */
export function actorErrors(actors: readonly Actor[]): FieldError[] {
  const ids = actors.map(({ personId, organizationId }) => personId ?? organizationId);
  return actors.flatMap((actor, index) => {
    const at = `/actors/${index}`;
    const twice: FieldError = { pointer: at, detail: 'This actor is named twice.', code: 'actor-twice' };
    const again = ids[index] && ids.indexOf(ids[index]) < index;
    return [
      ...oneOfErrors(actor, ['personId', 'organizationId'], 'An actor is a person or an organization.', at),
      ...(again ? [twice] : []),
    ];
  });
}

/** The columns that a move sets: the date of delivery, where it is told and not known yet. */
export function changesOfOutcomeMove(
  { delivered }: { delivered: string | null },
  { to, effectiveOn }: { to: string; effectiveOn?: string | null },
): { delivered?: string } {
  return to === 'delivered' && effectiveOn && !delivered ? { delivered: effectiveOn } : {};
}

export const OUTCOME_PROBLEMS = defineProblems({
  'outcome.no-commitment': [
    'conflict',
    'Only a commitment becomes a follow-up',
    'A follow-up comes from what somebody promised; other outcomes promise nothing.',
    'Record a follow-up by itself, or make the outcome a commitment, if it is one.',
  ],
  'outcome.followed-up': [
    'conflict',
    'The commitment is already followed up',
    'The commitment has a follow-up already, and one promise is kept once.',
    'Go on with that follow-up, or cancel it first.',
  ],
});
