import { domainToASCII } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPerson, aPlace, aTopic, anOrganization, named } from '#directory/testing';
import { SIMILARITIES } from '#directory';
import { command } from '#platform/testing';
import { DataSource } from 'typeorm';
import type { Recorded } from './answer.js';
import type { Client } from './client.js';
import { type Office, openOffice } from './office.js';

type Cities = Readonly<Record<'turin' | 'mirafiori' | 'chongqing', Recorded>>;

/** Two that may be the same: what is recorded first, and what then. */
type Twice = readonly [told: string, what: string, first: object, second: (cities: Cities) => object];

/** Hosts as people read them. */
const HOSTS = [
  'bücher.example',
  'BÜCHER-und-Co.Example',
  'bu\u0308ro.example',
  'straße.example',
  'ελλάδα.example',
  'пример.рф',
  'עברית.example',
  'مثال.example',
  'भारत.example',
  '한국.example',
  '例え.テスト',
  'a.münchen.b.example',
];
/** Hosts that only browsers read. */
const TYPED_HOSTS = ['例子。测试', 'ｆｕｌｌ.example'];

const name = (text: string, lang: string, kind = 'official') => ({ text, lang, kind });
const person = (names: object[], further: object = {}) =>
  ({ ...aPerson(), familyName: null, givenName: null, nameOrder: null, names, ...further }) as object;
const organization = (names: object[], further: object = {}) =>
  ({ ...anOrganization(), names, ...further }) as object;

