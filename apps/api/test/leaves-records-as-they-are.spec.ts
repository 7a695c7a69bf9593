import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from './answer.js';
import { plain } from './known.js';
import { type Office, openOffice } from './office.js';

const names = [{ text: 'Napoli', lang: 'it', kind: 'official' }];
const MISSING = '019a8f3e-4c00-7000-8000-00000000ffff';

describe('bad input, beside what is there', () => {
  let office: Office;
  let naples: Recorded;
  let topic: Recorded;
  let visit: Recorded;
  let delegation: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    naples = await office.record('/v1/places', { names, kind: 'city' });
    topic = await office.record('/v1/topics', { names });
    const item = { kind: 'meeting', title: { en: 'Welcome' }, on: '2018-07-12' };
    visit = await office.record('/v1/visits', {
      names,
      timeZone: 'Europe/Rome',
      legs: [{ placeId: naples.id }],
      agenda: [item],
    });
    delegation = await office.record('/v1/delegations', {
      names,
      members: [{ placeholder: { en: 'press' } }],
    });
  });

  afterAll(() => office.close());

  const read = async (at: string): Promise<unknown> => (await office.get(at)).body;

  it.each([
    ['places', 'names'],
    ['places', 'kind'],
    ['places', 'containedInIds'],
    ['visits', 'names'],
    ['visits', 'legs'],
    ['visits', 'topicIds'],
    ['visits', 'delegationIds'],
    ['visits', 'objectives'],
    ['visits', 'visibility'],
    ['visits', 'agendaComplete'],
    ['delegations', 'names'],
    ['items', 'kind'],
    ['items', 'title'],
    ['items', 'audience'],
    ['items', 'languages'],
    ['items', 'position'],
    ['members', 'role'],
    ['members', 'precedence'],
  ])('clears nothing that is required: of %s, %s', async (what, field) => {
    const at = addressOf(what);
    const before = await read(at);
    const { status, body } = await office.patch(at, { [field]: null }, { 'if-match': '*' });
    expect([status, body.errors?.[0].pointer]).toEqual([400, `/${field}`]);
    expect(await read(at)).toEqual(before);
  });

  it.each([
    ['places', { names: [] }, '/names'],
    ['places', { parentId: MISSING }, '/parentId'],
    ['places', { version: 7 }, '/version'],
    ['visits', { status: 'planned' }, '/status'],
    ['visits', { agenda: [] }, '/agenda'],
    ['visits', { participants: [] }, '/participants'],
    ['visits', { starts: '2018-02-30' }, '/starts'],
    ['visits', { summary: { en: 7 } }, '/summary/en'],
    ['visits', { topicIds: [MISSING] }, '/topicIds/0'],
    ['items', { leg: 0 }, '/leg'],
    ['items', { startsAt: '2018-07-12T09:30:00+02:00' }, '/on'],
  ])('changes nothing of %s by %j', async (what, patch, pointer) => {
    const at = addressOf(what);
    const before = await read(at);
    const { status, body } = await office.patch(at, patch, { 'if-match': '*' });
    expect([status, body.errors?.[0].pointer]).toEqual([400, pointer]);
    expect(await read(at)).toEqual(before);
  });

  it.each([
    ['/v1/visits', () => ({ placeId: topic.id }), '/placeId'],
    ['/v1/visits', () => ({ topicIds: [topic.id, naples.id] }), '/topicIds/1'],
    ['/v1/visits', () => ({ delegationIds: [visit.id] }), '/delegationIds/0'],
    ['/v1/visits', () => ({ parentId: delegation.id }), '/parentId'],
    ['/v1/visits', () => ({ responsibleId: naples.id }), '/responsibleId'],
    ['/v1/forums', () => ({ seriesId: visit.id }), '/seriesId'],
    ['/v1/places', () => ({ kind: 'city', parentId: visit.id }), '/parentId'],
    ['/v1/places', () => ({ kind: 'city', containedInIds: [topic.id] }), '/containedInIds/0'],
    ['/v1/delegations', () => ({ members: [{ personId: naples.id }] }), '/members/0/personId'],
    [
      '/v1/people',
      () => ({ positions: [{ organizationId: naples.id, title: { en: 'a' } }] }),
      '/positions/0/organizationId',
    ],
  ])('takes no id of another kind in a body: %s %#', async (path, fields, pointer) => {
    const before = await office.get(`${path}?count=true`);
    const { status, body } = await office.post(path, { names, ...fields() });
    expect([status, body.errors]).toEqual([
      400,
      [{ pointer, detail: expect.stringMatching(/^There is no /), code: 'unknown-reference' }],
    ]);
    expect((await office.get(`${path}?count=true`)).body).toEqual(before.body);
  });

  it('knows no id of another kind in an address', async () => {
    const ids = [
      'places',
      'topics',
      'organizations',
      'people',
      'delegations',
      'visits',
      'forums',
      'forum-series',
    ];
    const records = [naples, topic, visit, delegation];
    for (const kind of ids) {
      const others = records.filter(({ at }) => !at.startsWith(`/v1/${kind}/`));
      const answers = await Promise.all(others.map(({ id }) => office.get(`/v1/${kind}/${id}`)));
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
        others.map(() => [404, 'record.unknown']),
      );
    }
  });

  it.each([
    ['7', 400],
    ['"7', 400],
    ['W/"7-abc"', 412],
    ['"abc"', 412],
    ['1-abc', 400],
    ['""', 412],
    ['"1"', 412],
    ['"01-abc"', 412],
    ['"1-abc', 400],
    [',', 400],
  ])('takes no version that is malformed: %s', async (match, refused) => {
    const { status } = await office.patch(naples.at, { capacity: 1 }, { 'if-match': match });
    expect([status, await read(naples.at)]).toEqual([refused, plain(naples)]);
  });

  it('takes no cursor of an event list with one character altered', async () => {
    await office.record('/v1/visits', { names });
    const { body } = await office.get('/v1/events?limit=1');
    const cursor: string = body.nextCursor;
    const altered = [...cursor].flatMap((letter, at) => [
      cursor.slice(0, at) + (letter === 'A' ? 'B' : 'A') + cursor.slice(at + 1),
      cursor.slice(0, at) + cursor.slice(at + 1),
    ]);
    const answers = await Promise.all(altered.map((one) => office.get(`/v1/events?limit=1&cursor=${one}`)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.errors?.[0].pointer}`))).toEqual(
      new Set(['400 ?cursor']),
    );
  });

  it('moves nothing to a status that is not, nor on a day that is not', async () => {
    const move = (body: object) => office.post(`${visit.at}/transitions`, body);
    const answers = await Promise.all([
      move({}),
      move({ to: null }),
      move({ to: 'constructor' }),
      move({ to: 'planned', effectiveOn: '2018-02-30' }),
      move({ to: 'planned', reason: 'a\0b' }),
      move({ to: 'planned', status: 'planned' }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.errors?.[0].pointer ?? body.code])).toEqual([
      [400, '/to'],
      [400, '/to'],
      [400, '/to'],
      [400, '/effectiveOn'],
      [400, '/reason'],
      [400, '/status'],
    ]);
    expect(await read(visit.at)).toEqual(plain(visit));
  });

  const addressOf = (what: string): string =>
    ({
      places: naples.at,
      visits: visit.at,
      delegations: delegation.at,
      items: `${visit.at}/agenda/${visit.agenda[0].id}`,
      members: `${delegation.at}/members/${delegation.members[0].id}`,
    })[what]!;
});
