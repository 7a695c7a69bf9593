import { describe, expect, it } from '@jest/globals';
import { rearrangementErrors, staleErrors } from './rearrangement.rules.js';

describe('Rearrangements of agenda items', () => {
  const unknown = (at: number, id: string) => ({
    pointer: `/items/${at}/id`,
    detail: `There is no item ${id} on this agenda.`,
    code: 'unknown-item',
  });
  const twice = (at: number) => ({
    pointer: `/items/${at}/id`,
    detail: 'Each item is moved once in a request.',
    code: 'moved-twice',
  });

  it.each([
    [[], []],
    [['a', 'b'], []],
    [['b', 'a'], []],
    [
      ['a', 'b', 'a', 'c'],
      [twice(2), unknown(3, 'c')],
    ],
    [
      ['a', 'a', 'a'],
      [twice(1), twice(2)],
    ],
    [
      ['c', 'a', 'c'],
      [unknown(0, 'c'), unknown(2, 'c')],
    ],
  ])('are of items of the agenda, each once: %j', (ids, errors) => {
    const wishes = ids.map((id) => ({ id }));
    expect(rearrangementErrors(wishes, new Set(['a', 'b']))).toEqual(errors);
  });

  it('are based on the version that each item has, where they name one', () => {
    const wishes = [{ id: 'a', version: 1 }, { id: 'b' }, { id: 'c', version: 1 }, { id: 'd', version: 3 }];
    const items = [{ version: 1 }, { version: 7 }, { version: 2 }, { version: 2 }];
    expect(staleErrors(wishes, items)).toEqual([
      { pointer: '/items/2/version', detail: 'The item has version 2 now.', code: 'stale' },
      { pointer: '/items/3/version', detail: 'The item has version 2 now.', code: 'stale' },
    ]);
  });
});
