import { describe, expect, it } from '@jest/globals';
import { PAIRS } from './pairs.fixture.js';
import { standingWords } from './standing.js';
import { foldText, spellText, wordsOf } from './words.js';

const NAMES = [
  ...PAIRS.map(([name]) => name),
  'smart\u00adgrid',
  'U.S.A.',
  'か\u3099く',
  'می\u200cخواهم 中a文',
];

describe('where words stand', () => {
  it.each(NAMES)('tells all words by which %j is found', (name) => {
    const found = standingWords(name).map(({ folded }) => folded);
    expect([...new Set(found)].toSorted()).toEqual(wordsOf(name).toSorted());
  });

  it.each(NAMES)('tells of each word of %j from where to where it is written', (name) => {
    const written = standingWords(name).map(({ folded, start, end }) => [
      folded,
      plain(name.slice(start, end)),
    ]);
    expect(written.filter(([folded, text]) => folded !== text)).toEqual([]);
  });
});

function plain(text: string): string {
  return spellText(foldText(text)).replace(/[ -]/g, '');
}
