import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgendaItem } from '#agendas/testing';
import { anAgreement } from '#agreements/testing';
import { aDelegation, aMember } from '#delegations/testing';
import { aPerson, aPlace, aTopic, anOrganization, named } from '#directory/testing';
import { aFollowUp, anOutcome } from '#follow-ups/testing';
import { Database } from '#platform';
import type { Recorded } from './answer.js';
import type { Client } from './client.js';
import { type Office, openOffice } from './office.js';

describe('judging what is found', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2026-11-22T09:00:00Z');
  });
  afterAll(() => office.close());

  const find = async (q: string, filters = '', client: Client = office): Promise<Recorded> =>
    (await client.get(`/v1/search?limit=200&q=${encodeURIComponent(q)}${filters}`)).body;
  const namesFor = async (q: string, filters = '', client?: Client): Promise<string[]> =>
    (await find(q, filters, client)).items.map(({ kind, name }: Recorded) => `${kind}: ${name}`);

  /** Records a row over and over, under other names. */
  const repeat = (table: string, id: string, name: string, times: number): Promise<unknown> =>
    office.provider(Database).transaction(async (tx) => {
      const columns = await tx.query<{ name: string }[]>(
        `select quote_ident(attname) as name from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
        [table],
      );
      const told: Readonly<Record<string, string>> = {
        id: 'gen_random_uuid()',
        uid: 'gen_random_uuid()',
        names: `jsonb_build_array(jsonb_build_object('kind', 'official', 'lang', 'en', 'text', $2 || ' ' || place))`,
      };
      await tx.query(
        `insert into ${table} (${columns.map((one) => one.name).join(', ')})
         select ${columns.map((one) => told[one.name] ?? `t.${one.name}`).join(', ')}
         from ${table} t, generate_series(1, $3) place where t.id = $1`,
        [id, name, times],
      );
    });

  it('finds all of what shares a word, and counts it', async () => {
    const { id } = await office.record('/v1/topics', aTopic({ names: named('Gralia number 0') }));
    await repeat('topics', id, 'Gralia number', 359);
    await office.record('/v1/topics', aTopic({ names: named('Gralia') }));
    await office.record('/v1/people', aPerson({ names: named('Gralia, Anna') }));
    const { items, ...found } = await find('gralia', '&counts=true');
    expect(found).toEqual({ total: 362, isMore: false, nearest: false, counts: { person: 1, topic: 361 } });
    expect(items.slice(0, 2).map(({ name }: Recorded) => name)).toEqual(['Gralia', 'Gralia, Anna']);
  });

  it('finds what is called so, and whole words, among more than it judges', async () => {
    const { id } = await office.record('/v1/topics', aTopic({ names: named('Velmar 0') }));
    await repeat('topics', id, 'Velmar', 1200);
    await repeat('topics', id, 'Velmarian', 1200);
    await office.record('/v1/topics', aTopic({ names: named('Velmar') }));
    await office.record('/v1/topics', aTopic({ names: named('Old velmaria') }));
    const { items, total, isMore } = await find('velmar');
    expect([items[0].name, total, isMore]).toEqual(['Velmar', 1000, true]);
    expect(items.filter(({ name }: Recorded) => !/^Velmar( \d+)?$/.test(name))).toEqual([]);
    expect(await namesFor('velmaria old')).toEqual(['topic: Old velmaria']);
  });

  it('tells where only the commonest words are asked for that have a part', async () => {
    const words = Array.from({ length: 201 }, (_, place) => named(`zufol${place}x`)[0]!);
    const record = (from: number, to: number): Promise<Recorded> =>
      office.record('/v1/topics', aTopic({ names: words.slice(from, to) }));
    const ask = async (q: string): Promise<unknown[]> => {
      const { total, isMore } = await find(q);
      const { items, ...list } = (await office.get(`/v1/topics?q=${encodeURIComponent(q)}`)).body;
      return [total, isMore, items.length, list];
    };
    for (const from of [0, 50, 100, 150]) await record(from, from + 50);
    expect(await ask('zufol')).toEqual([4, false, 4, { nextCursor: null }]);
    await record(200, 201);
    for (const q of ['zufol', 'zu'])
      expect(await ask(q)).toEqual([4, true, 4, { nextCursor: null, isMore: true }]);
    expect(await ask('zufol200x')).toEqual([1, false, 1, { nextCursor: null }]);
    expect(await ask('"zufol200x"')).toEqual([1, false, 1, { nextCursor: null }]);
  });

  it('hides what is confidential before it counts', async () => {
    const { id } = await office.record('/v1/visits', {
      names: named('Crowdia talks'),
      visibility: 'confidential',
      starts: '2026-10-01',
    });
    await repeat('events', id, 'Crowdia talks', 1100);
    await office.record('/v1/visits', { names: named('Crowdia summit'), starts: '2020-01-01' });
    const viewer = await office.as({ label: 'A viewer', role: 'viewer' });
    const { items, ...found } = await find('crowdia', '', viewer);
    expect(items.map(({ name }: Recorded) => name)).toEqual(['Crowdia summit']);
    expect(found).toEqual({ total: 1, isMore: false, nearest: false, counts: null });
    expect(await find('crowdia')).toMatchObject({ total: 1000, isMore: true });
    await office.patch(`/v1/visits/${id}`, { visibility: 'internal' }, { 'if-match': '*' });
    expect((await find('crowdia', '', viewer)).total).toBe(2);
  });

  it('finds what may be on some days, of every kind that has any, the nearest first', async () => {
    const days = ['2027-04-12/2027-04-14', '2027-04-01/2027-04-30', '2027-04', '2027', '2027-04-13'];
    for (const day of [...days, '2027-04-10/2027-04-12', '2027-04-14', '2026'])
      await office.record('/v1/visits', {
        names: named(`Quintessa ${day}`),
        starts: day.split('/')[0],
        ends: day.split('/').at(-1),
      });
    const day = '2027-04-13';
    const visit = await office.record('/v1/visits', { names: named('Another visit'), starts: day });
    const agreement = anAgreement({ names: named('Quintessa memorandum'), signed: day, status: 'signed' });
    const { at } = await office.record('/v1/agreements', agreement);
    await office.record(`${at}/obligations`, { text: { en: 'Quintessa duty' }, due: day });
    const origin = { eventId: visit.id };
    await office.record(
      '/v1/outcomes',
      anOutcome({ text: { en: 'Quintessa outcome' }, expected: day, ...origin }),
    );
    await office.record(
      '/v1/follow-ups',
      aFollowUp({ title: { en: 'Quintessa reply' }, due: '2027-04', ...origin }),
    );
    await office.record(`${visit.at}/agenda`, anAgendaItem({ title: { en: 'Quintessa talk' }, on: day }));
    const found = await find('quintessa', `&from=${day}&to=${day}`);
    expect(found.items.map(({ name, starts }: Recorded) => [name, starts]).toSorted()).toEqual(
      [
        ...days.map((one) => [`Quintessa ${one}`, one.split('/')[0]]),
        ['Quintessa memorandum', day],
        ['Quintessa duty', day],
        ['Quintessa outcome', day],
        ['Quintessa reply', '2027-04'],
        ['Quintessa talk', day],
      ].toSorted(),
    );
    expect(await namesFor('quintessa', '&to=2026-12-31')).toEqual(['visit: Quintessa 2026']);
    expect((await namesFor('quintessa'))[0]).toBe('visit: Quintessa 2026');
  });

  it('finds names above former ones and above texts, whole words above parts', async () => {
    const former = { text: 'Vexmoribund lore', lang: 'en', kind: 'former' } as const;
    await office.record('/v1/topics', aTopic({ names: [...named('Aardvark studies'), former] }));
    await office.record('/v1/topics', aTopic({ names: named('Zymurgy Vexmoribund') }));
    await office.record('/v1/topics', aTopic({ names: named('Aa Vexmoribundum') }));
    expect(await namesFor('xmoribund')).toEqual([
      'topic: Aa Vexmoribundum',
      'topic: Zymurgy Vexmoribund',
      'topic: Aardvark studies',
    ]);
    expect(await namesFor('vexmoribund')).toEqual([
      'topic: Zymurgy Vexmoribund',
      'topic: Aardvark studies',
      'topic: Aa Vexmoribundum',
    ]);
    const visit = await office.record('/v1/visits', { names: named('Another visit') });
    await office.record(
      '/v1/outcomes',
      anOutcome({ text: { en: 'Agreed with Qalandar' }, eventId: visit.id }),
    );
    await office.record('/v1/places', aPlace({ names: named('Zoo of Qalandar') }));
    expect(await namesFor('qalandar')).toEqual(['place: Zoo of Qalandar', 'outcome: Agreed with Qalandar']);
    await office.record('/v1/topics', aTopic({ names: named('The Smart-Grids') }));
    await office.record('/v1/topics', aTopic({ names: named('A smartgridsystem') }));
    expect((await namesFor('smartgrids'))[0]).toBe('topic: The Smart-Grids');
  });

  it('finds only what has every word, however many are asked for', async () => {
    const words = Array.from({ length: 20 }, (_, index) => `kw${String.fromCharCode(97 + index)}x`);
    await office.record('/v1/topics', aTopic({ names: named(words.join(' ')) }));
    expect((await namesFor(words.join(' '))).length).toBe(1);
    for (const place of [0, 10, 16, 19])
      expect((await find(words.with(place, 'zzqy').join(' '))).nearest).toBe(true);
  });

  it('finds members and obligations within what their wholes concern', async () => {
    const place = await office.record('/v1/places', aPlace({ names: named('Ortelia') }));
    const topic = await office.record('/v1/topics', aTopic({ names: named('Cartography') }));
    const of = { topicIds: [topic.id] };
    const delegation = await office.record(
      '/v1/delegations',
      aDelegation({ originPlaceId: place.id, ...of }),
    );
    await office.record(`${delegation.at}/members`, aMember({ placeholder: { en: 'Mercator guide' } }));
    const agreement = await office.record('/v1/agreements', anAgreement({ placeIds: [place.id], ...of }));
    await office.record(`${agreement.at}/obligations`, { text: { en: 'Mercator maps' } });
    for (const filter of [`&place=${place.id}`, `&topic=${topic.id}`])
      expect((await namesFor('mercator', filter)).toSorted()).toEqual([
        'member: Mercator guide',
        'obligation: Mercator maps',
      ]);
  });

  it('tells what somebody is at present, the city of an organization, and where a visit first goes', async () => {
    const city = await office.record('/v1/places', aPlace({ names: named('Lutetia') }));
    const venue = { kind: 'venue', parentId: city.id } as const;
    const room = await office.record('/v1/places', aPlace({ names: named('Room 7'), ...venue }));
    const house = await office.record(
      '/v1/organizations',
      anOrganization({ names: named('Pellerin house'), placeId: room.id }),
    );
    const spans = {
      former: { until: '2010' },
      later: { since: '2030' },
      ended: { ended: true },
      now: { since: '2020' },
    };
    const person = await office.record('/v1/people', aPerson({ names: named('Pellerin') }));
    const told = async (): Promise<string | null> => (await find('pellerin', '&kind=person')).items[0].title;
    for (const [title, span] of Object.entries(spans)) {
      expect(await told()).toBe(null);
      await office.record(`${person.at}/positions`, {
        organizationId: house.id,
        title: { en: title },
        ...span,
      });
    }
    expect(await told()).toBe('now');
    await office.record('/v1/visits', { names: named('Pellerin tour'), legs: [{ placeId: city.id }] });
    const places = async (kind: string) => (await find('pellerin', `&kind=${kind}`)).items[0].place?.name;
    expect([await places('organization'), await places('visit')]).toEqual(['Lutetia', 'Lutetia']);
  });
});
