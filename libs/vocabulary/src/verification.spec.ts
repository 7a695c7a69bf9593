import { expect, it } from '@jest/globals';
import { VERIFICATIONS } from './verification.js';

it('A statement is unverified, reported, corroborated or verified, or else disputed or refuted', () => {
  expect(VERIFICATIONS).toEqual([
    'unverified',
    'reported',
    'corroborated',
    'verified',
    'disputed',
    'refuted',
  ]);
});
