import { type FieldError, defineMoveProblems, defineProblems, translateConstraints } from '#platform';
import { defineLifecycle, statesOf } from '#vocabulary';

export const DELEGATION_KINDS = [
  'official',
  'business',
  'academic',
  'inspection',
  'student',
  'mixed',
] as const;
export type DelegationKind = (typeof DELEGATION_KINDS)[number];

export const MEMBER_ROLES = [
  'head',
  'deputy_head',
  'member',
  'secretary',
  'interpreter',
  'adviser',
  'security',
  'press',
  'accompanying',
  'staff',
] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

export const delegationLifecycle = defineLifecycle('delegation', 'draft', {
  draft: ['nominated', 'withdrawn', 'cancelled'],
  nominated: ['confirmed', 'withdrawn', 'cancelled'],
  confirmed: ['arrived', 'withdrawn', 'cancelled'],
  arrived: ['departed', 'withdrawn', 'cancelled'],
  departed: [],
  withdrawn: ['draft'],
  cancelled: ['draft'],
});

export const memberLifecycle = defineLifecycle('member', 'nominated', {
  nominated: ['accepted', 'declined', 'withdrawn'],
  accepted: ['accredited', 'declined', 'withdrawn', 'replaced', 'absent'],
  accredited: ['arrived', 'declined', 'withdrawn', 'replaced', 'absent'],
  arrived: ['departed', 'withdrawn', 'replaced'],
  departed: [],
  declined: ['nominated'],
  withdrawn: ['nominated'],
  replaced: [],
  // Some come a day late.
  absent: ['arrived'],
});

export type DelegationStatus = keyof (typeof delegationLifecycle)['moves'];
export type MemberStatus = keyof (typeof memberLifecycle)['moves'];

export const DELEGATION_STATUSES = statesOf(delegationLifecycle);
export const MEMBER_STATUSES = statesOf(memberLifecycle);

/** Members of these statuses are on record but do not travel: they leave their seat free. */
const AWAY_STATUSES: readonly MemberStatus[] = ['declined', 'withdrawn', 'replaced', 'absent'];

/** What the moves of a delegation are judged by. */
export interface DelegationFacts {
  /** Whether a person leads it. */
  readonly hasHead: boolean;
}

/** What a delegation still lacks for a move, in words; nothing where it is ready. */
export function missingForMove(to: string, { hasHead }: DelegationFacts): string[] {
  return to === 'confirmed' && !hasHead ? ['head'] : [];
}

/** Whether a member still counts on travelling: only then can another take its seat. */
export function holdsSeat(status: MemberStatus): boolean {
  return !AWAY_STATUSES.includes(status);
}

const SUBJECTS = ['personId', 'group', 'placeholder'] as const;

/** Who a member can be: one of these. */
export type MemberSubject = { readonly [subject in (typeof SUBJECTS)[number]]?: unknown };

/**
 * Says what keeps a member from being exactly one of a person, a group and a placeholder.
 * @param pointer where the member stands in the body
 * @returns every subject that was given, where they are several; one error where there is none
 */
export function subjectErrors(member: MemberSubject, pointer = ''): FieldError[] {
  const given = SUBJECTS.filter((subject) => member[subject] !== undefined && member[subject] !== null);
  if (given.length === 1) return [];
  const detail =
    given.length === 0
      ? 'Name a person, describe a group, or give a placeholder.'
      : `A member is only one of ${given.join(', ')}; set the others to null or leave them out.`;
  const named = given.length === 0 ? SUBJECTS : given;
  return named.map((subject) => ({ pointer: `${pointer}/${subject}`, detail, code: 'one-subject' }));
}

defineMoveProblems('delegation');
defineMoveProblems('member');
defineProblems({
  'delegation.two-heads': ['conflict', 'The delegation already has a head'],
  'delegation.member-twice': ['conflict', 'The person is already a member of the delegation'],
});
translateConstraints({
  delegation_members_one_head: [
    'delegation.two-heads',
    'A delegation has one head at a time: replace the present head (replacesId), or change a role first.',
  ],
  delegation_members_person_once: [
    'delegation.member-twice',
    'This person is already a member; change that membership instead of adding a second one.',
  ],
});
