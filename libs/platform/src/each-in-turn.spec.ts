import { describe, expect, it } from '@jest/globals';
import { eachInTurn } from './each-in-turn.js';

describe('work in turn', () => {
  it('is done for all others where it fails for one, which is told at the end', async () => {
    const half = async (number: number): Promise<number> => {
      if (number % 2 === 1) throw new Error(`${number} is odd`);
      return number / 2;
    };
    const { done, assertDone } = await eachInTurn([1, 2, 3, 4], half);
    expect(done).toEqual([1, 2]);
    expect(assertDone).toThrow(
      new AggregateError([new Error('1 is odd'), new Error('3 is odd')], 'It failed for 2 of 4.'),
    );
    expect((await eachInTurn([2], half)).assertDone).not.toThrow();
  });
});
