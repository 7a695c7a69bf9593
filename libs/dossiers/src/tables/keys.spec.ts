import { describe, expect, it } from '@jest/globals';
import { keyOfCode, keyOfName } from './keys.js';

describe('a key', () => {
  it.each([
    ['Città della Scienza', 'citta-della-scienza'],
    ['2018', 'no-2018'],
  ])('of the name %s is %s', (name, key) => {
    expect(keyOfName(name)).toBe(key);
  });

  it.each([keyOfName, keyOfCode])('holds no half of a character, however long what it is of: %p', (keyOf) => {
    const keys = [0, 1].map((letters) => keyOf(`${'a'.repeat(letters)}${'𠮷'.repeat(101)}`));
    expect(keys.map((key) => key.replace(/-\w{10}$/, ''))).toEqual(['𠮷'.repeat(40), `a${'𠮷'.repeat(39)}`]);
  });
});