describe('who records what may be there already', () => {
  let office: Office;
  let cities: Cities;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2026-11-22T09:00:00Z');
    const turin = await office.record('/v1/places', aPlace({ names: named('Torino', 'it') }));
    const mirafiori = aPlace({ names: named('Mirafiori', 'it'), kind: 'district', parentId: turin.id });
    cities = {
      turin,
      mirafiori: await office.record('/v1/places', mirafiori),
      chongqing: await office.record('/v1/places', aPlace({ names: named('Chongqing') })),
    };
  });
  afterAll(() => office.close());

  const similarTo = async ({ at }: Recorded, client: Client = office): Promise<Recorded[]> =>
    (await client.get(`${at}/similar`)).body.items;
  const pairs = async (kind: string, client: Client = office): Promise<Recorded[]> =>
    (await client.get(`/v1/duplicates?kind=${kind}&limit=200`)).body.items;
  const pairOf = async (kind: string, id: string, client?: Client): Promise<Recorded> =>
    (await pairs(kind, client)).find(({ records }) => records.some((one: Recorded) => one.id === id));
  const different = (one: Recorded, other: Recorded): string =>
    `/v1/duplicates/different/${one.id}/${other.id}`;
  const twins = async (text: string): Promise<[Recorded, Recorded]> => [
    await office.record('/v1/people', person(named(text))),
    await office.record('/v1/people', person(named(text))),
  ];

  const TWICE: readonly Twice[] = [
    [
      'people: same_name, same_family_and_given_name',
      'the same name',
      person(named('Luo Qiang', 'zh-Latn')),
      () => person(named('LUO  QIANG')),
    ],
    [
      'people: same_name',
      'another script',
      person([name('羅強', 'zh-Hant'), name('Luo Jiang', 'zh-Latn')]),
      () => person(named('罗强', 'zh-Hans')),
    ],
    [
      'people: same_family_and_given_name',
      'a name as passports spell it',
      person(named('Jürgen Exämple', 'de')),
      () => person(named('Exaemple Juergen', 'de')),
    ],
    [
      'organizations: same_name',
      'a name as it is spelled where there are no such letters',
      organization(named('Aarhus Havn', 'da')),
      () => organization(named('Århus Havn', 'da')),
    ],
    [
      'people: same_name, same_family_and_given_name',
      'a former name',
      person([name('Sun Zhimin', 'zh-Latn'), name('Sun Zhiming', 'zh-Latn', 'former')]),
      () => person(named('Sun Zhi-Ming')),
    ],
    [
      'people: same_name, same_family_and_given_name',
      'as it was printed',
      person([name('Yuan Jiajun', 'zh-Latn'), name('Yuan Jia Jun', 'it', 'as_printed')]),
      () => person(named('Yuan Jia-jun')),
    ],
    [
      'people: same_family_and_given_name',
      'the words the other way round',
      person(named('Yin Li', 'zh-Latn')),
      () => person(named('Li Yin')),
    ],
    [
      'people: same_family_and_given_name',
      'the fields the other way round',
      person(named('Prof. Yau'), { familyName: 'Yau', givenName: 'Shing-Tung' }),
      () => person(named('Yau, the mathematician'), { familyName: 'Shing Tung', givenName: 'Yau' }),
    ],
    [
      'people: same_family_and_given_name',
      'fields and a name',
      person(named('Gong Zheng', 'zh-Latn')),
      () => person(named('Mayor Gong'), { familyName: 'Gong', givenName: 'Zheng' }),
    ],
    [
      'people: same_family_and_given_name',
      'words that a hyphen joins the other way round',
      person(named('Wei-Lin Zhau', 'zh-Latn')),
      () => person(named('Zhau Wei Lin', 'zh-Latn')),
    ],
    [
      'people: same_family_and_given_name',
      'words that a hyphen joins, as one, the other way round',
      person(named('Mei-Ling Zhou', 'zh-Latn')),
      () => person(named('Zhou Meiling', 'zh-Latn')),
    ],
    [
      'people: same_family_and_given_name',
      'a field of two words and a name',
      person(named('Prof. Rossi'), { familyName: 'Rossi', givenName: 'Mario Luigi' }),
      () => person(named('Mario Luigi Rossi', 'it')),
    ],
    [
      'people: same_family_and_given_name',
      'characters with a space, the other way round',
      person(named('山田 太郎', 'ja')),
      () => person(named('太郎\u3000山田', 'ja')),
    ],
    [
      'people: same_email',
      'the same e-mail',
      person(named('Office of Guiyang'), { email: 'Office@Guiyang.example.org' }),
      () => person(named('Chen Yan'), { email: 'office@guiyang.example.org' }),
    ],
    [
      'organizations: same_name',
      'one of two languages',
      organization([name('Politecnico di Torino', 'it'), name('Polytechnic University of Turin', 'en')]),
      () => organization([name('Politecnico', 'it'), name('Polytechnic University of Turin', 'en', 'alias')]),
    ],
    [
      'organizations: same_name',
      'an acronym, as a name',
      organization([name('Consiglio Nazionale delle Ricerche', 'it'), name('CNR', 'it', 'acronym')]),
      () => organization(named('C.N.R.')),
    ],
    [
      'organizations: same_acronym_and_city',
      'the acronym in the same city',
      organization([name('Istituto di robotica', 'it'), name('IRT', 'it', 'acronym')], { placeId: 'turin' }),
      ({ mirafiori }) =>
        organization([name('Institute of Robotics', 'en'), name('IRT', 'en', 'acronym')], {
          placeId: mirafiori.id,
        }),
    ],
    [
      'organizations: same_email',
      'the same e-mail',
      organization(named('Camera di commercio', 'it'), { email: 'info@to.example.org' }),
      () => organization(named('Chamber of commerce'), { email: 'INFO@to.example.org' }),
    ],
    [
      'organizations: same_website',
      'the same host',
      organization(named('Città della Scienza', 'it'), { website: 'https://www.cittadellascienza.it/it' }),
      () => organization(named('City of Science'), { website: 'http://cittadellascienza.it:8080/' }),
    ],
    [
      'organizations: same_website',
      'the same host with a dot',
      organization(named('Fiera', 'it'), { website: 'https://fiera.example.org./' }),
      () => organization(named('Fair'), { website: 'https://fiera.example.org/en' }),
    ],
    ...[...HOSTS, ...TYPED_HOSTS].map((host, place): Twice => [
      'organizations: same_website',
      `the host ${host}`,
      organization(named(`Earlier ${place}`), { website: `https://www.${host}/a` }),
      () => organization(named(`Later ${place}`), { website: `HTTP://${domainToASCII(host)}:8080` }),
    ]),
    ...HOSTS.map((host, place): Twice => [
      'people: same_email',
      `an address at ${host}`,
      person(named(`Before${place}`), { email: `info@${host}` }),
      () => person(named(`After${place}`), { email: `Info@${domainToASCII(host)}` }),
    ]),
    [
      'places: same_name',
      'traditional characters',
      aPlace({ names: [...named('Distretto di Putuo', 'it'), name('普陀區', 'zh-Hant')] as never }),
      () => aPlace({ names: named('普陀区', 'zh-Hans') }),
    ],
    [
      'places: same_name',
      'an apostrophe',
      aPlace({ names: named("Xi'an") }),
      () => aPlace({ names: named('Xi’an', 'it') }),
    ],
    [
      'topics: same_name',
      'signs alone',
      aTopic({ names: named('§§§') }),
      () => aTopic({ names: named('§§§', 'it') }),
    ],
    [
      'topics: same_name',
      'a name of its own language',
      aTopic({ names: [...named('Intelligenza artificiale', 'it'), ...named('Artificial intelligence')] }),
      () => aTopic({ names: named('ARTIFICIAL INTELLIGENCE') }),
    ],
  ];

  it.each(TWICE)('is told of it: %s, %s', async (told, _, earlier, later) => {
    const [list, reasons] = told.split(': ') as [string, string];
    const why = reasons.split(', ');
    const place = (earlier as Recorded).placeId === 'turin' ? { placeId: cities.turin.id } : {};
    const first = await office.record(`/v1/${list}`, { ...earlier, ...place });
    expect('similar' in first).toBe(false);
    const second = await office.record(`/v1/${list}`, later(cities));
    expect(second.similar).toEqual([{ id: first.id, name: first.name, why }]);
    expect((await office.get(second.at)).headers.etag).toBe(second.tag);
    expect([await similarTo(first), await similarTo(second)]).toEqual([
      [{ id: second.id, name: second.name, why }],
      second.similar,
    ]);
    const kind = { people: 'person' }[list] ?? list.slice(0, -1);
    const records = [first, second].map(({ id, name: shown }) => ({ id, name: shown }));
    expect(await pairOf(kind, first.id)).toEqual({ kind, records, why });
  });

  it('by every reason that there is, as the database knows them, in the same order', async () => {
    const known = 'select enum_range(null::similarity)::text[] as words';
    const [{ words }] = await office.provider(DataSource).query<[{ words: string[] }]>(known);
    expect(words).toEqual(SIMILARITIES);
    expect(new Set(TWICE.flatMap(([told]) => told.split(': ')[1]!.split(', ')))).toEqual(
      new Set(SIMILARITIES),
    );
  });

  it.each<[string, string, object, (all: Cities) => object]>([
    [
      'the order of characters',
      'people',
      person(named('张文华', 'zh-Hans')),
      () => person(named('张华文', 'zh-Hans')),
    ],
    [
      'the order of characters in fields',
      'people',
      person(named('Prof. Zhang'), { familyName: '张', givenName: '文华' }),
      () => person(named('Dr. Zhang'), { familyName: '张', givenName: '华文' }),
    ],
    ['half of a name', 'people', person(named('Ma Xiaoyan')), () => person(named('Ma'))],
    [
      'an acronym elsewhere',
      'organizations',
      organization([name('Agenzia per il lavoro', 'it'), name('APL', 'it', 'acronym')], { placeId: 'turin' }),
      ({ chongqing }) =>
        organization([name('Port Authority', 'en'), name('APL', 'en', 'acronym')], { placeId: chongqing.id }),
    ],
    [
      'an acronym somewhere',
      'organizations',
      organization([name('Ente fiere', 'it'), name('EF', 'it', 'acronym')]),
      () => organization([name('Energy Fund', 'en'), name('EF', 'en', 'acronym')]),
    ],
    ['signs alone', 'topics', aTopic({ names: named('—') }), () => aTopic({ names: named('…') })],
    [
      'another kind of record',
      'topics',
      aTopic({ names: named('Torino') }),
      () => aTopic({ names: named('Robotics') }),
    ],
  ])('is not told by %s', async (_, list, earlier, later) => {
    const place = (earlier as Recorded).placeId === 'turin' ? { placeId: cities.turin.id } : {};
    const first = await office.record(`/v1/${list}`, { ...earlier, ...place });
    const second = await office.record(`/v1/${list}`, later(cities));
    expect([first.similar, second.similar, await similarTo(first)]).toEqual([undefined, undefined, []]);
  });

  it('is told of ten at most, surest first, with all that they have in common', async () => {
    const names = named('Wang Wei', 'zh-Latn');
    const turned = await office.record('/v1/people', person(named('Wei Wang')));
    const all = [];
    for (let at = 0; at < 11; at++) all.push(await office.record('/v1/people', person(names)));
    const email = 'wang.wei@example.org';
    await office.change(all[9], { email });
    const last = await office.record('/v1/people', person(names, { email }));
    const whys = last.similar.map(({ why }: Recorded) => why);
    expect(last.similar.map(({ id }: Recorded) => id)).toEqual(all.slice(0, 10).map(({ id }) => id));
    const both = ['same_name', 'same_family_and_given_name'];
    expect(whys).toEqual([...Array.from({ length: 9 }, () => both), [...both, 'same_email']]);
    const found = await similarTo(last);
    expect([found.length, found.at(-1)]).toEqual([
      12,
      { id: turned.id, name: 'Wei Wang', why: ['same_family_and_given_name'] },
    ]);
  });

  it('reads pairs page by page, each once, surest first', async () => {
    const whole = await pairs('person');
    const read: Recorded[] = [];
    let next: string | undefined = '/v1/duplicates?kind=person&limit=7&count=true';
    while (next) {
      const { body, headers }: Recorded = await office.get(next);
      expect(body.total).toBe(whole.length);
      read.push(...body.items);
      next = headers.link?.slice(1, headers.link.indexOf('>'));
    }
    expect(read).toEqual(whole);
    const ids = read.map(({ records }) => records.map(({ id }: Recorded) => id).join());
    expect(new Set(ids).size).toBe(whole.length);
    const surest = read.map(({ why }) => SIMILARITIES.indexOf(why[0]));
    expect(surest).toEqual(surest.toSorted((a, b) => a - b));
    const { body } = await office.get('/v1/duplicates?kind=person&limit=1');
    expect((await office.get(`/v1/duplicates?kind=place&cursor=${body.nextCursor}`)).status).toBe(400);
  });

  it('reads of a name that many have ten pairs for each of them, every pair once', async () => {
    const names = JSON.stringify([name('Many of One Name', 'en')]);
    await office.provider(DataSource).query(
      `insert into people (id, version, created_at, created_by_id, updated_at, updated_by_id, names, languages)
       select ('019a8f3e-4c00-7000-9000-' || lpad(n::text, 12, '0'))::uuid, 1, now(), a.id, now(), a.id, $1, '{}'
       from generate_series(1, 400) n cross join (select id from actors where kind = 'system' limit 1) a`,
      [names],
    );
    const seen = new Map<string, number>();
    const found = new Set<string>();
    let next: string | undefined = '/v1/duplicates?kind=person&limit=200';
    while (next) {
      const { body, headers }: Recorded = await office.get(next);
      for (const { records } of body.items as Recorded[]) {
        const ids: string[] = records.map(({ id }: Recorded) => id);
        if (!ids[0]!.includes('-9000-')) continue;
        for (const id of ids) seen.set(id, (seen.get(id) ?? 0) + 1);
        expect(found.has(ids.join())).toBe(false);
        found.add(ids.join());
      }
      next = headers.link?.slice(1, headers.link.indexOf('>'));
    }
    expect([found.size, seen.size, Math.min(...seen.values())]).toEqual([3945, 400, 10]);
    const one = { at: '/v1/people/019a8f3e-4c00-7000-9000-000000000001' };
    expect((await office.get(`${one.at}/similar?count=true`)).body.total).toBe(399);
    await office
      .provider(DataSource)
      .query(`update people set archived_at = now() where id::text like '%-9000-%'`);
  });

  it('is told the same again by a request that is repeated, and nothing by an answer to reading', async () => {
    const body = person(named('Hu Henghua'));
    const first = await office.record('/v1/people', body);
    const send = () => office.post('/v1/people', body, { 'idempotency-key': 'twice' });
    const [one, again] = [await send(), await send()];
    expect(one.body.similar.map(({ id }: Recorded) => id)).toEqual([first.id]);
    expect([again.status, again.text]).toEqual([201, one.text]);
    expect('similar' in (await office.get(`/v1/people/${one.body.id}`)).body).toBe(false);
  });

  it('is not told of what was put away, and of what has another name by now', async () => {
    const [away, renamed] = await twins('Chen Min’er');
    await office.delete(away.at, { 'if-match': away.tag });
    expect(await similarTo(renamed)).toEqual([]);
    await office.post(`${away.at}/restore`);
    expect((await similarTo(renamed)).map(({ id }) => id)).toEqual([away.id]);
    await office.change(renamed, { names: named('Zhang Guoqing') });
    expect([await similarTo(away), await pairOf('person', away.id)]).toEqual([[], undefined]);
    expect((await office.get(`/v1/people/${cities.turin.id}/similar`)).status).toBe(404);
  });

  it('is told by e-mail addresses of people only who may read them, and nothing who may not read the directory', async () => {
    const email = 'protocol@example.org';
    const first = await office.record('/v1/people', person(named('Tang Liangzhi'), { email }));
    const body = person(named('Protocol of Chongqing'), { email });
    const blind = await office.as({
      label: 'Blind',
      role: 'organizer',
      scopes: ['directory:read', 'directory:write'],
    });
    const mute = await office.as({ label: 'Mute', role: 'organizer', scopes: ['directory:write'] });
    const seen = [await office.record('/v1/people', body), await blind.record('/v1/people', body)];
    const alike = ['same_name', 'same_family_and_given_name'];
    expect(seen.map(({ similar }) => similar.map(({ why }: Recorded) => why))).toEqual([
      [['same_email']],
      [alike],
    ]);
    expect((await similarTo(seen[1])).map(({ id, why }) => [id, why])).toEqual([
      [seen[0].id, [...alike, 'same_email']],
      [first.id, ['same_email']],
    ]);
    expect([await similarTo(first, blind), await pairOf('person', first.id, blind)]).toEqual([[], undefined]);
    expect('similar' in (await mute.record('/v1/people', body))).toBe(false);
  });

  it('says of two that they are different, until that is taken back', async () => {
    const [one, other] = await twins('Li Keqiang');
    const marked = await office.put(different(other, one), undefined);
    expect([marked.status, marked.body]).toEqual([
      200,
      {
        kind: 'person',
        records: [one, other].map(({ id, name: shown }) => ({ id, name: shown })),
        at: '2026-11-22T09:00:00.000Z',
        by: expect.objectContaining({ name: 'Office' }),
      },
    ]);
    expect([await similarTo(one), await pairOf('person', one.id)]).toEqual([[], undefined]);
    const third = await office.record('/v1/people', person(named('Li Keqiang')));
    expect(third.similar.map(({ id }: Recorded) => id)).toEqual([one.id, other.id]);
    const again = await (
      await office.as({ label: 'Colleague', role: 'organizer' })
    ).put(different(one, other), undefined);
    expect(again.body).toEqual(marked.body);
    expect((await office.get('/v1/duplicates/different?kind=person')).body.items).toEqual([marked.body]);
    expect((await office.get('/v1/duplicates/different?kind=topic')).body.items).toEqual([]);
    expect((await office.delete(different(one, other))).status).toBe(204);
    expect((await similarTo(one)).map(({ id }) => id)).toEqual([other.id, third.id]);
  });

  it('says so of two that are there, and of one kind', async () => {
    const [one, other] = await twins('Wu Yi');
    await office.delete(other.at, { 'if-match': other.tag });
    for (const pair of [
      [one, other],
      [one, one],
      [one, cities.turin],
      [cities.turin, { id: one.id.replace(/.{4}$/, '0000') }],
    ])
      for (const answer of [
        await office.put(different(pair[0], pair[1]), undefined),
        await office.delete(different(pair[0], pair[1])),
      ])
        expect([answer.status, answer.body.code]).toEqual([404, 'record.unknown']);
    expect((await office.reader.put(different(cities.turin, cities.chongqing), undefined)).status).toBe(403);
  });

  it('forgets that with what is erased or taken away', async () => {
    const one = await office.record('/v1/people', person(named('Fan Ruiping')));
    const other = await office.record('/v1/people', person(named('Hu Jintao')));
    await office.put(different(one, other), undefined);
    expect((await office.post(`${one.at}/erasure`, { reason: 'asked to be forgotten' })).status).toBe(200);
    expect((await office.get('/v1/duplicates/different?kind=person')).body.items).toEqual([]);
    const keys = `select count(*)::integer as count from record_keys where record_id = '${one.id}'`;
    expect(await office.provider(DataSource).query(keys)).toEqual([{ count: 0 }]);
    const [topic, twin] = [
      await office.record('/v1/topics', aTopic()),
      await office.record('/v1/topics', aTopic()),
    ];
    await office.put(different(topic, twin), undefined);
    await command(office.migrationUrl, `delete from topics where id = '${topic.id}'`);
    expect((await office.get('/v1/duplicates/different?kind=topic')).body.items).toEqual([]);
  });
});
