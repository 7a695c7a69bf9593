import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Method, Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

const names = [{ text: 'Napoli', lang: 'it', kind: 'official' }];
const nested = (depth: number): string => `${'{"names":'.repeat(depth)}1${'}'.repeat(depth)}`;
const MISSING = '019a8f3e-4c00-7000-8000-00000000ffff';

type Row = readonly [what: string, path: string, body: object, pointer: string, code: string];

/** Bodies that a record cannot be made of: what is wrong, where it is sent, and the first field that is named. */
const BAD_RECORDS: readonly Row[] = [
  ['a field that is not known', '/v1/places', { names, kind: 'city', mayor: 1 }, '/mayor', 'unknown-field'],
  ['a prototype', '/v1/places', JSON.parse('{"__proto__":{"kind":"city"}}'), '/__proto__', 'unknown-field'],
  ['names that are null', '/v1/places', { names: null, kind: 'city' }, '/names', 'array'],
  ['names that are an object', '/v1/places', { names: { it: 'Napoli' }, kind: 'city' }, '/names', 'array'],
  ['no names', '/v1/places', { names: [], kind: 'city' }, '/names', 'list-length'],
  ['no name at all', '/v1/places', { kind: 'city' }, '/names', 'array'],
  ['a list of lists', '/v1/places', { names: [names], kind: 'city' }, '/names/0', 'list-entry'],
  ['null in a list', '/v1/places', { names: [null], kind: 'city' }, '/names/0', 'list-entry'],
  ['the NUL character', '/v1/places', place({ address: 'a\0b' }), '/address', 'nul-character'],
  ['half a character', '/v1/places', place({ address: '\ud83d' }), '/address', 'lone-surrogate'],
  ['a name of a megabyte', '/v1/places', named('n'.repeat(1_000_000)), '/names/0/text', 'max-length'],
  ['a blank name', '/v1/places', named(' \t'), '/names/0/text', 'matches'],
  ['an unknown kind', '/v1/places', { names, kind: 'planet' }, '/kind', 'in'],
  ['an unknown zone', '/v1/places', place({ timeZone: 'Europe/Napoli' }), '/timeZone', 'time-zone'],
  ['a number of 2^53', '/v1/places', place({ capacity: 2 ** 53 }), '/capacity', 'max'],
  ['a fraction of a seat', '/v1/places', place({ capacity: 1.5 }), '/capacity', 'int'],
  ['a number as text', '/v1/places', place({ capacity: '12' }), '/capacity', 'int'],
  ['an id that is no UUID', '/v1/places', place({ parentId: 'Naples' }), '/parentId', 'uuid'],
  ['an unknown parent', '/v1/places', place({ parentId: MISSING }), '/parentId', 'unknown-reference'],
  [
    'an id twice',
    '/v1/places',
    place({ containedInIds: [MISSING, MISSING] }),
    '/containedInIds',
    'array-unique',
  ],
  [
    'a list of lists of objectives',
    '/v1/visits',
    { names, objectives: [[{ en: 'a' }]] },
    '/objectives/0',
    'list-entry',
  ],
  ['the 30th of February', '/v1/visits', { names, starts: '2018-02-30' }, '/starts', 'partial-date'],
  ['the 13th month', '/v1/visits', { names, starts: '2018-13' }, '/starts', 'partial-date'],
  ['the year 10000', '/v1/forums', { names, ends: '10000-01-01' }, '/ends', 'partial-date'],
  ['the year 0', '/v1/forums', { names, starts: '0000' }, '/starts', 'partial-date'],
  ['an instant as a day', '/v1/forums', { names, starts: '2018-07-12T00:00:00Z' }, '/starts', 'partial-date'],
  ['a number as a date', '/v1/forums', { names, starts: 2018 }, '/starts', 'partial-date'],
  [
    'an end before the start',
    '/v1/visits',
    { names, starts: '2018-07-13', ends: '2018-07-12' },
    '/ends',
    'end-before-start',
  ],
  [
    'an end before the month',
    '/v1/forums',
    { names, starts: '2018-07', ends: '2018-06' },
    '/ends',
    'end-before-start',
  ],
  ['an offset as a zone', '/v1/visits', { names, timeZone: '+02:00' }, '/timeZone', 'time-zone'],
  [
    '2^53 of something',
    '/v1/delegations',
    { names, declaredSize: exactly(2 ** 53) },
    '/declaredSize/value',
    'quantity',
  ],
  [
    'less than nothing',
    '/v1/delegations',
    { names, declaredSize: exactly(-1) },
    '/declaredSize/value',
    'quantity',
  ],
  [
    'three decimals',
    '/v1/delegations',
    { names, declaredSize: exactly(0.125) },
    '/declaredSize/value',
    'quantity',
  ],
  ['a number for a quantity', '/v1/delegations', { names, declaredSize: 6 }, '/declaredSize', 'quantity'],
  [
    'a quantity of a quantity',
    '/v1/forums',
    { names, expectedAttendance: [{ category: { en: 'a' }, quantity: exactly(2 ** 53) }] },
    '/expectedAttendance/0/quantity/value',
    'quantity',
  ],
  [
    'half a character in a name',
    '/v1/people',
    { names: [{ ...names[0], text: 'a\ud83d' }] },
    '/names/0/text',
    'lone-surrogate',
  ],
  [
    'half a character in a text',
    '/v1/visits',
    { names, summary: { en: '\udc00' } },
    '/summary/en',
    'lone-surrogate',
  ],
  [
    'a name in no language',
    '/v1/people',
    { names: [{ ...names[0], lang: 'Italian language' }] },
    '/names/0/lang',
    'language',
  ],
  ['a text without a language', '/v1/visits', { names, summary: 'Exploratory' }, '/summary', 'text'],
  ['an empty text', '/v1/visits', { names, summary: {} }, '/summary', 'text'],
  ['an unknown status', '/v1/visits', { names, status: 'held' }, '/status', 'in'],
  ['a field of forums', '/v1/visits', { names, edition: 1 }, '/edition', 'unknown-field'],
  ['an id of its own', '/v1/visits', { names, id: MISSING }, '/id', 'unknown-field'],
  ['501 topics', '/v1/visits', { names, topicIds: Array(501).fill(MISSING) }, '/topicIds', 'too-many'],
  [
    'an item at no time',
    '/v1/visits',
    agenda({ startsAt: '2018-07-12T24:30:00+02:00' }),
    '/agenda/0/startsAt',
    'instant',
  ],
  [
    'an item without an offset',
    '/v1/visits',
    agenda({ startsAt: '2018-07-12T09:30:00' }),
    '/agenda/0/startsAt',
    'instant',
  ],
  [
    'an item in no zone',
    '/v1/visits',
    agenda({ startsAt: '2018-07-12T09:30:00Z' }),
    '/agenda/0/startsAt',
    'time-zone-unknown',
  ],
  [
    'an item on a day that is not',
    '/v1/visits',
    agenda({ on: '2019-02-29' }),
    '/agenda/0/on',
    'partial-date',
  ],
  [
    'an item with an unknown host',
    '/v1/visits',
    agenda({ hostOrganizationIds: [MISSING] }),
    '/agenda/0/hostOrganizationIds/0',
    'unknown-reference',
  ],
  [
    'a participant that nothing is',
    '/v1/visits',
    agenda({ participants: [{ personId: MISSING, side: 'guest', role: 'attendee' }] }),
    '/agenda/0/participants/0/personId',
    'unknown-reference',
  ],
  [
    'a leg in an unknown place',
    '/v1/visits',
    { names, legs: [{}, { placeId: MISSING }] },
    '/legs/1/placeId',
    'unknown-reference',
  ],
];

