import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgendaItem } from '#agendas/testing';
import { aPerson, aPlace, aTopic, anOrganization, named } from '#directory/testing';
import { anOutcome } from '#follow-ups/testing';
import { Database } from '#platform';
import { Words } from '#search';
import type { Recorded } from './answer.js';
import type { Client } from './client.js';
import { type Office, openOffice } from './office.js';

describe('finding whatever is known', () => {
  let office: Office;
  let known: Record<'city' | 'institute' | 'luo' | 'visit' | 'topic', Recorded>;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2026-11-22T09:00:00Z');
    known = await recordKnown(office);
  });
  afterAll(() => office.close());

  const find = async (asked: string, client: Client = office): Promise<Recorded> =>
    (await client.get(`/v1/search?${asked.startsWith('q=') ? asked : `q=${encodeURIComponent(asked)}`}`))
      .body;
  const namesFor = async (asked: string, client?: Client): Promise<string[]> =>
    (await find(asked, client)).items.map(({ kind, name }: Recorded) => `${kind}: ${name}`);

  it.each([
    ['names in any order', 'qiang luo', ['person: Luo Qiang', 'person: Luo Qiang']],
    ['names in another script', '羅強', ['person: Luo Qiang']],
    [
      'names above texts',
      'hydrogen',
      ['topic: Hydrogen', 'agenda_item: On hydrogen', 'visit: Visit of the institute'],
    ],
    ['texts by the stem of a word', 'ricercatori', ['visit: Visit of the institute']],
    [
      'what is called so above what is called so among others',
      'zhongguancun',
      ['place: Zhongguancun', 'organization: Zhongguancun Institute'],
    ],
    [
      'the names of today above former ones',
      'yangtze',
      ['organization: Yangtze Fund', 'organization: River Fund'],
    ],
    ['parts of words', 'guancun', ['place: Zhongguancun', 'organization: Zhongguancun Institute']],
    [
      'texts by words in quotation marks that follow each other',
      '"gruppo di ricerca"',
      ['visit: Visit of the institute'],
    ],
    ['no texts that have them in another order', '"ricerca di gruppo"', []],
    ['no texts of which one ends as another begins', '"p a un gruppo"', []],
    ['abbreviations in texts', 'S.p.A.', ['visit: Visit of the institute']],
    ['words of its name beside some of its texts', 'ricerca institute', ['visit: Visit of the institute']],
    ['what came out of a visit', 'laboratory', ['outcome: to open a laboratory']],
    ['nothing for what is nowhere', 'xylophone', []],
  ])('finds %s', async (_, asked, names) => {
    expect(await namesFor(asked)).toEqual(names);
  });

  it('is found by the same words when all of them were written anew', async () => {
    const ask = (text: string) => office.provider(Database).transaction((tx) => tx.query(text));
    const written = async () => [
      await ask('select record_id, kind, in_use, day, names, texts from record_words order by 1'),
      await ask('select word from known_words order by 1'),
    ];
    const before = await written();
    await ask('delete from record_words');
    expect(await namesFor('guancun')).toEqual([]);
    const tables: string[] = [];
    await office.provider(Words).rewrite((table) => tables.push(table));
    expect([tables.length, tables.includes('places')]).toEqual([17, true]);
    expect(await written()).toEqual(before);
    expect(await namesFor('guancun')).toEqual([
      'place: Zhongguancun',
      'organization: Zhongguancun Institute',
    ]);
  });

  it.each([
    ['a letter that was mistaken', 'Zhongguancum', 'place: Zhongguancun'],
    ['a letter that was left out', 'Zhongguncun', 'place: Zhongguancun'],
    ['letters that changed places', 'Zhnogguancun', 'place: Zhongguancun'],
    ['another spelling', 'Yangtse', 'organization: Yangtze Fund'],
    ['letters of a short name that changed places', 'Lou Qiang', 'person: Luo Qiang'],
    ['a letter that a short name lacks', 'Fud Yangtze', 'organization: Yangtze Fund'],
    [
      'a part beside it that is almost another word',
      'Zhongguancum Instit',
      'organization: Zhongguancun Institute',
    ],
  ])('answers what is nearest, and says so: %s', async (_, asked, nearest) => {
    const { items, nearest: isNearest } = await find(asked);
    expect([isNearest, `${items[0].kind}: ${items[0].name}`]).toEqual([true, nearest]);
  });

  it('finds a misprint as it was printed, which is nothing near', async () => {
    expect(await find('Joimt')).toMatchObject({ nearest: false, total: 1, items: [{ name: 'Joint Lab' }] });
  });

  it('tells what sets apart who has the same name', async () => {
    const { items } = await find('luo qiang');
    expect(items.map(({ title, organization }: Recorded) => [title, organization?.name ?? null])).toEqual([
      ['Director', 'Zhongguancun Institute'],
      [null, null],
    ]);
  });

  it('tells the days and the place of an event, and the event of an agenda item', async () => {
    const { items } = await find('hydrogen');
    const [, item, visit] = items;
    expect([item.event.name, visit.starts, visit.place.name]).toEqual([
      'Visit of the institute',
      '2026-11-30',
      'Zhongguancun',
    ]);
  });

  it('marks what was found', async () => {
    const { items } = await find('qiang lu');
    expect(items[0].matched).toEqual({
      text: 'Luo Qiang',
      marks: [
        [0, 3],
        [4, 9],
      ],
    });
  });

  it('finds within kinds, a place, a topic, some days, and counts by kind', async () => {
    const { topic, city } = known;
    expect(await namesFor('q=hydrogen&kind=topic')).toEqual(['topic: Hydrogen']);
    expect(await namesFor(`q=institute&place=${city.id}`)).toEqual(['visit: Visit of the institute']);
    expect(await namesFor(`q=zhongguancun&place=${city.id}`)).toEqual(['place: Zhongguancun']);
    expect(await namesFor(`q=hydrogen&topic=${topic.id}&kind=topic`)).toEqual(['topic: Hydrogen']);
    expect(await namesFor(`q=institute&topic=${topic.id}`)).toEqual(['visit: Visit of the institute']);
    expect(await namesFor('q=institute&from=2026-12-01')).toEqual([]);
    expect(await namesFor('q=institute&from=2026-11-30&to=2026-11-30')).toEqual([
      'visit: Visit of the institute',
    ]);
    const { counts, total } = await find('q=institute&counts=true&limit=1');
    expect([counts, total]).toEqual([{ organization: 1, visit: 1 }, 2]);
  });

  it('finds nothing that the caller may not see, and counts nothing of it', async () => {
    const viewer = await office.as({ label: 'A viewer', role: 'viewer' });
    expect(await namesFor('secretive', office)).toEqual(['visit: Secretive visit']);
    expect(await find('secretive', viewer)).toMatchObject({ items: [], total: 0, nearest: true });
    expect(await find('secretibe', viewer)).toMatchObject({ items: [], total: 0 });
  });

  it('finds no longer what is no longer said, nor what was put away', async () => {
    const { at } = await office.record('/v1/topics', aTopic({ names: named('Photovoltaics') }));
    expect(await namesFor('photovoltaics')).toEqual(['topic: Photovoltaics']);
    await office.patch(at, { names: named('Sunlight') }, { 'if-match': '*' });
    expect(await find('photovoltaics')).toMatchObject({ total: 0 });
    expect(await namesFor('sunlight')).toEqual(['topic: Sunlight']);
    await office.delete(at, { 'if-match': '*' });
    expect(await namesFor('sunlight')).toEqual([]);
  });

  it('finds what abounds in the order of a list, and tells where there is more than it judges', async () => {
    const { topic } = known;
    const write = (sql: string, values: unknown[] = []): Promise<unknown> =>
      office.provider(Database).transaction((tx) => tx.query(sql, values));
    await write(
      `insert into topics (id, version, created_at, created_by_id, updated_at, updated_by_id, names)
       select gen_random_uuid(), 1, t.created_at, t.created_by_id, t.updated_at, t.updated_by_id,
         jsonb_build_array(jsonb_build_object('kind', 'official', 'lang', 'en', 'text', 'Plentiful ' || word || place))
       from topics t, (values ('mineral', 1200), ('rarity', 20)) words(word, most), generate_series(1, most) place
       where t.id = $1`,
      [topic.id],
    );
    await write('analyze record_words, topics');
    const { items, total } = (await office.get('/v1/topics?q=plentiful&count=true&limit=2')).body;
    expect([items.map(({ name }: Recorded) => name), total]).toEqual([
      ['Plentiful mineral1', 'Plentiful mineral2'],
      1220,
    ]);
    const [all, blank] = await Promise.all(
      ['', '&q=%20'].map((q) => office.get(`/v1/topics?count=true&limit=3${q}`)),
    );
    expect([blank!.body.items, blank!.body.total]).toEqual([all!.body.items, all!.body.total]);
    expect(await find('plentiful')).toMatchObject({ total: 1000, isMore: true });
    expect(await find('plentiful rarity')).toMatchObject({ total: 20, isMore: false });
    expect(await namesFor('rarity7 plentiful')).toEqual(['topic: Plentiful rarity7']);
    expect(await namesFor(`q=plentiful&place=${known.city.id}`)).toEqual([]);
  });
});

