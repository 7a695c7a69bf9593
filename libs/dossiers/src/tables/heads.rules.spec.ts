import { describe, expect, it } from '@jest/globals';
import { guessHead } from './heads.rules.js';
import { PEOPLE_HEADS } from './people-heads.rules.js';
import { AGREEMENT_HEADS, ORGANIZATION_HEADS, PARTICIPANT_HEADS } from './table-heads.rules.js';

const KINDS = [
  ['people', PEOPLE_HEADS],
  ['organizations', ORGANIZATION_HEADS],
  ['participants', PARTICIPANT_HEADS],
  ['agreements', AGREEMENT_HEADS],
] as const;

describe.each(KINDS)('the heads of a sheet of %s', (_name, heads) => {
  const words = Object.entries(heads).flatMap(([field, one]) =>
    one.words.flatMap((list) => list.split('|').map((word) => [field, word] as const)),
  );

  it('are known in three languages', () => {
    const mute = Object.entries(heads).filter(([, one]) => one.words.some((list) => list === ''));
    expect(mute).toEqual([]);
  });

  it('are each found by every word for them, in any case, and by the name of the field', () => {
    const named = Object.keys(heads).map((field) => [field, field] as const);
    const missed = [...words, ...named].filter(
      ([field, word]) => !guessHead(` ${word.toUpperCase()}: `, heads).some((guess) => guess.field === field),
    );
    expect(missed).toEqual([]);
  });

  it('that can mean several fields are told apart by their cells or by what stands beside them', () => {
    const unclear = words.filter(([, word]) => {
      const guesses = guessHead(word, heads).map(({ field }) => field);
      return (
        guesses.length > 1 &&
        !guesses.slice(0, -1).every((field) => heads[field]!.holds ?? heads[field]!.beside)
      );
    });
    expect(unclear).toEqual([]);
  });
});

it.each([
  ['Nome (inglese)', 'name', 'en'],
  ['Nome in cinese', 'name', 'zh-Hans'],
  ['Name EN', 'name', 'en'],
  ['Name [it]', 'name', 'it'],
  ['中文姓名', 'name', 'zh-Hans'],
  ['英文名', 'name', 'en'],
  ['姓名（拼音）', 'name', 'zh-Latn'],
  ['Pinyin', 'name', 'zh-Latn'],
  ['Ruolo (cinese)', 'position', 'zh-Hans'],
  ['英文职务', 'position', 'en'],
])('“%s” is the %s in %s', (head, field, lang) => {
  const guesses = guessHead(head, PEOPLE_HEADS).map((guess) => [guess.field, guess.lang]);
  expect(guesses).toContainEqual([field, lang]);
});

it('a head that means nothing here is none', () => {
  expect(['Colore', 'E-mail (inglese)', '', '2018'].map((head) => guessHead(head, PEOPLE_HEADS))).toEqual([
    [],
    [],
    [],
    [],
  ]);
});
