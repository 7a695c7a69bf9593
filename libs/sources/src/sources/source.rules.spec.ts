import { expect, it } from '@jest/globals';
import { type Range, lengthOf, passageErrors, sourceErrors } from './source.rules.js';

const text = '贵阳 🐼';

it.each([
  [null, 0],
  ['', 0],
  ['abc', 3],
  [text, 4],
  ['𠀀𠀁', 2],
])('The text %j has %d characters', (given, length) => {
  expect(lengthOf(given)).toBe(length);
});

it.each([
  {},
  { text: null, language: null },
  { language: 'it' },
  { text, language: 'zh-Hans' },
  { text, language: 'zh-Hans', breaksOffAt: 0 },
  { text, language: 'zh-Hans', breaksOffAt: 4 },
  { text, language: 'zh-Hans', breaksOffAt: null, ranges: [] },
  { text, language: 'zh-Hans', ranges: [range(0, 4), range(1, 2)] },
])('A source may be %j', (source) => {
  expect(sourceErrors(source)).toEqual([]);
});

it.each([
  [{ text }, [['/language', 'language-of-text']]],
  [{ text, language: null }, [['/language', 'language-of-text']]],
  [{ text, language: 'zh', breaksOffAt: 5 }, [['/breaksOffAt', 'beyond-text']]],
  [{ breaksOffAt: 1 }, [['/breaksOffAt', 'beyond-text']]],
  [{ text, language: 'zh', ranges: [range(0, 1), range(3, 5)] }, [['/ranges/1/end', 'beyond-text']]],
  [{ text, language: 'zh', ranges: [range(2, 2)] }, [['/ranges/0/end', 'end-before-start']]],
  [
    { text, breaksOffAt: 5, ranges: [range(2, 1)] },
    [
      ['/language', 'language-of-text'],
      ['/breaksOffAt', 'beyond-text'],
      ['/ranges/0/end', 'end-before-start'],
    ],
  ],
])('A source is not %j', (source, errors) => {
  expect(sourceErrors(source).map(({ pointer, code }) => [pointer, code])).toEqual(errors);
});

it('A range beyond the text is told how much text there is', () => {
  expect([passageErrors(range(0, 3), 2, '/locator'), passageErrors(range(0, 1), 0, '')]).toEqual([
    [{ pointer: '/locator/end', detail: 'The text has 2 characters.', code: 'beyond-text' }],
    [{ pointer: '/end', detail: 'The source has no text to which this could refer.', code: 'beyond-text' }],
  ]);
});

function range(start: number, end: number): Range & { why: 'doubtful' } {
  return { start, end, why: 'doubtful' };
}
