import { type Constraints, type FieldError, defineProblems } from '#refusals';
import { defineLifecycle, statesOf } from '#vocabulary';

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

export const memberLifecycle = defineLifecycle('nominated', {
  nominated: ['accepted', 'declined', 'withdrawn', 'replaced'],
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

export type MemberStatus = keyof (typeof memberLifecycle)['moves'];

export const MEMBER_STATUSES = statesOf(memberLifecycle);

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
  const nobody = 'Name a person, describe a group, or give a placeholder.';
  if (given.length === 0) return [{ pointer, detail: nobody, code: 'one-subject' }];
  const detail = `A member is only one of ${given.join(', ')}; set the others to null or leave them out.`;
  return given.map((subject) => ({ pointer: `${pointer}/${subject}`, detail, code: 'one-subject' }));
}

export const MEMBER_PROBLEMS = defineProblems({
  'delegation.two-heads': [
    'conflict',
    'The delegation already has a head',
    'A delegation has one head at a time.',
    'Let the new head replace the present one (`replacesId`), or give the present one another role first.',
  ],
  'delegation.member-replaced': [
    'conflict',
    'The member has been replaced already',
    'Somebody else has the seat of the member.',
    'Replace the one who has it now, or put that one away first.',
  ],
  'delegation.member-twice': ['conflict', 'The person is already a member of the delegation'],
});

export const MEMBER_CONSTRAINTS: Constraints = {
  delegation_members_one_head: {
    problem: MEMBER_PROBLEMS['delegation.two-heads'],
    detail:
      'A delegation has one head at a time: replace the present head (replacesId), or change a role first.',
  },
  delegation_members_person_once: {
    problem: MEMBER_PROBLEMS['delegation.member-twice'],
    detail: 'This person is already a member; change that membership instead of adding a second one.',
  },
};
