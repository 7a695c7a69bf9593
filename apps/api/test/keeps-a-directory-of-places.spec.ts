import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

describe('keeping a directory of places', () => {
  let office: Office;
  let naples: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2026-11-22T09:00:00Z');
    naples = await office.record('/v1/places', {
      names: [
        { text: 'Napoli', lang: 'it', kind: 'official' },
        { text: 'Naples', lang: 'en', kind: 'official' },
        { text: '那不勒斯', lang: 'zh-Hans', kind: 'official' },
      ],
      kind: 'city',
      timeZone: 'Europe/Rome',
    });
  });

  afterAll(() => office.close());

  it('records a place with its names in three languages', () => {
    const office = { id: expect.any(String), name: 'Office' };
    expect(naples).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      version: 1,
      name: 'Napoli',
      names: [
        { text: 'Napoli', lang: 'it', kind: 'official' },
        { text: 'Naples', lang: 'en', kind: 'official' },
        { text: '那不勒斯', lang: 'zh-Hans', kind: 'official' },
      ],
      kind: 'city',
      parent: null,
      timeZone: 'Europe/Rome',
      latitude: null,
      longitude: null,
      address: null,
      capacity: null,
      containedIn: [],
      description: null,
      notes: null,
      createdAt: '2026-11-22T09:00:00.000Z',
      createdBy: office,
      updatedAt: '2026-11-22T09:00:00.000Z',
      updatedBy: office,
      archivedAt: null,
      tag: expect.stringMatching(/^"1-[\w-]+"$/),
      at: `/v1/places/${naples.id}`,
    });
  });

  it.each([
    ['it', 'Napoli'],
    ['en-GB', 'Naples'],
    ['zh-CN', '那不勒斯'],
    ['fr;q=0.9, zh;q=0.5', '那不勒斯'],
    ['fr', 'Napoli'],
  ])('shows the name in the language %s', async (language, name) => {
    const { body } = await office.get(naples.at, { 'accept-language': language });
    expect(body.name).toBe(name);
  });

  describe('when searched', () => {
    beforeAll(async () => {
      const china = await office.record('/v1/places', place('country', 'Cina', '中国'));
      await office.record('/v1/places', { ...place('city', 'Pechino', '北京市'), parentId: china.id });
      await office.record('/v1/places', { ...place('zone', 'Zhongguancun', '中关村'), parentId: china.id });
      await office.record('/v1/places', { ...place('venue', 'Città della Scienza'), parentId: naples.id });
    });

    it.each([
      ['guanc', ['Zhongguancun']],
      ['GUANCUN', ['Zhongguancun']],
      ['北京', ['Pechino']],
      ['京', ['Pechino']],
      ['中', ['Cina', 'Zhongguancun']],
      ['citta', ['Città della Scienza']],
      ['Città', ['Città della Scienza']],
      ['CITTÀ DELLA', ['Città della Scienza']],
      ['100%', []],
      ['_', []],
    ])('finds by a part of a name: %s', async (part, names) => {
      const { body } = await office.get(`/v1/places?q=${encodeURIComponent(part)}`);
      expect(body.items.map(({ name }: { name: string }) => name)).toEqual(names);
    });

    it('finds what lies inside a place', async () => {
      const { body } = await office.get(`/v1/places?within=${naples.id}&count=true`);
      expect([body.total, body.items[0].name, body.items[0].parent]).toEqual([
        1,
        'Città della Scienza',
        { id: naples.id, name: 'Napoli' },
      ]);
    });

    it('reads on by cursor, without a gap or a repetition', async () => {
      const first = await office.get('/v1/places?limit=3');
      const second = await office.get(`/v1/places?limit=3&cursor=${first.body.nextCursor}`);
      const names = [...first.body.items, ...second.body.items].map(({ name }: { name: string }) => name);
      expect(names).toEqual(['Cina', 'Città della Scienza', 'Napoli', 'Pechino', 'Zhongguancun']);
      expect([first.headers.link, second.body.nextCursor]).toEqual([
        `</v1/places?limit=3&cursor=${first.body.nextCursor}>; rel="next"`,
        null,
      ]);
    });

    it('refuses a cursor that one character was changed in', async () => {
      const { body } = await office.get('/v1/places?limit=1');
      const cursor: string = body.nextCursor;
      const altered = [...cursor].map((letter, at) =>
        [cursor.slice(0, at), letter === 'A' ? 'B' : 'A', cursor.slice(at + 1)].join(''),
      );
      for (const one of altered)
        expect((await office.get(`/v1/places?limit=1&cursor=${one}`)).status).toBe(400);
    });

    it('refuses the cursor of a list with other filters', async () => {
      const { body } = await office.get('/v1/places?limit=1');
      const answer = await office.get(`/v1/places?limit=1&kind=city&cursor=${body.nextCursor}`);
      expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '?cursor']);
    });
  });

  describe('when changed', () => {
    let venue: Recorded;

    beforeAll(async () => {
      venue = await office.record('/v1/places', {
        ...place('venue', 'Palazzo Reale'),
        address: 'Piazza del Plebiscito 1',
        capacity: 200,
      });
    });

    it('asks which version the change is based on', async () => {
      const answer = await office.patch(venue.at, { capacity: 300 });
      expect([answer.status, answer.body.code]).toEqual([428, 'record.version-required']);
    });

    it('refuses a change based on another version', async () => {
      const answer = await office.patch(venue.at, { capacity: 300 }, { 'if-match': '"7-abc"' });
      expect([answer.status, answer.body.code]).toEqual([412, 'record.stale']);
    });

    it('keeps what a patch leaves out, and clears what it sets to null', async () => {
      const patch = { capacity: 300, address: null, parentId: naples.id };
      const answer = await office.patch(venue.at, patch, { 'if-match': venue.tag });
      expect([answer.status, answer.body]).toEqual([
        200,
        {
          ...withoutHeaders(venue),
          version: 2,
          capacity: 300,
          address: null,
          parent: { id: naples.id, name: 'Napoli' },
        },
      ]);
    });

    it('lets one of twenty changes through that are based on the same version', async () => {
      const { headers } = await office.get(venue.at);
      const change = (capacity: number) =>
        office.patch(venue.at, { capacity }, { 'if-match': headers.etag! });
      const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => change(at + 1)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(412)]);
    });

    it('refuses that two places become each other’s parent at once', async () => {
      const [left, right] = [await newCity(), await newCity()];
      const move = (of: Recorded, to: Recorded) =>
        office.patch(of.at, { parentId: to.id }, { 'if-match': of.tag });
      const answers = await Promise.all([move(left, right), move(right, left)]);
      const codes = answers.map(({ status, body }) => [status, body.code]).sort();
      expect(codes).toEqual([
        [200, undefined],
        [409, 'place.circle'],
      ]);
    });

    const newCity = () => office.record('/v1/places', place('city', 'Napoli Nord'));
  });

  describe('when put away', () => {
    it('disappears from lists, answers when asked for, and comes back', async () => {
      const room = await office.record('/v1/places', place('room', 'Sala Newton'));
      const found = async (query: string) =>
        (await office.get(`/v1/places?q=newton${query}`)).body.items.length;

      expect((await office.delete(room.at, { 'if-match': room.tag })).status).toBe(204);
      expect((await office.get(room.at)).status).toBe(404);
      expect((await office.get(`${room.at}?archived=include`)).body.archivedAt).toBe(
        '2026-11-22T09:00:00.000Z',
      );
      expect([await found(''), await found('&archived=include')]).toEqual([0, 1]);

      const restored = await office.post(`${room.at}/restore`);
      expect([restored.status, restored.body.archivedAt, restored.body.version]).toEqual([200, null, 3]);
      expect(await found('')).toBe(1);
    });
  });

  describe('for callers', () => {
    it('answers 304 to who has the present version in the same language', async () => {
      const { headers } = await office.get(naples.at, { 'accept-language': 'it' });
      const again = (language: string) =>
        office.get(naples.at, { 'accept-language': language, 'if-none-match': headers.etag! });
      expect([(await again('it')).status, (await again('en')).status]).toEqual([304, 200]);
    });

    it('asks for a token, and for one that may write', async () => {
      const asked = await office.stranger.get(naples.at);
      expect([asked.status, asked.headers['www-authenticate']]).toEqual([401, 'Bearer realm="Corteo"']);
      const refused = await office.reader.post('/v1/places', place('city', 'Roma'));
      expect([refused.status, refused.body.missingScope]).toEqual([403, 'directory:write']);
    });
  });
});

function place(kind: string, italian: string, chinese?: string): object {
  const names = [{ text: italian, lang: 'it', kind: 'official' }];
  if (chinese) names.push({ text: chinese, lang: 'zh-Hans', kind: 'official' });
  return { kind, names };
}

function withoutHeaders({ tag: _tag, at: _at, ...record }: Recorded): object {
  return record;
}
