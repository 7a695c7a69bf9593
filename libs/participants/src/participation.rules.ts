import { type Constraints, type FieldError, defineProblems } from '#refusals';
import { defineLifecycle, statesOf } from '#vocabulary';

export const SIDES = ['host', 'guest', 'third'] as const;
export type Side = (typeof SIDES)[number];

export const responseLifecycle = defineLifecycle('under_evaluation', {
  under_evaluation: ['invited', 'withdrawn'],
  // Some come, or stay away, without ever having answered.
  invited: ['accepted', 'tentative', 'declined', 'attended', 'absent', 'withdrawn'],
  accepted: ['tentative', 'declined', 'attended', 'absent', 'withdrawn', 'replaced'],
  tentative: ['accepted', 'declined', 'attended', 'absent', 'withdrawn', 'replaced'],
  declined: ['invited', 'accepted'],
  attended: [],
  absent: [],
  withdrawn: ['invited'],
  replaced: [],
});

export const RESPONSES = statesOf(responseLifecycle);
export type ParticipationResponse = (typeof RESPONSES)[number];

/** What a participation is recorded with where nothing is said. */
export const FIRST_RESPONSE: ParticipationResponse = 'invited';

const ONE_SUBJECT =
  'A participation is of one person, one organization, one delegation, one group or one placeholder; beside a person, a group or a placeholder, the organization is theirs.';

export const PARTICIPATION_PROBLEMS = defineProblems({
  'participation.twice': ['conflict', 'They take part in this role already'],
});

export const PARTICIPATION_CONSTRAINTS: Constraints = {
  participations_once: {
    problem: PARTICIPATION_PROBLEMS['participation.twice'],
    detail: 'They take part in the same, on this side and in this role, already; change that participation.',
  },
  participations_one_subject: { code: 'one-subject', detail: ONE_SUBJECT, pointers: [''] },
};

/** Who takes part. */
export interface Subject {
  readonly personId?: unknown;
  readonly organizationId?: unknown;
  readonly delegationId?: unknown;
  readonly group?: unknown;
  readonly placeholder?: unknown;
}

const SUBJECTS = ['personId', 'delegationId', 'group', 'placeholder'] as const;

/**
 * Finds who was named besides the one who takes part, or that nobody was.
 * @param at where the participation stands in the body of the request, as a JSON pointer
 */
export function subjectErrors(participation: Subject, at = ''): FieldError[] {
  const isGiven = (subject: keyof Subject): boolean => (participation[subject] ?? null) !== null;
  const [first, ...others] = SUBJECTS.filter(isGiven);
  if (!first) return isGiven('organizationId') ? [] : [nobody(at)];
  const surplus = first === 'delegationId' && isGiven('organizationId') ? ['organizationId'] : [];
  return [...surplus, ...others].map((subject) => ({
    pointer: `${at}/${subject}`,
    detail: ONE_SUBJECT,
    code: 'one-subject',
  }));
}

function nobody(at: string): FieldError {
  const detail =
    'Name the person, the organization or the delegation that takes part, describe the group, or give a placeholder.';
  return { pointer: at, detail, code: 'no-subject' };
}
