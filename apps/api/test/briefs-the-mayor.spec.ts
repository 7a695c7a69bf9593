import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anEntry } from '#briefings/testing';
import { aDelegation } from '#delegations/testing';
import { named } from '#directory/testing';
import { format } from 'prettier';
import type { Recorded } from './answer.js';
import type { Client } from './client.js';
import { type Briefed, recordBriefed } from './briefed.js';
import { type Office, openOffice } from './office.js';

const ABOUT = ['place', 'organization', 'person', 'delegation'] as const;
const ANY = { 'if-match': '*' };
const HTML = { accept: 'text/html' };

/** What a briefing shows, by part: of each record its name, or whatever it has instead. */
function outline(briefing: Recorded): Record<string, string[]> {
  const parts = Object.entries(briefing as Record<string, Recorded>).filter(
    ([, part]) => part?.items?.length > 0,
  );
  return Object.fromEntries(parts.map(([name, { items }]) => [name, items.map(called)]));
}

function called({ name, metric, title, text }: Recorded): string {
  return name ?? metric ?? title ?? text;
}

const OF_ALL = {
  pastVisits: ['Visit to Turin'],
  comingVisits: ['Visit to come'],
  agreements: ['Memorandum'],
  promises: ['to send a list', 'to open a laboratory'],
  followUps: ['Ask for the list'],
};

