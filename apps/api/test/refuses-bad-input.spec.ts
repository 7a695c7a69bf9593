import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Method } from './answer.js';
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
  ['30 February', '/v1/organizations', organization({ founded: '2018-02-30' }), '/founded', 'partial-date'],
  ['the year 10000', '/v1/organizations', organization({ founded: '10000' }), '/founded', 'partial-date'],
  [
    'a count of 2^53',
    '/v1/organizations',
    organization({ memberCount: over(2 ** 53) }),
    '/memberCount/value',
    'quantity',
  ],
  [
    'a third decimal',
    '/v1/organizations',
    organization({ memberCount: over(0.001) }),
    '/memberCount/value',
    'quantity',
  ],
  [
    'a bad language',
    '/v1/people',
    { names: [{ text: 'Li', lang: 'chinese!', kind: 'official' }] },
    '/names/0/lang',
    'language',
  ],
];

/** Requests that are unreadable, or that no operation understands. */
const MISUSES: readonly (readonly [string, Method, string, string | undefined, object, number, string])[] = [
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

  it('keeps none of it', async () => {
    const { body } = await office.get('/v1/places?count=true');
    expect(body).toEqual({ items: [], nextCursor: null, total: 0 });
  });
});

function place(fields: object): object {
  return { names, kind: 'city', ...fields };
}

function organization(fields: object): object {
  return { names, kind: 'university', ...fields };
}

function over(value: number): object {
  return { value, qualifier: 'over' };
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
