import { expect, it } from '@jest/globals';
import { waysInto } from '#vocabulary/testing';
import { OBLIGATION_CONSTRAINTS, obligationLifecycle } from './obligation.rules.js';

it('An obligation begins open, and its breach can be made good', () => {
  expect(obligationLifecycle.initial).toBe('open');
  expect(waysInto(obligationLifecycle)).toEqual({
    open: ['fulfilled', 'waived'],
    fulfilled: ['open', 'breached'],
    waived: ['open', 'breached'],
    breached: ['open'],
  });
});

it('An obligation is that of a party to the same agreement', () => {
  expect(OBLIGATION_CONSTRAINTS).toEqual({
    agreement_obligations_party_known: {
      code: 'unknown-party',
      detail: 'There is no party with this id in this agreement.',
      pointers: ['/partyId'],
    },
  });
});