/** Requests that are unreadable, or that no operation understands. */
const MISUSES: readonly (readonly [
  string,
  Method,
  string,
  string | Buffer | undefined,
  object,
  number,
  string,
])[] = [
  ['JSON that ends early', 'post', '/v1/places', '{"names":', {}, 400, 'request.malformed-json'],
  ['JSON nested 1 000 deep', 'post', '/v1/places', nested(1000), {}, 400, 'request.invalid'],
  ['a list as the body', 'post', '/v1/places', '[]', {}, 400, 'request.invalid'],
  ['null as the body', 'post', '/v1/places', 'null', {}, 400, 'request.invalid'],
  ['no body', 'post', '/v1/places', '', {}, 400, 'request.invalid'],
  [
    'a text as the body',
    'post',
    '/v1/places',
    'Napoli',
    { 'content-type': 'text/plain' },
    415,
    'request.media-type',
  ],
  [
    'a form',
    'post',
    '/v1/places',
    'kind=city',
    { 'content-type': 'application/x-www-form-urlencoded' },
    415,
    'request.media-type',
  ],
  ['a body of 5 MB', 'post', '/v1/places', `"${'n'.repeat(5_000_000)}"`, {}, 413, 'request.too-large'],
  ['an id that is no UUID', 'get', '/v1/places/naples', undefined, {}, 404, 'record.unknown'],
  ['an id that nothing has', 'get', `/v1/places/${MISSING}`, undefined, {}, 404, 'record.unknown'],
  ['an id with NUL', 'get', '/v1/places/a%00b', undefined, {}, 404, 'record.unknown'],
  [
    'an id of 600 characters',
    'get',
    `/v1/places/${'a'.repeat(600)}`,
    undefined,
    {},
    414,
    'request.malformed',
  ],
  ['bad percent-encoding', 'get', '/v1/places/%E0%A4%A', undefined, {}, 400, 'request.malformed'],
  ['an unknown address', 'get', '/v1/planets', undefined, {}, 404, 'route.unknown'],
  ['a wrong method', 'put', '/v1/places', '{}', {}, 405, 'route.method-not-allowed'],
  ['an unknown parameter', 'get', '/v1/places?colour=red', undefined, {}, 400, 'request.invalid'],
  ['a parameter given twice', 'get', '/v1/places?q=a&q=b', undefined, {}, 400, 'request.invalid'],
  ['NUL in a parameter', 'get', '/v1/places?q=a%00b', undefined, {}, 400, 'request.invalid'],
  ['too long a page', 'get', '/v1/places?limit=201', undefined, {}, 400, 'request.invalid'],
  ['a page of nothing', 'get', '/v1/events?limit=0', undefined, {}, 400, 'request.invalid'],
  ['a page of words', 'get', '/v1/events?limit=abc', undefined, {}, 400, 'request.invalid'],
  ['a page of half a record', 'get', '/v1/events?limit=1.5', undefined, {}, 400, 'request.invalid'],
  ['a day that is not', 'get', '/v1/events?from=2018-02-30', undefined, {}, 400, 'request.invalid'],
  ['a month as a day', 'get', '/v1/events?to=2018-02', undefined, {}, 400, 'request.invalid'],
  ['a place that is no id', 'get', '/v1/events?place=Naples', undefined, {}, 400, 'request.invalid'],
  ['neither true nor false', 'get', '/v1/events?dated=maybe', undefined, {}, 400, 'request.invalid'],
  ['an order that is not', 'get', '/v1/visits?sort=colour', undefined, {}, 400, 'request.invalid'],
  ['the order of a prototype', 'get', '/v1/visits?sort=constructor', undefined, {}, 400, 'request.invalid'],
  ['a filter in parts', 'get', '/v1/visits?q[a]=b', undefined, {}, 400, 'request.invalid'],
  [
    'a day given twice',
    'get',
    '/v1/visits?from=2018-01-01&from=2018-01-02',
    undefined,
    {},
    400,
    'request.invalid',
  ],
  [
    'a moment that is not',
    'get',
    '/v1/visits?updatedSince=2018-02-30T00:00:00Z',
    undefined,
    {},
    400,
    'request.invalid',
  ],
  ['a moment of words', 'get', '/v1/visits?updatedSince=yesterday', undefined, {}, 400, 'request.invalid'],
  [
    'bad percent-encoding in a parameter',
    'get',
    '/v1/places?q=%E0%A4%A',
    undefined,
    {},
    400,
    'request.malformed',
  ],
  [
    'half a character in a parameter',
    'get',
    '/v1/places?q=%ED%A0%80',
    undefined,
    {},
    400,
    'request.malformed',
  ],
  [
    'a body that is not UTF-8',
    'post',
    '/v1/places',
    Buffer.from([0x22, 0xe0, 0xa4, 0x22]),
    {},
    400,
    'request.malformed-json',
  ],
  [
    'a parameter of another kind of event',
    'get',
    '/v1/calendars/forums.ics?kind=visit',
    undefined,
    {},
    400,
    'request.invalid',
  ],
  ['a cursor of its own making', 'get', '/v1/places?cursor=abc', undefined, {}, 400, 'request.invalid'],
  [
    'a token of its own making',
    'get',
    '/v1/places',
    undefined,
    { authorization: 'Bearer a' },
    401,
    'identity.invalid',
  ],
];

