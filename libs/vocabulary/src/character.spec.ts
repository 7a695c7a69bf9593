import { expect, it } from '@jest/globals';
import { characterStart } from './character.js';

it('cuts no character in two', () => {
  const text = 'a🏛𠮷b';
  expect([0, 1, 2, 3, 4, 5, 6, 7].map((at) => characterStart(text, at))).toEqual([0, 1, 1, 3, 3, 5, 6, 7]);
});