async function recordKnown(office: Office) {
  const city = await office.record('/v1/places', aPlace({ names: named('Zhongguancun') }));
  const topic = await office.record('/v1/topics', aTopic({ names: named('Hydrogen') }));
  const institute = await office.record(
    '/v1/organizations',
    anOrganization({ names: named('Zhongguancun Institute') }),
  );
  await office.record('/v1/organizations', anOrganization({ names: named('Yangtze Fund') }));
  await office.record('/v1/topics', aTopic({ names: named('Instis') }));
  const former = { text: 'Yangtze Bank', lang: 'en', kind: 'former' } as const;
  await office.record('/v1/organizations', anOrganization({ names: [...named('River Fund'), former] }));
  const misprint = { text: 'Joimt Lab', lang: 'en', kind: 'as_printed' } as const;
  await office.record('/v1/organizations', anOrganization({ names: [...named('Joint Lab'), misprint] }));
  const chinese = { text: '罗强', lang: 'zh-Hans', kind: 'official' } as const;
  const luo = await office.record('/v1/people', aPerson({ names: [...named('Luo Qiang'), chinese] }));
  await office.record('/v1/people', aPerson({ names: named('Luo Qiang') }));
  await office.record(`${luo.at}/positions`, { organizationId: institute.id, title: { en: 'Director' } });
  const visit = await office.record('/v1/visits', {
    names: named('Visit of the institute'),
    summary: { it: 'Un gruppo di ricerca', en: 'About hydrogen, with Leonardo S.p.A.' },
    placeId: city.id,
    topicIds: [topic.id],
    starts: '2026-11-30',
  });
  await office.record(`${visit.at}/agenda`, anAgendaItem({ title: { en: 'On hydrogen' } }));
  await office.record('/v1/outcomes', anOutcome({ text: { en: 'to open a laboratory' }, eventId: visit.id }));
  await office.record('/v1/visits', { names: named('Secretive visit'), visibility: 'confidential' });
  return { city, topic, institute, luo, visit };
}
