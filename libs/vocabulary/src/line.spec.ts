import { describe, expect, it } from '@jest/globals';
import { isOneLine, isVisible } from './line.js';

describe('A line of text', () => {
  it.each(['a', '  a ', '贵阳', 'می‌خواهم', 'Mario\u200e Bruni', '🏛️', '—', '①', 'e\u0301'])(
    'is seen: %j',
    (text) => {
      expect([isVisible(text), isOneLine(text)]).toEqual([true, true]);
    },
  );

  it.each([
    '',
    ' ',
    '\u200b',
    '\u00a0\u2007',
    '\ufeff',
    '\u200d\u2060',
    '\u3164',
    '\u2800',
    '\u0301',
    '\u202e\u202c',
    '\ufe0f',
  ])('is not seen: %j', (text) => {
    expect(isVisible(text)).toBe(false);
  });

  it.each([
    'a\nb',
    'a\r\nb',
    'a\u2028b',
    'a\u2029b',
    'a\u0085b',
    'a\tb',
    'a\u0007',
    'a\u009fb',
    'a\u000bb',
    'a\u000cb',
  ])('is more than that: %j', (text) => {
    expect(isOneLine(text)).toBe(false);
  });
});
