import { expect, it } from '@jest/globals';
import { strangeLegErrors } from './leg.rules.js';

const PRESENT = [{ id: 'naples' }, { id: 'rome' }];

it.each([
  ['none', []],
  ['one that stays', [{ id: 'naples' }]],
  ['those that stay, in another order', [{ id: 'rome' }, { id: 'naples' }]],
  ['several that are added', [{}, {}]],
  ['one that stays between two that are added', [{}, { id: 'rome' }, {}]],
])('The legs of an event become %s', (_, legs) => {
  expect(strangeLegErrors(legs, PRESENT)).toEqual([]);
});

it.each([
  ['is of another event', [{ id: 'naples' }, { id: 'turin' }], [1]],
  ['was named before', [{ id: 'rome' }, {}, { id: 'rome' }, { id: 'rome' }], [2, 3]],
  ['is of another event and named twice', [{ id: 'turin' }, { id: 'turin' }], [0, 1]],
])('A leg is at fault where it %s', (_, legs, atFault) => {
  expect(strangeLegErrors(legs, PRESENT)).toEqual(
    atFault.map((index) => ({
      pointer: `/legs/${index}/id`,
      detail: 'This is not a leg of this event, or it was named before; leave the id out to add one.',
      code: 'unknown-leg',
    })),
  );
});

it('An event without legs knows none by an id', () => {
  const [error, ...others] = strangeLegErrors([{}, { id: 'naples' }], []);
  expect([error!.pointer, others]).toEqual(['/legs/1/id', []]);
});
