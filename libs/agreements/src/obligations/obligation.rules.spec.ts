import { expect, it } from '@jest/globals';
import { waysInto } from '#vocabulary/testing';
import { obligationLifecycle } from './obligation.rules.js';

it('An obligation begins open, and its breach can be made good', () => {
  expect(obligationLifecycle.initial).toBe('open');
  expect(waysInto(obligationLifecycle)).toEqual({
    open: ['fulfilled', 'waived'],
    fulfilled: ['open', 'breached'],
    waived: ['open', 'breached'],
    breached: ['open'],
  });
});
