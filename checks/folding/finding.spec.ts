import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, openTestDatabase } from '#platform/testing';
import { Words } from '#search';
import { isSpacelessCharacter, readAsked, spellText, wordsOf } from '#vocabulary';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { isFoundBy, knownOf } from './found.js';

const NAMES = 2000;
/** How many names each property is asked of: all together. */
const ASKED = 300;

/** Letters of words: so few that words resemble each other. */
const ALPHABETS = [
  'abdeilnorstu',
  'àçéìłøßzğ',
  'αβγέλσ',
  'авгеёжй',
  'ابتمنىة',
  'אבכלמש',
  'कखगाि',
  '가나다라',
  '0123',
];
const SPACELESS = ['北京大學国國中关村', 'かなカナー', 'กขคาำ'];
const BETWEEN = [' ', ' ', ' ', '  ', '-', '’', ', ', '.', '. ', '・', '\u3000', ''];

const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.string({ unit: fc.constantFrom(...ALPHABETS[0]!), minLength: 2, maxLength: 9 }),
  },
  ...ALPHABETS.map((alphabet) =>
    fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 8 }),
  ),
  ...SPACELESS.map((alphabet) =>
    fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 5 }),
  ),
);
const nameArbitrary = fc
  .array(fc.tuple(word, fc.constantFrom(...BETWEEN)), { minLength: 1, maxLength: 5 })
  .map((words) =>
    words
      .map(([said, between]) => said + between)
      .join('')
      .trim(),
  )
  .filter((name) => spellText(name) !== '');

// A single letter begins more words than are looked for.
const BEGUN = /(?:^|[ -])[^ \p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}](?:[ -]|$)/u;

/** A name, and what is asked for of it. */
type Pair = readonly [name: string, q: string];

describe('finding names by their words', () => {
  let test: TestDatabase;
  let dataSource: DataSource;
  let names: readonly string[];

  beforeAll(async () => {
    test = await openTestDatabase();
    const connected = await test.connect();
    dataSource = connected.dataSource;
    names = [...new Set(fc.sample(nameArbitrary, NAMES))];
    await dataSource.query(
      `select public.write_words(gen_random_uuid(), 'topics', 'topic', true, false, null, null,
         jsonb_build_array(jsonb_build_object('text', name, 'kind', 'official')), null) from unnest($1::text[]) name`,
      [names],
    );
    await new Words(connected.database).recount(null);
  });
  afterAll(() => test.drop());

  /** The places of the names that are found by each of what is asked for. */
  const find = async (asked: readonly string[], how: 'part' | 'near'): Promise<number[][]> => {
    const rows = await dataSource.query<{ found: number[] }[]>(
      `select array(
         select array_position($2::text[], w.spelled[1]) from record_words w
         where w.day is null and w.names @@ public.names_asked(q, 'topics', $3) and public.hold_phrases(w.spelled, public.phrases_asked(q))) as found
       from unnest($1::text[]) with ordinality as given(q, place) order by place`,
      [asked, names.map(spellText), how],
    );
    return rows.map(({ found }) => found);
  };

  /** The pairs of which the name is not found. */
  const missed = async (pairs: readonly Pair[], how: 'part' | 'near' = 'part'): Promise<Pair[]> => {
    const found = await find(
      pairs.map(([, q]) => q),
      how,
    );
    const spelled = names.map(spellText);
    return pairs.filter(([name], index) => !found[index]!.includes(spelled.indexOf(spellText(name)) + 1));
  };

  const choose = <T>(
    from: (name: string) => readonly T[],
    make: (name: string, one: T) => string,
  ): Pair[] => {
    const all = names.flatMap((name) => from(name).map((one): Pair => [name, make(name, one)]));
    return all.length === 0 ? [] : fc.sample(fc.constantFrom(...all), ASKED);
  };

  it('finds a name by its words in any order', async () => {
    const shuffled = fc.sample(
      fc.constantFrom(...names).chain((name) => {
        const words = name.split(/[ \u3000]+/);
        return fc.tuple(fc.constant(name), fc.shuffledSubarray(words, { minLength: words.length }));
      }),
      ASKED,
    );
    expect(await missed(shuffled.map(([name, words]): Pair => [name, words.join(' ')]))).toEqual([]);
  });

  it('finds a name by any three letters of a word', async () => {
    expect(await missed(choose(partsIn, (_, part) => part))).toEqual([]);
  });

  it('finds a name by any two characters that follow each other in a script without spaces', async () => {
    expect(await missed(choose(pairsIn, (_, pair) => pair))).toEqual([]);
  });

  it('finds as near a name of which a word of six letters lacks one, or has two in each other’s place', async () => {
    expect(
      await missed(
        choose(mistakesIn, (_, mistaken) => mistaken),
        'near',
      ),
    ).toEqual([]);
  });

  it('finds what a search through all names finds', async () => {
    const asked = fc.sample(askedOf(names), 100);
    const known = names.map(knownOf);
    const occurring = new Set(known.flatMap(({ words }) => words));
    const right = asked.map((q) => {
      const words = readAsked(q);
      return known.filter((one) => isFoundBy(words, one, occurring)).map(({ spelled }) => spelled);
    });
    const found = await find(asked, 'part');
    const said = found.map((places) => places.map((place) => known[place - 1]!.spelled));
    expect(asked.map((q, index) => [q, distinct(said[index]!)])).toEqual(
      asked.map((q, index) => [q, distinct(right[index]!)]),
    );
  });
});

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].toSorted();
}

function lettersOf(name: string): string[][] {
  return wordsOf(name)
    .map((one) => [...one])
    .filter(([first]) => !isSpacelessCharacter(first!));
}

function partsIn(name: string): string[] {
  return lettersOf(name).flatMap((letters) =>
    letters.slice(2).map((_, start) => letters.slice(start, start + 3).join('')),
  );
}

function pairsIn(name: string): string[] {
  const words = spellText(name).split(' ');
  return words.flatMap((one, index) => {
    const next = words[index + 1];
    return next && isSpacelessCharacter(one) && isSpacelessCharacter(next) ? [one + next] : [];
  });
}

function mistakesIn(name: string): string[] {
  return lettersOf(name)
    .filter(({ length }) => length >= 6)
    .flatMap((letters) =>
      letters.flatMap((letter, place) => {
        const [before, after] = [letters.slice(0, place), letters.slice(place + 1)];
        const swapped = [...before, after[0] ?? '', letter, ...after.slice(1)];
        return [[...before, ...after].join(''), swapped.join('')];
      }),
    );
}

/** Words, parts of words and phrases of names, some of them together. */
function askedOf(names: readonly string[]): fc.Arbitrary<string> {
  const piece = fc
    .tuple(fc.constantFrom(...names), fc.nat(), fc.nat(), fc.boolean())
    .map(([name, start, end, isQuoted]) => {
      const spelled = [...name];
      const [from, to] = [start % spelled.length, 1 + (end % spelled.length)].toSorted((a, b) => a - b);
      const text = spelled.slice(from, to).join('');
      return isQuoted ? `"${text}"` : text;
    });
  return fc
    .array(piece, { minLength: 1, maxLength: 2 })
    .map((pieces) => pieces.join(' '))
    .filter((q) => wordsOf(q).length > 0 && !BEGUN.test(spellText(q)));
}