describe('an office that briefs its mayor', () => {
  let office: Office;
  let known: Briefed;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2026-11-22T09:00:00Z');
    known = await recordBriefed(office);
  });
  afterAll(() => office.close());

  const address = (of: keyof Briefed): string => `${known[of].at}/briefing`;
  const read = async (of: keyof Briefed, lang = 'en'): Promise<Recorded> =>
    (await office.get(address(of), { 'accept-language': lang })).body;
  const page = async (of: keyof Briefed, lang = 'en'): Promise<string> =>
    (await office.get(address(of), { ...HTML, 'accept-language': lang })).text;

  it.each([
    [
      'place',
      {
        profile: ['In brief'],
        figures: ['rank'],
        programmes: ['Four areas'],
        policies: ['Circle'],
        glossary: ['416'],
        statements: ['We shall come again.'],
        questions: ['What does it stand for?'],
        organizations: ['Municipality', 'Science bureau'],
        people: ['Hu Henghua'],
        relationships: ['Axis'],
        forums: ['Forum there'],
        ...OF_ALL,
      },
    ],
    ['organization', { organizations: ['Science bureau'], people: ['Hu Henghua'], ...OF_ALL }],
    [
      'person',
      {
        statements: ['We shall come again.'],
        positions: ['Mayor', 'Director'],
        delegations: ['Delegation of the city'],
        pastVisits: ['Visit to Turin'],
        comingVisits: ['Visit to come'],
        promises: ['to send a list'],
        followUps: ['Ask for the list'],
      },
    ],
    [
      'delegation',
      {
        organizations: ['Municipality'],
        members: ['Hu Henghua', 'students', 'an interpreter'],
        relationships: ['Axis'],
        ...OF_ALL,
      },
    ],
  ] as const)('tells what there is to know of a %s, and nothing else', async (of, expected) => {
    expect(outline(await read(of))).toEqual(expected);
  });

  it('tells a programme with its pillars and measures, and what they are to reach', async () => {
    const { programmes } = await read('place');
    const [programme] = programmes.items;
    expect(programme.partCount).toBe(2);
    expect(programme.parts.map(called)).toEqual(['Shape the city', 'Attract talents']);
    const [measure] = programme.parts[0].parts;
    expect([measure.name, measure.figures]).toMatchObject([
      'Build the corridor',
      [{ metric: 'enterprises', quantity: { value: 20000, qualifier: 'over', unit: 'firms' }, due: '2030' }],
    ]);
  });

  it('tells who is what there, what came of a visit, and what happened between both sides', async () => {
    const { people, pastVisits, relationships, agreements, promises } = await read('place');
    expect(people.items[0].positions).toMatchObject([
      { title: 'Mayor', organization: { name: 'Municipality' }, since: '2022', ended: false },
    ]);
    expect(pastVisits.items[0].outcomes).toMatchObject([{ text: 'to send a list', status: 'reported' }]);
    expect(relationships.items[0]).toMatchObject({
      kind: 'axis',
      trend: 'growing',
      place: { name: 'Turin' },
    });
    const occasion = ({ kind, name, starts, ends, status, day }: Recorded): unknown => [
      kind,
      name,
      starts,
      ends,
      status,
      day,
    ];
    expect(relationships.items[0].recent.map(occasion)).toEqual([
      ['visit', 'Visit to come', '2027-03-01', '2027-03-02', 'planned', '2027-03-02'],
      ['visit', 'Visit to Turin', '2024-05-10', '2024-05-12', 'completed', '2024-05-12'],
    ]);
    expect(agreements.items[0]).toMatchObject({
      expiring: true,
      ends: '2027-01-31',
      parties: [{ side: 'China' }],
    });
    expect(promises.items.map(({ kind, by, overdue }: Recorded) => [kind, by[0].name, overdue])).toEqual([
      ['commitment', 'Municipality', false],
      ['obligation', 'Municipality', true],
    ]);
  });

  it('shows it in the language asked for', async () => {
    const texts = async (lang: string): Promise<unknown> => {
      const { name, profile, people, pastVisits } = await read('place', lang);
      return [
        name,
        profile.items[0].text,
        profile.items[0].lang,
        people.items[0].positions[0].title,
        called(pastVisits.items[0]),
      ];
    };
    expect(await texts('it')).toEqual([
      'Chongqing',
      'the youngest municipality (it)',
      'it',
      'Mayor (it)',
      'Visit to Turin (it)',
    ]);
    expect(await texts('zh')).toEqual([
      '重庆',
      'the youngest municipality（中文）',
      'zh',
      'Mayor（中文）',
      'Visit to Turin（中文）',
    ]);
  });

  it('marks what is doubtful: by its own word, and where sources contradict it', async () => {
    const { glossary, pastVisits, programmes, profile } = await read('place');
    const doubts = ({ verification, disputed }: Recorded): unknown => [verification, disputed];
    expect(doubts(profile.items[0])).toEqual(['reported', false]);
    expect(doubts(glossary.items[0])).toEqual(['unverified', false]);
    expect(glossary.items[0].hypotheses).toEqual([{ text: 'four, one and six', verification: 'disputed' }]);
    expect(doubts(programmes.items[0].parts[0].parts[0].figures[0])).toEqual(['unverified', false]);
    expect(doubts(pastVisits.items[0])).toEqual(['reported', true]);
    const text = await page('place');
    const marked = [...text.matchAll(/<abbr title="([^"]*)">[*†‡]</g)].map(([, doubt]) => doubt);
    expect(marked).toEqual(['unverified', 'unverified', 'disputed', 'disputed']);
  });

  it('cuts each part, and counts what there is', async () => {
    const policies = Array.from({ length: 12 }, (_, number) => named(`Policy ${number}`));
    const recorded = [];
    for (const names of policies)
      recorded.push(
        await office.record('/v1/entries', anEntry({ kind: 'policy', names, placeId: known.place.id })),
      );
    const { policies: part } = await read('place');
    expect([part.count, part.more, part.items.length]).toEqual([13, false, 10]);
    for (const one of recorded) await office.delete(one.at, ANY);
    expect((await read('place')).policies.count).toBe(1);
  });

  it('tells the first delegations that one may see', async () => {
    const delegations = [];
    for (let number = 1; number <= 7; number++)
      delegations.push(
        await office.record('/v1/delegations', {
          ...aDelegation({ names: named(`Delegation ${number}`) }),
          visibility: number <= 3 ? 'confidential' : 'internal',
        }),
      );
    const visit = await office.record('/v1/visits', {
      names: named('Visit of eight'),
      starts: '2027-06-01',
      ends: '2027-06-02',
      delegationIds: [...delegations.map(({ id }) => id), known.delegation.id],
    });
    const told = async (who: Client): Promise<string[]> => {
      const { comingVisits } = (await who.get(address('delegation'))).body;
      const { delegations: those } = comingVisits.items.find(({ id }: Recorded) => id === visit.id);
      return those.map(({ name }: Recorded) => name);
    };
    expect([await told(office), await told(office.reader)]).toEqual([
      ['Delegation 1', 'Delegation 2', 'Delegation 3'],
      ['Delegation 4', 'Delegation 5', 'Delegation 6'],
    ]);
    await office.delete(visit.at, ANY);
  });

  it('leaves out what was put away, and knows nothing of what is', async () => {
    await office.delete(known.relationship.at, ANY);
    await office.delete(known.programme.at, ANY);
    const { relationships, programmes } = await read('place');
    expect([relationships.count, programmes.count]).toEqual([0, 0]);
    for (const one of [known.relationship, known.programme]) await office.post(`${one.at}/restore`);
    await office.delete(known.delegation.at, ANY);
    expect((await office.get(address('delegation'))).status).toBe(404);
    await office.post(`${known.delegation.at}/restore`);
    expect((await office.get(address('delegation'))).status).toBe(200);
  });

  it('tells nobody else', async () => {
    for (const of of ABOUT)
      expect([
        (await office.stranger.get(address(of))).status,
        (await office.reader.get(address(of))).status,
      ]).toEqual([401, 200]);
  });

  it.each([
    ['*/*', 'application/json'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
    ['application/json, text/html;q=0.5', 'application/json'],
    ['application/json;q=0.5, text/html', 'text/html'],
    ['text/html;q=0, */*', 'application/json'],
  ])('answers to %s with %s, and with nothing where that is known already', async (accept, type) => {
    const first = await office.get(address('place'), { accept });
    expect([first.headers['content-type'], first.headers.vary]).toEqual([
      `${type}; charset=utf-8`,
      'Accept, Accept-Language, Authorization, Accept-Encoding',
    ]);
    const again = await office.get(address('place'), { accept, 'if-none-match': first.headers.etag! });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('allows a page nothing but its own style', async () => {
    const { headers, text } = await office.get(address('place'), HTML);
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(
      text.match(/<(script|link|img|iframe|form|object)|\son\w+=|\sstyle=|(src|href)=|url\(|@import/g),
    ).toBeNull();
  });

  it.each([
    ['en', 'Briefing: Chongqing', 'To be done'],
    ['it', 'Scheda: Chongqing', 'Da fare'],
    ['zh', '简报: 重庆', '待办事项'],
    ['fr', 'Briefing: Chongqing', 'To be done'],
  ])('writes a page in %s', async (lang, title, heading) => {
    const text = await page('place', lang);
    expect(text).toContain(`<html lang="${lang === 'fr' ? 'en' : lang}">`);
    expect(text).toContain(`<title>${title}</title>`);
    expect(text).toContain(`<h2 id="followUps">${heading}</h2>`);
  });

  it.each([
    ['en', 'rank 7 <span class="small">(cities, 6 years running, 2024)</span>', '(by 2030)'],
    ['it', 'posizione 7 <span class="small">(cities (it), 6 anni consecutivi, 2024)</span>', '(entro 2030)'],
    ['zh', '排名 7 <span class="small">(cities（中文）, 6 年连续, 2024)</span>', '(截止 2030)'],
  ])('says in %s among whom and by when', async (lang, rank, due) => {
    const text = (await page('place', lang)).replace(/\s+/g, ' ');
    expect([text.includes(rank), text.includes(due)]).toEqual([true, true]);
  });

  it.each(ABOUT)('writes a page of a %s that is well formed, and escapes every text', async (of) => {
    const evil = (text: string): string => `<script>"x"&</script>${text}`;
    const threatened = await recordBriefed(office, evil);
    for (const lang of ['en', 'it', 'zh']) {
      const { text } = await office.get(`${threatened[of].at}/briefing`, {
        ...HTML,
        'accept-language': lang,
      });
      await format(text, { parser: 'html' });
      expect(text.match(/<script/g)).toBeNull();
      const shown = outline(
        (await office.get(`${threatened[of].at}/briefing`, { 'accept-language': lang })).body,
      );
      const missing = Object.values(shown)
        .flat()
        .filter(
          (one) =>
            !text.includes(
              one.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;'),
            ),
        );
      expect(missing).toEqual([]);
    }
  });

  it('has a word for everything that a list may hold, in every language', async () => {
    const { KNOWN_WORDS } = await import('#dossiers/testing');
    const schemas = ((await (await fetch(`${office.url}/openapi.json`)).json()) as Recorded).components
      .schemas as Record<string, Recorded>;
    const briefings = Object.entries(schemas).filter(([name]) => name.startsWith('Briefing'));
    const listed = briefings.flatMap(([, { properties = {} }]) =>
      Object.values(properties as Record<string, Recorded>).flatMap(({ enum: values = [] }) => values),
    );
    const words = [...new Set(listed)].filter((word) => word !== null);
    expect(words.length).toBeGreaterThan(60);
    for (const called of Object.values(KNOWN_WORDS))
      expect(words.filter((word) => !((word as string) in called))).toEqual([]);
  });

  it('tells the timeline of a relationship: what concerns both sides', async () => {
    const { body } = await office.get(`/v1/timeline?relationship=${known.relationship.id}`);
    expect(body.items.map(({ kind, name }: Recorded) => [kind, name])).toEqual([
      ['visit', 'Visit called off'],
      ['visit', 'Visit to come'],
      ['follow_up', 'Ask for the list'],
      ['outcome', 'to send a list'],
      ['visit', 'Visit to Turin'],
    ]);
    expect((await office.get(`${known.relationship.at}/timeline`)).body).toEqual(body);
    const unknown = '/v1/relationships/019a8f3e-4c00-7000-8000-0000000000ff/timeline';
    expect((await office.get(unknown)).body).toMatchObject({ code: 'record.unknown' });
    const { nextCursor } = (await office.get(`${known.relationship.at}/timeline?limit=2`)).body;
    const rest = await office.get(`${known.relationship.at}/timeline?limit=9&cursor=${nextCursor}`);
    expect(rest.body.items).toEqual(body.items.slice(2));
  });
});
