import type { Constraints } from '#refusals';

export const SIGNATORY_CONSTRAINTS: Constraints = {
  agreement_signatories_party_known: {
    code: 'unknown-party',
    detail: 'There is no party with this id in this agreement.',
    pointers: ['/partyId'],
  },
};
