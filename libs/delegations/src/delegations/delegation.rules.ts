import { type Constraints, defineProblems } from '#refusals';
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

export const delegationLifecycle = defineLifecycle('draft', {
  draft: ['nominated', 'withdrawn', 'cancelled'],
  nominated: ['confirmed', 'withdrawn', 'cancelled'],
  confirmed: ['arrived', 'withdrawn', 'cancelled'],
  arrived: ['departed', 'withdrawn', 'cancelled'],
  departed: [],
  withdrawn: ['draft'],
  cancelled: ['draft'],
});

export type DelegationStatus = keyof (typeof delegationLifecycle)['moves'];

export const DELEGATION_STATUSES = statesOf(delegationLifecycle);

/** What the moves of a delegation are judged by. */
export interface DelegationFacts {
  /** Whether a person leads it. */
  readonly hasHead: boolean;
}

/** What a delegation still lacks for a move, in words; nothing where it is ready. */
export function missingForMove(to: string, { hasHead }: DelegationFacts): string[] {
  return to === 'confirmed' && !hasHead ? ['head'] : [];
}

export const DELEGATION_PROBLEMS = defineProblems({
  'delegation.circle': ['conflict', 'The delegation would come within itself'],
});

export const DELEGATION_CONSTRAINTS: Constraints = {
  delegations_without_circle: {
    problem: DELEGATION_PROBLEMS['delegation.circle'],
    detail: 'A delegation cannot come within itself, nor within one that comes within it.',
  },
};
