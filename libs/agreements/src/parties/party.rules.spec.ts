import { expect, it } from '@jest/globals';
import { explained } from '#refusals/testing';
import { PARTY_CONSTRAINTS } from './party.rules.js';

it('An organization is a party to an agreement once', () => {
  expect(PARTY_CONSTRAINTS).toEqual({
    agreement_parties_once: {
      problem: explained({
        code: 'agreement.party-twice',
        kind: 'conflict',
        title: 'The organization is already a party to the agreement',
      }),
      detail: 'This organization is already a party; change that party instead of adding a second one.',
    },
  });
});
