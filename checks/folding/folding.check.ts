import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, openTestDatabase } from '#platform/testing';
import { foldText, readAsked, spellText, wordsOf } from '#vocabulary';
import { PAIRS } from '#vocabulary/testing';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { type Characters, makeCharacters } from './characters.js';
import { isFoundBy, knownOf } from './found.js';
import { writeModule } from './written.js';

const MODULE = new URL('../../../libs/vocabulary/src/words/characters.ts', import.meta.url);

/** Characters that fold in ways of their own, beside all others. */
const CHOSEN =
  'aÀÉßẞİıſςΣǅŁøđÞ京東國か\u3099ｶﾞ々ゝヾヷ가각민न्दम्पं\u1100\u1161คำไท្ខ٠٢ىةأإﷲآ\u064b\u0640ךםכ\u05b0क़चाँ\u200e\u200b\u00ad\u0301 \u3000\t-’‑.·_%"\\²½①㎏™9x';

describe('the table of characters that search folds', () => {
  let test: TestDatabase;
  let dataSource: DataSource;
  let characters: Characters;

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ dataSource } = await test.connect());
    characters = makeCharacters();
  });
  afterAll(() => test.drop());

  const inDatabase = async (expression: string, texts: readonly string[]): Promise<unknown[]> => {
    const rows = await dataSource.query<{ made: unknown }[]>(
      `select ${expression} as made from unnest($1::text[]) with ordinality as given(value, place) order by place`,
      [texts],
    );
    return rows.map(({ made }) => made);
  };

  it('is the one that the program has', async () => {
    expect(await readFile(MODULE, 'utf8')).toBe(writeModule(characters));
  });

  it('is the one that the database was given', async () => {
    const given = await dataSource.query<object[]>(`
      select public.folded_characters() as folds, public.dropped_characters() as dropped,
        public.separating_characters() as separators, public.spaceless_characters() as spaceless`);
    expect(given).toEqual([{ ...characters, folds: Object.fromEntries(characters.folds) }]);
  });

  it('is also the one by which who is erased is looked for', async () => {
    const [given] = await dataSource.query<[{ spelled: Record<string, string> }]>(
      'select public.spelled_characters() as spelled',
    );
    const folds = Object.entries(given.spelled).flatMap(([to, all]) => [...all].map((from) => [from, to]));
    expect(Object.fromEntries(folds)).toEqual(Object.fromEntries(characters.folds));
  });

  it('folds no further what is folded', () => {
    const unstable = [...characters.folds.values()].filter((folded) => foldText(folded) !== folded);
    expect(unstable).toEqual([]);
  });

  it('folds every character alike in the database', async () => {
    const texts = everyCharacter();
    expect(await inDatabase('public.fold_words(value)', texts)).toEqual(texts.map(foldText));
  });

  it('makes the same words of any text in the database', async () => {
    const unit = fc.oneof(
      fc.constantFrom(...CHOSEN),
      fc.constantFrom(...characters.folds.keys()),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    );
    const texts = fc
      .sample(fc.string({ unit, maxLength: 30 }), { numRuns: 1500 })
      .map((text) => text.replaceAll('\0', ''));
    expect(await inDatabase('public.spell_text(value)', texts)).toEqual(texts.map(spellText));
    const words = await inDatabase('public.words_of(public.spell_text(value))', texts);
    expect(words.map((found) => (found as string[]).toSorted())).toEqual(
      texts.map((text) => wordsOf(text).toSorted()),
    );
  });

  it('finds names as the table of pairs says, in the program and in the database', async () => {
    const asked = PAIRS.flatMap(([name, found, missed]) => [
      ...found.map((q) => ({ name, q, isFound: true })),
      ...missed.map((q) => ({ name, q, isFound: false })),
    ]);
    expect(asked.length).toBeGreaterThan(300);
    expect(
      asked.map(({ name, q }) => ({ name, q, isFound: isFoundBy(readAsked(q), knownOf(name)) })),
    ).toEqual(asked);
    expect(await askDatabase(dataSource, asked)).toEqual(asked);
  });
});

/** Every code point but those that are none by themselves. */
function everyCharacter(): string[] {
  const texts: string[] = [];
  for (let start = 1; start <= 0x10ffff; start += 2048) {
    const codes = Array.from({ length: 2048 }, (_, index) => start + index);
    const characters = codes.filter((code) => code <= 0x10ffff && (code < 0xd800 || code > 0xdfff));
    // What stands beside each keeps parts of syllables from being put together.
    texts.push(characters.map((code) => String.fromCodePoint(code)).join('|'));
  }
  return texts;
}

/** Records each name, and asks for it; what was asked for stands beside what is found. */
async function askDatabase(
  dataSource: DataSource,
  asked: readonly { name: string; q: string }[],
): Promise<object[]> {
  await dataSource.query(
    `select public.write_words(gen_random_uuid(), 'topics', 'topic', true, false, null, null,
       jsonb_build_array(jsonb_build_object('text', name, 'kind', 'official')), null)
     from (select distinct name from unnest($1::text[]) name) names`,
    [asked.map(({ name }) => name)],
  );
  return dataSource.query(
    `with spelled as materialized (
       select name, public.spell_text(name) as spelled from (select distinct name from unnest($1::text[]) name) names),
     asked as materialized (
       select name, q, place, public.names_asked(q, 'topics', 'part') as names, public.phrases_asked(q) as phrases
       from unnest($1::text[], $2::text[]) with ordinality as pairs(name, q, place))
     select a.name, a.q, exists (
       select from spelled s join record_words w on w.spelled[1] = s.spelled
       where s.name = a.name and w.names @@ a.names and public.hold_phrases(w.spelled, a.phrases)) as "isFound"
     from asked a order by a.place`,
    [asked.map(({ name }) => name), asked.map(({ q }) => q)],
  );
}
