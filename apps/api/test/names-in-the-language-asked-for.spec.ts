import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPerson, aTopic, anOrganization, named } from '#directory/testing';
import { aVisit, namesIn } from './known.js';
import { type Office, openOffice } from './office.js';

describe('a name', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const inLanguage = (path: string, language: string) => office.get(path, { 'accept-language': language });

  it.each([
    '\u200b',
    '\u200d\ufeff',
    '\u3164',
    '\u00a0',
    'Line1\nLine2',
    'a\u2028b',
    'a\u0007b',
    'a\tb',
    'a\u0085b',
  ])('is one line that can be seen, which %j is not', async (text) => {
    const names = [{ text, lang: 'en', kind: 'official' }];
    const person = await office.record('/v1/people', aPerson());
    const answers = [
      await office.post('/v1/people', { names }),
      await office.patch(person.at, { names }, { 'if-match': '*' }),
      await office.post('/v1/people', aPerson({ familyName: text })),
      await office.post('/v1/people', aPerson({ phone: text })),
    ];
    expect(answers.map(({ status, body }) => [status, body.errors?.[0].pointer])).toEqual([
      [400, '/names/0/text'],
      [400, '/names/0/text'],
      [400, '/familyName'],
      [400, '/phone'],
    ]);
  });

  it('may hold what joins letters or turns their direction, and notes may have lines', async () => {
    const notes = { en: 'speaks Italian\nprefers tea' };
    const person = await office.record(
      '/v1/people',
      aPerson({ names: named('می‌خواهم \u200eRossi', 'fa'), notes }),
    );
    expect([person.name, person.notes]).toEqual(['می‌خواهم \u200eRossi', notes]);
  });

  it.each(['english', 'Italian', 'xx', 'en-XX', 'zh-Abcd', 'jp', 'it_IT'])(
    'is in a language, which %j is not',
    async (lang) => {
      const answers = [
        await office.post('/v1/topics', { names: [{ text: 'T', lang, kind: 'official' }] }),
        await office.post('/v1/visits', aVisit({ summary: { [lang]: 'T' } })),
        await office.post('/v1/people', aPerson({ languages: [lang] })),
      ];
      expect(answers.map(({ status, body }) => [status, body.errors?.[0].pointer])).toEqual([
        [400, '/names/0/lang'],
        [400, `/summary/${lang}`],
        [400, '/languages'],
      ]);
    },
  );

  it('that is former or a misprint is shown only where there is no other', async () => {
    const organization = await office.record(
      '/v1/organizations',
      anOrganization({
        names: [
          { text: 'Nuova Fondazione', lang: 'it', kind: 'official' },
          { text: 'Old Foundation', lang: 'en', kind: 'former' },
          { text: 'N. F.', lang: 'fr', kind: 'acronym' },
        ],
      }),
    );
    const shown = async (language: string) => (await inLanguage(organization.at, language)).body.name;
    expect([await shown('en'), await shown('fr'), await shown('de')]).toEqual([
      'Nuova Fondazione',
      'N. F.',
      'Nuova Fondazione',
    ]);
    const found = await inLanguage('/v1/organizations?q=old%20foundation', 'en');
    expect(namesIn(found)).toEqual(['Nuova Fondazione']);
  });

  it('and the texts beside it are in one language, where they are known in it', async () => {
    const visit = await office.record('/v1/visits', {
      names: [...named('Visit', 'en'), { text: 'Visita', lang: 'pt-BR', kind: 'official' }],
      agenda: [
        { kind: 'meeting', title: { en: 'English', 'pt-BR': 'regional' } },
        { kind: 'meeting', title: { it: 'italiano', en: 'English' } },
      ],
    });
    const titles = async (language: string) => {
      const { body } = await inLanguage(`${visit.at}/agenda`, language);
      const { body: whole } = await inLanguage(visit.at, language);
      return [whole.name, ...body.items.map(({ title }: { title: string }) => title)];
    };
    expect(await titles('pt')).toEqual(['Visita', 'regional', 'English']);
    expect(await titles('pt-PT, it')).toEqual(['Visita', 'regional', 'italiano']);
    expect(await titles('fr')).toEqual(['Visit', 'English', 'English']);
  });

  it('is sorted by its numbers, page by page', async () => {
    const forums = ['2nd', '10th', '1st', '100th', '21st'].map((nth) => `Numbered ${nth} Forum`);
    for (const name of forums) await office.record('/v1/topics', aTopic({ names: named(name) }));
    const names: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await office.get(`/v1/topics?q=numbered&limit=2${cursor && `&cursor=${cursor}`}`);
      names.push(...namesIn(page));
      cursor = page.body.nextCursor;
    }
    expect(names).toEqual(['1st', '2nd', '10th', '21st', '100th'].map((nth) => `Numbered ${nth} Forum`));
  });
});
