import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languageCandidates } from '#vocabulary';
import type { DataSource } from 'typeorm';
import { type TestDatabase, openTestDatabase } from '../testing/database.js';

describe('names and texts in the database', () => {
  let test: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ dataSource } = await test.connect());
  });
  afterAll(() => test.drop());

  async function valueOf<T>(expression: string, ...values: unknown[]): Promise<T> {
    const [row] = await dataSource.query<{ value: T }[]>(`select ${expression} as value`, values);
    return row!.value;
  }

  /** Every language that is written in several scripts, in every region of theirs. */
  function tagsOfSeveralScripts(): string[] {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const regions = letters.flatMap((one) => letters.map((other) => one + other));
    const known = ['az', 'ha', 'kk', 'ku', 'ky', 'mn', 'ms', 'pa', 'sd', 'sr', 'tg', 'ug', 'uz', 'yue', 'zh'];
    return known.flatMap((language) => [language, ...regions.map((region) => `${language}-${region}`)]);
  }

  it('are in the script that is likely where they are written, as the runtime knows it', async () => {
    const tags = tagsOfSeveralScripts().filter((tag) => Intl.getCanonicalLocales(tag)[0] === tag);
    const rows = await dataSource.query<{ tag: string; script: string }[]>(
      'select tag, public.with_script(tag) as script from unnest($1::text[]) tag',
      [tags],
    );
    const expected = (tag: string): string => {
      const { language, script } = new Intl.Locale(tag).maximize();
      return `${language}-${script}`;
    };
    expect(rows.filter(({ tag, script }) => script !== expected(tag))).toEqual([]);
    expect(rows.length).toBeGreaterThan(5000);
  });

  const official = { kind: 'official' };
  const alias = { kind: 'alias' };

  it.each([
    [
      'zh-HK',
      [
        ['University', 'en', official],
        ['大学', 'zh-CN', alias],
        ['大學', 'zh-TW', alias],
      ],
      '大學',
    ],
    [
      'zh-SG',
      [
        ['大學', 'zh-TW', official],
        ['大学', 'zh-CN', alias],
      ],
      '大学',
    ],
    [
      'zh',
      [
        ['大學', 'zh-TW', official],
        ['大学', 'zh-CN', alias],
      ],
      '大学',
    ],
    ['zh-TW', [['大学', 'zh-Hans', official]], '大学'],
    [
      'zh',
      [
        ['Guiyang', 'zh-Latn', official],
        ['贵阳', 'zh-Hans', alias],
      ],
      '贵阳',
    ],
    [
      'sr-ME',
      [
        ['Београд', 'sr', official],
        ['Beograd', 'sr-Latn', official],
      ],
      'Beograd',
    ],
    [
      'pt',
      [
        ['Lisbon', 'en', official],
        ['Lisboa', 'pt-BR', alias],
      ],
      'Lisboa',
    ],
    [
      'pt-PT',
      [
        ['Lisbon', 'en', official],
        ['Lisboa', 'pt-BR', alias],
      ],
      'Lisboa',
    ],
    [
      'en',
      [
        ['Nuova Fondazione', 'it', official],
        ['Old Foundation', 'en', { kind: 'former' }],
      ],
      'Nuova Fondazione',
    ],
    [
      'en',
      [
        ['Laboratorio', 'it', alias],
        ['Ci-Lam', 'en', { kind: 'as_printed' }],
      ],
      'Laboratorio',
    ],
    [
      'zh',
      [
        ['Guiyang', 'en', { kind: 'short' }],
        ['爽爽的贵阳', 'zh', { kind: 'nickname' }],
      ],
      'Guiyang',
    ],
    [
      'en',
      [
        ['Vecchia', 'it', { kind: 'former' }],
        ['Old', 'en', { kind: 'nickname' }],
      ],
      'Old',
    ],
    [
      'fr',
      [
        ['Vecchia', 'it', { kind: 'former' }],
        ['CSAA', 'en', { kind: 'acronym' }],
      ],
      'CSAA',
    ],
    [
      '',
      [
        ['Vecchia', 'it', { kind: 'former' }],
        ['Nuova', 'it', alias],
      ],
      'Nuova',
    ],
  ] as const)('to who asks for “%s”, of %j is shown: %s', async (header, listed, shown) => {
    const names = listed.map(([text, lang, kind]) => ({ text, lang, ...kind }));
    const name = await valueOf(
      'public.pick_name(public.display_names($1::jsonb), $2::text[])',
      JSON.stringify(names),
      languageCandidates(header),
    );
    expect(name).toBe(shown);
  });

  it.each([
    ['pt', { en: 'English', 'pt-BR': 'regional' }, 'regional'],
    ['pt, en', { en: 'English', 'pt-BR': 'regional' }, 'regional'],
    ['en-GB, pt', { en: 'English', 'pt-BR': 'regional' }, 'English'],
    ['es', { en: 'English', 'es-419': 'Latin American' }, 'Latin American'],
    ['zh-HK', { 'zh-CN': '大学', 'zh-TW': '大學' }, '大學'],
    ['zh-SG', { 'zh-CN': '大学', 'zh-TW': '大學' }, '大学'],
    ['zh', { 'zh-TW': '大學', 'zh-CN': '大学' }, '大学'],
    ['zh', { 'zh-Hans': '大学', zh: '大' }, '大'],
    ['it-CH,it;q=0.9', { it: 'italiano', de: 'deutsch' }, 'italiano'],
    ['it-CH', { 'it-IT': 'italiano', de: 'deutsch' }, 'italiano'],
    ['fr', { de: 'deutsch', en: 'English' }, 'English'],
    ['fr', { it: 'italiano', de: 'deutsch' }, 'deutsch'],
    ['', { de: 'deutsch', en: 'English' }, 'English'],
    ['it', null, null],
  ])('to who asks for “%s”, of %j is shown: %s', async (header, texts, shown) => {
    const text = await valueOf(
      'public.pick_text($1::jsonb, $2::text[])',
      texts && JSON.stringify(texts),
      languageCandidates(header),
    );
    expect(text).toBe(shown);
  });

  it('sort numbers as numbers, in whatever digits', async () => {
    const names = [
      '第2届',
      '第10届',
      '1st Forum',
      '2nd Forum',
      '٣ Forum',
      '４th Forum',
      '010b',
      '10th Forum',
      '11',
    ];
    names.push('99999999999999999999', 'Forum 9', 'Forum 10');
    const rows = await dataSource.query<{ name: string }[]>(
      `select name from unnest($1::text[]) name
       order by public.sort_name(jsonb_build_array(jsonb_build_object('text', name, 'lang', 'en', 'kind', 'official'))) collate "C"`,
      [names.toSorted()],
    );
    expect(rows.map(({ name }) => name)).toEqual(names);
  });
});
