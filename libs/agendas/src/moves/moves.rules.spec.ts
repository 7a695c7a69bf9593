import { describe, expect, it } from '@jest/globals';
import { moveErrors, staleErrors } from './moves.rules.js';

describe('Moves of agenda items', () => {
  it('are of items of the agenda, each once', () => {
    const moves = ['a', 'b', 'a', 'c'].map((id) => ({ id }));
    expect(moveErrors(moves, new Set(['a', 'b'])).map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/items/2/id', 'moved-twice'],
      ['/items/3/id', 'unknown-item'],
    ]);
  });

  it('are based on the version that each item has, where they name one', () => {
    const moves = [{ id: 'a', version: 1 }, { id: 'b' }, { id: 'c', version: 1 }];
    const items = [{ version: 1 }, { version: 7 }, { version: 2 }];
    expect(staleErrors(moves, items).map(({ pointer }) => pointer)).toEqual(['/items/2/version']);
  });
});
