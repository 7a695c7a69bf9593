import { expect, it } from '@jest/globals';
import { SIGNATORY_CONSTRAINTS } from './signatory.rules.js';

it('Somebody signs for a party to the same agreement', () => {
  expect(SIGNATORY_CONSTRAINTS).toEqual({
    agreement_signatories_party_known: {
      code: 'unknown-party',
      detail: 'There is no party with this id in this agreement.',
      pointers: ['/partyId'],
    },
    agreement_signatories_one_principal: {
      code: 'one-of',
      detail: 'A signatory signs on behalf of one person or one organization.',
      pointers: ['/onBehalfOfPersonId', '/onBehalfOfOrganizationId'],
    },
  });
});
