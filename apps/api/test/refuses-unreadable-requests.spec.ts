import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Method } from './answer.js';
import { type Office, openOffice } from './office.js';

const nested = (depth: number): string => `${'{"names":'.repeat(depth)}1${'}'.repeat(depth)}`;
const MISSING = '019a8f3e-4c00-7000-8000-00000000ffff';

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
  ...['gzip', 'br', 'x-own', 'gzip, identity'].map(
    (encoding) =>
      [
        `a body in ${encoding}`,
        'post',
        '/v1/places',
        gzipSync('{}'),
        { 'content-encoding': encoding },
        415,
        'request.media-type',
      ] as const,
  ),
  ['a body as it is', 'post', '/v1/places', '{}', { 'content-encoding': 'Identity' }, 400, 'request.invalid'],
  [
    'a sheet in gzip',
    'post',
    '/v1/dossiers?of=people',
    gzipSync('Name'),
    { 'content-type': 'text/csv', 'content-encoding': 'gzip' },
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
  ...['imports', 'moves'].map(
    (step) =>
      [
        `a wrong method beside records, for ${step}`,
        'get',
        `/v1/visits/019a8f3e-4c00-7000-8000-00000000ffff/agenda/${step}`,
        undefined,
        {},
        405,
        'route.method-not-allowed',
      ] as const,
  ),
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
    '/v1/forums?direction=incoming',
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

describe('a request that cannot be read', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });

  afterAll(() => office.close());

  it('answers whoever sends a body that is too large, though it still comes in', async () => {
    const body = `"${'n'.repeat(3_000_000)}"`;
    const answers = Array.from({ length: 20 }, () => office.misuse('post', '/v1/places', body));
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    expect(statuses).toEqual(statuses.map(() => 413));
  });

  it.each(MISUSES)('refuses %s', async (_, method, path, body, headers, status, code) => {
    const answer = await office.misuse(method, path, body, headers as Record<string, string>);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it.each([
    ['/v1/places', 'text/plain', '', 'Send application/json or application/merge-patch+json.'],
    [
      '/v1/places',
      'application/json',
      'n'.repeat(1_100_000),
      'The body of a request may have at most 1 MiB.',
    ],
    [
      '/v1/dossiers',
      'image/png',
      '',
      expect.stringMatching(/^Send application\/yaml or .+ or text\/calendar\.$/),
    ],
    ['/v1/dossiers', 'text/csv', 'n'.repeat(11_000_000), 'The body of a request may have at most 10 MiB.'],
  ])('says what %s takes instead of %s', async (path, type, body, detail) => {
    const answer = await office.misuse('post', path, `n${body}`, { 'content-type': type });
    expect(answer.body.detail).toEqual(detail);
  });

  it('says which methods an address knows', async () => {
    const { headers } = await office.misuse('put', '/v1/places', '{}');
    expect(headers.allow).toBe('GET, HEAD, POST');
  });

  it('refuses a header that is too large', async () => {
    const answer = await office.misuse('get', '/health/live', undefined, { 'x-note': 'n'.repeat(20_000) });
    expect([answer.status, answer.body.code]).toEqual([431, 'request.malformed']);
  });

  it.each([
    ['/', 'GET, HEAD, OPTIONS, PROPFIND'],
    ['/v1/places', 'GET, HEAD, POST'],
    ['/v1/visits/019a8f3e-4c00-7000-8000-00000000ffff/agenda/moves', 'POST'],
  ])('is told every method that %s knows', async (path, allowed) => {
    const { status, headers, body } = await office.misuse('delete', path);
    expect([status, headers.allow, body.detail]).toEqual([
      405,
      allowed,
      `DELETE is not known here; this address knows ${allowed}.`,
    ]);
  });

  it('refuses what is not HTTP', async () => {
    expect(await say(office.url, 'Buongiorno\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 .*"code":"request\.malformed"/s,
    );
  });

  it.each([
    ['an expectation', 'GET /v1/topics HTTP/1.1\r\nHost: x\r\nExpect: x', 417, 'request.malformed'],
    ['no host', 'GET /v1/topics HTTP/1.1', 400, 'request.malformed'],
    ['two hosts', 'GET /v1/topics HTTP/1.1\r\nHost: a\r\nHost: b', 400, 'request.malformed'],
    ['a tunnel', 'CONNECT example.org:443 HTTP/1.1\r\nHost: x', 405, 'route.method-not-allowed'],
    ['a method of its own making', 'FOO /v1/topics HTTP/1.1\r\nHost: x', 400, 'request.malformed'],
    [
      'a method that no address knows',
      'TRACE /v1/topics HTTP/1.1\r\nHost: x',
      405,
      'route.method-not-allowed',
    ],
    ['all addresses', 'OPTIONS * HTTP/1.1\r\nHost: x', 404, 'route.unknown'],
    ['a file that is not there', 'GET /docs/nothing.js HTTP/1.1\r\nHost: x', 404, 'route.unknown'],
    ['an address of nobody', 'GET http:///x HTTP/1.1\r\nHost: x', 400, 'request.malformed'],
    [
      'a length of two kinds',
      'POST /v1/topics HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5',
      400,
      'request.malformed',
    ],
    [
      'two lengths',
      'POST /v1/topics HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2',
      400,
      'request.malformed',
    ],
    [
      'another coding',
      'POST /v1/topics HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip',
      400,
      'request.malformed',
    ],
    ['another version', 'GET /v1/topics HTTP/9.9\r\nHost: x', 400, 'request.malformed'],
    [
      'two tokens',
      'GET /v1/topics HTTP/1.1\r\nHost: x\r\nAuthorization: a\r\nAuthorization: b',
      401,
      'identity.invalid',
    ],
  ])('answers what names %s with a problem', async (_, request, status, code) => {
    const [head, body] = (await say(office.url, `${request}\r\nConnection: close\r\n\r\n`)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} .*content-type: application/problem\\+json`, 'is'));
    expect(body).toContain(`"code":"${code}"`);
  });

  it.each([
    ['an old version without a host', 'GET /health/live HTTP/1.0'],
    [
      'its own name',
      'GET http://corteo.example/health/live HTTP/1.1\r\nHost: corteo.example\r\nConnection: close',
    ],
    [
      'another protocol',
      'GET /health/live HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade, close',
    ],
  ])('answers what names %s', async (_, request) => {
    expect(await say(office.url, `${request}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('keeps none of it', async () => {
    const { body } = await office.get('/v1/places?count=true');
    expect(body).toEqual({ items: [], nextCursor: null, total: 0 });
  });
});

async function say(url: string, words: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).setEncoding('utf8');
  await once(socket, 'connect');
  socket.write(words);
  return (await socket.toArray()).join('');
}