describe('bad input', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });

  afterAll(() => office.close());

  it.each(BAD_RECORDS)('names the field at fault: %s', async (_, path, body, pointer, code) => {
    const answer = await office.post(path, body);
    const [first] = answer.body.errors;
    expect([answer.status, first.pointer, first.code]).toEqual([400, pointer, code]);
  });

  it.each(MISUSES)('refuses %s', async (_, method, path, body, headers, status, code) => {
    const answer = await office.misuse(method, path, body, headers as Record<string, string>);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('names every field at fault at once', async () => {
    const { body } = await office.post('/v1/places', place({ kind: 'planet', capacity: -1, mayor: 1 }));
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/capacity',
      '/kind',
      '/mayor',
    ]);
  });

  it('says which methods an address knows', async () => {
    const { headers } = await office.misuse('put', '/v1/places', '{}');
    expect(headers.allow).toBe('GET, HEAD, POST');
  });

  it('refuses a header that is too large', async () => {
    const answer = await office.misuse('get', '/health/live', undefined, { 'x-note': 'n'.repeat(20_000) });
    expect([answer.status, answer.body.code]).toEqual([431, 'request.malformed']);
  });

  it('refuses what is not HTTP', async () => {
    expect(await say(office.url, 'Buongiorno\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 .*"code":"request\.malformed"/s,
    );
  });

  it('refuses 10 000 agenda items, and quickly', async () => {
    const item = { kind: 'meeting', title: { en: 'Meeting' }, participants: [] };
    const body = { names, agenda: Array.from({ length: 10_000 }, () => item) };
    const start = performance.now();
    const answer = await office.post('/v1/visits', body);
    expect(answer.body.errors).toEqual([
      {
        pointer: '/agenda',
        detail: 'At most 500 entries are accepted in one request; these are 10000.',
        code: 'too-many',
      },
    ]);
    expect([answer.status, performance.now() - start < 2000]).toEqual([400, true]);
  });

  it('names a hundred fields at fault, and no more', async () => {
    const body = { names, agenda: Array.from({ length: 500 }, () => ({ kind: 'meeting' })) };
    const answer = await office.post('/v1/visits', body);
    expect([answer.status, answer.body.errors.length]).toEqual([400, 100]);
  });

  it('refuses every one of the fields it names, all at once', async () => {
    const answer = await office.post('/v1/visits', {
      names: [],
      starts: '2018-02-30',
      timeZone: 'Europe/Napoli',
      legs: [{ ends: '10000' }],
      agenda: [{ kind: 'party', title: {}, participants: [{ side: 'left', role: 'host' }] }],
    });
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/agenda/0/kind',
      '/agenda/0/participants/0/side',
      '/agenda/0/title',
      '/legs/0/ends',
      '/names',
      '/starts',
      '/timeZone',
    ]);
  });

  it('keeps none of it', async () => {
    const lists = ['places', 'people', 'delegations', 'visits', 'forums', 'events'];
    const found = await Promise.all(lists.map((list) => office.get(`/v1/${list}?count=true`)));
    expect(found.map(({ body }) => body)).toEqual(
      lists.map(() => ({ items: [], nextCursor: null, total: 0 })),
    );
  });

  describe('beside what is there', () => {
    let naples: Recorded;
    let topic: Recorded;
    let visit: Recorded;
    let delegation: Recorded;

    beforeAll(async () => {
      naples = await office.record('/v1/places', place({}));
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

    it.each(['7', '"7', 'W/"1-abc"', '"abc"', '1-abc', '""', '"1"', '"01-abc', '"1-abc', ','])(
      'takes no version that is malformed: %s',
      async (match) => {
        const { status, body } = await office.patch(naples.at, { capacity: 1 }, { 'if-match': match });
        expect([status, body.code, await read(naples.at)]).toEqual([412, 'record.stale', plain(naples)]);
      },
    );

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
        [409, 'visit.illegal-move'],
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
});

function plain({ tag: _tag, at: _at, ...record }: Recorded): unknown {
  return record;
}

function exactly(value: number): object {
  return { value, qualifier: 'exact' };
}

function agenda(item: object): object {
  return { names, agenda: [{ kind: 'meeting', title: { en: 'Welcome' }, ...item }] };
}

function place(fields: object): object {
  return { names, kind: 'city', ...fields };
}

function named(text: string): object {
  return place({ names: [{ text, lang: 'it', kind: 'official' }] });
}

async function say(url: string, words: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).setEncoding('utf8');
  await once(socket, 'connect');
  socket.end(words);
  return (await socket.toArray()).join('');
}
