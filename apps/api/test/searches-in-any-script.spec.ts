import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isVisible, wordsOf } from '#vocabulary';
import fc from 'fast-check';
import type { Recorded } from './answer.js';
import { namesIn } from './known.js';
import { type Office, openOffice } from './office.js';

/** Every resource that has names, with what else its creation asks for. */
const NAMED: Readonly<Record<string, object>> = {
  '/v1/places': { kind: 'city' },
  '/v1/topics': {},
  '/v1/organizations': { kind: 'joint_lab' },
  '/v1/people': {},
  '/v1/delegations': {},
  '/v1/visits': {},
  '/v1/forum-series': {},
  '/v1/forums': {},
};

const LAB = 'China-Italy Joint Lab on Advanced Manufacturing';

/** What each record is called: shown by the first name, found by all. */
const RECORDS: readonly (readonly Recorded[])[] = [
  [
    { text: 'Pechino', lang: 'it', kind: 'official' },
    { text: '北京市', lang: 'zh-Hans', kind: 'official' },
    { text: 'Beijing', lang: 'en', kind: 'alias' },
  ],
  [
    { text: 'Zhongguancun', lang: 'zh-Latn', kind: 'official' },
    { text: '中关村论坛', lang: 'zh-Hans', kind: 'official' },
  ],
  [{ text: 'Città della Scienza', lang: 'it', kind: 'official' }],
  [
    { text: LAB, lang: 'en', kind: 'official' },
    { text: 'Ci-Lam Joimt Lab', lang: 'en', kind: 'as_printed' },
  ],
  [{ text: '100% green_house \\ o’Brien "A"', lang: 'en', kind: 'official' }],
  [{ text: '南京', lang: 'zh-Hans', kind: 'official' }],
  [{ text: '𠮷野家 ２０１８ Straße', lang: 'ja', kind: 'official' }],
  [{ text: 'São Tomé, Łódź, Đà Nẵng, Ærø', lang: 'pt', kind: 'official' }],
  [{ text: 'Тбилиси თბილისი Αθήνα', lang: 'ka', kind: 'official' }],
  [{ text: 'أبوظبي', lang: 'ar', kind: 'official' }],
];
const SHOWN = RECORDS.map(([name]) => name.text as string);

describe('searching in any script', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
    for (const names of RECORDS)
      await Promise.all(
        Object.entries(NAMED).map(([path, fields]) => office.record(path, { names, ...fields })),
      );
  });

  afterAll(() => office.close());

  const search = async (path: string, q: string): Promise<string[]> =>
    namesIn(await office.get(`${path}?q=${encodeURIComponent(q)}&sort=-updated`)).sort();

  describe.each(Object.keys(NAMED))('through %s', (path) => {
    it.each([
      ['by part of a word', 'guanc', ['Zhongguancun']],
      ['without the accents', 'Citta della Scienza', ['Città della Scienza']],
      ['with the accents', 'CITTÀ DELLA SCIENZA', ['Città della Scienza']],
      ['with accents that are not there', 'pèchíno', ['Pechino']],
      ['by a name in another script', '北京', ['Pechino']],
      ['by two characters beside others', '关村', ['Zhongguancun']],
      ['by one character', '京', ['Pechino', '南京']],
      ['by the whole name in characters', '中关村论坛', ['Zhongguancun']],
      ['by a rare character', '𠮷', [SHOWN[6]]],
      ['by digits as they are typed', '2018', [SHOWN[6]]],
      ['by letters that are two elsewhere', 'strasse', [SHOWN[6]]],
      ['by letters with strokes', 'lodz, da nang, aero', [SHOWN[7]]],
      ['in Cyrillic capitals', 'ТБИЛИСИ', [SHOWN[8]]],
      ['in Georgian', 'თბილ', [SHOWN[8]]],
      ['in Greek without accents', 'αθηνα', [SHOWN[8]]],
      ['in Arabic', 'ظبي', ['أبوظبي']],
      ['by the misprint it was printed with', 'Joimt', [LAB]],
      ['by any of its names', 'beijing', ['Pechino']],
      ['by a percent sign', '%', [SHOWN[4]]],
      ['by an underscore', '_', [SHOWN[4]]],
      ['by a backslash', '\\', [SHOWN[4]]],
      ['by a quotation mark', `"a"`, [SHOWN[4]]],
      ['by characters in another order', '京北', []],
      ['by words of two of its names', '北京 Pechino', ['Pechino']],
      ['by its words in another order', 'scienza citta', ['Città della Scienza']],
      ['by words in their order', '"della scienza"', ['Città della Scienza']],
      ['by words that are said to be in an order', '"scienza della"', []],
      ['with spaces between characters', '关 村', ['Zhongguancun']],
      ['by the word that is being typed', 'citta del', ['Città della Scienza']],
      ['by a pattern', 'P%o', []],
    ])('finds %s: %s', async (_, q, names) => {
      expect(await search(path, q)).toEqual([...names].sort());
    });
  });

  it('finds visits and forums together', async () => {
    expect(await search('/v1/events', '北京')).toEqual(['Pechino', 'Pechino']);
  });

  it('finds a record by any part of any of its names that has three letters', async () => {
    const words = RECORDS.flatMap((names, index) =>
      names.flatMap(({ text }) => wordsOf(text as string).map((word) => [word, SHOWN[index]!] as const)),
    );
    const part = fc
      .tuple(fc.constantFrom(...words), fc.nat(), fc.nat())
      .map(([[word, shown], from, length]) => {
        const letters = [...word];
        const start = letters.length < 3 ? 0 : from % (letters.length - 2);
        return [letters.slice(start, start + 3 + (length % letters.length)).join(''), shown] as const;
      });
    const findsIt = async ([q, shown]: readonly [string, string]): Promise<void> => {
      expect(await search('/v1/places', q)).toContain(shown);
    };
    await fc.assert(fc.asyncProperty(part, findsIt), { numRuns: 150 });
  });

  it('finds a record by any part of a name in whatever script', async () => {
    const word = fc
      .string({
        unit: fc.constantFrom(...'aÀÉßİıǅŁøđ京都市中٠あアｱＡ１½²ﬁ한ไท்אּ,-·（）%_\\ '),
        minLength: 1,
        maxLength: 20,
      })
      .filter(isVisible);
    const findsPart = async (text: string): Promise<void> => {
      const { id } = await office.record('/v1/topics', { names: [{ text, lang: 'mul', kind: 'official' }] });
      const parts = [text, text.slice(0, 3), text.toUpperCase(), text.normalize('NFD'), ...wordsOf(text)];
      for (const q of parts.filter(isVisible)) {
        const { body } = await office.get(`/v1/topics?limit=200&sort=-updated&q=${encodeURIComponent(q)}`);
        expect([q, body.items.some((topic: Recorded) => topic.id === id)]).toEqual([q, true]);
      }
    };
    await fc.assert(fc.asyncProperty(word, findsPart), { numRuns: 60 });
  });
});
