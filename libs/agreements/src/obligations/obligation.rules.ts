import type { Constraints } from '#refusals';
import { defineLifecycle, statesOf } from '#vocabulary';

export const obligationLifecycle = defineLifecycle('open', {
  open: ['fulfilled', 'waived', 'breached'],
  fulfilled: ['open'],
  waived: ['open'],
  // Late is better than never.
  breached: ['fulfilled', 'waived'],
});

export type ObligationStatus = keyof (typeof obligationLifecycle)['moves'];

export const OBLIGATION_STATUSES = statesOf(obligationLifecycle);

export const OBLIGATION_CONSTRAINTS: Constraints = {
  agreement_obligations_party_known: {
    code: 'unknown-party',
    detail: 'There is no party with this id in this agreement.',
    pointers: ['/partyId'],
  },
};
