import { defineMoveProblems } from '#platform';
import { defineLifecycle, statesOf } from '#vocabulary';

export const obligationLifecycle = defineLifecycle('obligation', 'open', {
  open: ['fulfilled', 'waived', 'breached'],
  fulfilled: ['open'],
  waived: ['open'],
  // Late is better than never.
  breached: ['fulfilled', 'waived'],
});

export type ObligationStatus = keyof (typeof obligationLifecycle)['moves'];

export const OBLIGATION_STATUSES = statesOf(obligationLifecycle);

defineMoveProblems('obligation');
