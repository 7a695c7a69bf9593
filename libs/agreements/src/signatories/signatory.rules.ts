import type { Constraints } from '#refusals';

export const SIGNATORY_CONSTRAINTS: Constraints = {
  agreement_signatories_one_principal: {
    code: 'one-of',
    detail: 'A signatory signs on behalf of one person or one organization.',
    pointers: ['/onBehalfOfPersonId', '/onBehalfOfOrganizationId'],
  },
  agreement_signatories_party_known: {
    code: 'unknown-party',
    detail: 'There is no party with this id in this agreement.',
    pointers: ['/partyId'],
  },
};
