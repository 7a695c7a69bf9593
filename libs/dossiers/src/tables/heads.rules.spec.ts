import { describe, expect, it } from '@jest/globals';
import { type HeadFields, guessHead } from './heads.rules.js';
import { AGREEMENTS, ORGANIZATIONS, PARTICIPANTS, PEOPLE, headsIn } from './heads.fixture.js';
import { readColumns } from './columns.js';
import { PEOPLE_HEADS } from './people-heads.rules.js';
import { AGREEMENT_HEADS } from './agreement-heads.rules.js';
import { ORGANIZATION_HEADS } from './organization-heads.rules.js';
import { PARTICIPANT_HEADS } from './participant-heads.rules.js';

const KINDS = [
  ['people', PEOPLE_HEADS, PEOPLE],
  ['organizations', ORGANIZATION_HEADS, ORGANIZATIONS],
  ['participants', PARTICIPANT_HEADS, PARTICIPANTS],
  ['agreements', AGREEMENT_HEADS, AGREEMENTS],
] as const;

/** What stands below heads that say one thing or another by their cells; and beside those that do by their neighbours. */
const BELOW: Readonly<Record<string, readonly (string | number)[]>> = {
  honorific: ['Dott.', 'Sig.ra'],
  role: ['relatore', 'interprete'],
  side: ['ospite', 'ospitante'],
  response: ['sì', 'no'],
  numbering: [1, 2],
};
const BESIDE: Readonly<Record<string, string>> = { givenName: 'Cognome' };

/** What becomes of a column with a head. */
function meaningOf(head: string, meant: string, fields: HeadFields): string {
  const rows = (BELOW[meant] ?? ['x', 'y']).map((cell, at) => ({ number: at + 2, cells: [cell] }));
  const heads = { number: 1, cells: [head, BESIDE[meant] ?? null] };
  const { columns, untaken } = readColumns(heads, rows, fields, new Map());
  const [column, left] = [columns, untaken].map((all) => all.find(({ index }) => index === 0)) as any[];
  if (!column) return left?.why ?? '-';
  return column.lang ? `${column.field}@${column.lang}` : column.field;
}

describe.each(KINDS)('the heads of a sheet of %s', (_name, heads, real) => {
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

  it('that lists of offices have are each taken for what they mean, or left', () => {
    const all = Object.entries(real).flatMap(([meant, ones]) =>
      headsIn(ones).map((head) => [head, meant] as const),
    );
    const wrong = all
      .map(([head, meant]) => [head, meant, meaningOf(head, meant, heads)])
      .filter(([, meant, found]) => meant !== found);
    expect(wrong).toEqual([]);
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
