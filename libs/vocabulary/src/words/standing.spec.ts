import { describe, expect, it } from '@jest/globals';
import { FOLDS } from './characters.js';
import { PAIRS } from './pairs.fixture.js';
import { standingWords } from './standing.js';
import { foldText, repeatCharacters, respellText, spellText, wordsOfName } from './words.js';

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
    expect([...new Set(found)].toSorted()).toEqual(wordsOfName(name).toSorted());
  });

  it('tells the words of any text that holds a character which is found as another', () => {
    const characters = FOLDS.split('\t').map(([character]) => character!);
    const texts = [...new Set(characters)].flatMap((one) => [
      one,
      `x${one}y`,
      `x ${one}`,
      `x-${one}`,
      `北${one}京`,
    ]);
    const differing = texts.filter((text) => {
      const found = new Set(standingWords(text).map(({ folded }) => folded));
      return [...found].toSorted().join() !== wordsOfName(text).toSorted().join();
    });
    expect(differing).toEqual([]);
  });

  it.each(NAMES)('tells of each word of %j from where to where it is written', (name) => {
    const repeated = repeatCharacters(name);
    const elsewhere = standingWords(name).filter(({ folded, start, end }) => {
      const written = repeated.slice(start, end);
      return ![written, respellText(written) ?? ''].some((text) => plain(text) === folded);
    });
    expect(elsewhere).toEqual([]);
  });
});

function plain(text: string): string {
  return spellText(foldText(text)).replace(/[ -]/g, '');
}
