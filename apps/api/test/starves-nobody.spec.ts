import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Tokens } from '#identity';
import type { Headers } from './answer.js';
import { type Office, openOffice } from './office.js';

const METHODS = ['get', 'post', 'patch', 'delete'] as const;
const MISSING = '019a8f3e-4c00-7000-8000-00000000ffff';
const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` });

interface Told {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly problem: { readonly code: string; readonly detail: string };
}

/** Asks the server, and sends of a body no more than that it would come. */
async function ask(office: Office, method: string, path: string, headers: Headers = {}): Promise<Told> {
  const sent = { connection: 'keep-alive', ...headers };
  const asking = request(`${office.url}${path}`, {
    method: method.toUpperCase(),
    headers: sent,
    agent: false,
  });
  asking.flushHeaders();
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  const text = (await answer.setEncoding('utf8').toArray()).join('');
  asking.on('error', () => undefined).destroy();
  const isProblem = answer.headers['content-type']?.startsWith('application/problem+json');
  return { status: answer.statusCode!, headers: answer.headers, problem: isProblem && JSON.parse(text) };
}

describe('a body of 3 MB', () => {
  let office: Office;
  let document: OpenAPIObject;
  let reading: string;
  const ANNOUNCED = { 'content-type': 'application/json', 'content-length': '3000000' };

  beforeAll(async () => {
    office = await openOffice();
    document = (await (await fetch(`${office.url}/openapi.json`)).json()) as OpenAPIObject;
    reading = (await office.provider(Tokens).create({ label: 'Reader', role: 'viewer' })).token;
  });
  afterAll(() => office.close());

  const operations = () =>
    Object.entries(document.paths).flatMap(([template, item]) =>
      METHODS.filter((method) => item[method]).map((method) => ({
        method,
        path: template.replace('{kind}', 'visits').replace(/\{\w+\}/g, MISSING),
        isOpen: item[method]!.security?.some((one) => Object.keys(one).length === 0) ?? false,
        isPublic: item[method]!.security?.length === 0,
      })),
    );

  /** Operations that answer otherwise than with this refusal, or otherwise where a body is announced. */
  async function othersThan(
    code: string,
    among: readonly { method: string; path: string }[],
    headers: Headers,
    connection = 'close',
  ): Promise<string[]> {
    const wrong: string[] = [];
    for (const { method, path } of among) {
      const plain = await ask(office, method, path, { ...headers, connection: 'close' });
      const announced = await ask(office, method, path, { ...headers, ...ANNOUNCED });
      const isSame = JSON.stringify(announced.problem) === JSON.stringify(plain.problem);
      if (plain.problem.code !== code || !isSame || announced.headers.connection !== connection)
        wrong.push(`${method} ${path}: ${JSON.stringify([plain, announced])}`);
    }
    return wrong;
  }

  it('is not waited for without a token', async () => {
    const closed = operations().filter(({ isOpen, isPublic }) => !isOpen && !isPublic);
    expect(closed.length).toBeGreaterThan(200);
    expect(await othersThan('identity.required', closed, {})).toEqual([]);
  });

  it('is not waited for with a token that is not known', async () => {
    const asking = operations().filter(({ isPublic }) => !isPublic);
    expect(await othersThan('identity.invalid', asking, bearer('corteo_unknown'))).toEqual([]);
  });

  it('is not waited for with a token that only reads, whose connection outlasts it', async () => {
    // Calendars of their own are subscribed to by those, too, who only read.
    const writing = operations().filter(
      ({ method, path }) => method !== 'get' && /^\/v1\/(?!calendar-links\b)/.test(path),
    );
    expect(writing.length).toBeGreaterThan(100);
    expect(await othersThan('identity.scope', writing, bearer(reading), 'keep-alive')).toEqual([]);
  });

  it('is not waited for where nothing is, and by no other method', async () => {
    const nowhere = [{ method: 'post', path: '/v1/planets' }];
    expect(await othersThan('route.unknown', nowhere, {})).toEqual([]);
    const wrong = [
      { method: 'put', path: '/v1/places' },
      { method: 'post', path: '/' },
      { method: 'post', path: '/health/live' },
    ];
    expect(await othersThan('route.method-not-allowed', wrong, bearer(reading))).toEqual([]);
  });

  it('holds up no read that needs none', async () => {
    const answers = [];
    for (const { method, path } of operations().filter(({ isOpen, isPublic }) => isOpen || isPublic))
      answers.push(await ask(office, method, path, ANNOUNCED));
    expect(answers.length).toBeGreaterThan(5);
    expect(answers.map(({ headers }) => headers.connection)).toEqual(answers.map(() => 'close'));
  });
});

describe('who asks too often', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice({
      RATE_LIMIT_TOKEN: '3',
      RATE_LIMIT_ADDRESS: '6',
      RATE_LIMIT_FAILURES: '2',
      TRUST_PROXY: '127.0.0.0/8',
    });
  });
  afterAll(() => office.close());

  const from = (address: string): Headers => ({ 'x-forwarded-for': address });
  const known = async (): Promise<Headers> =>
    bearer((await office.provider(Tokens).create({ label: 'Newcomer', role: 'viewer' })).token);

  it('with a token is told to wait, while others are answered', async () => {
    const answers = [];
    for (let asked = 0; asked < 4; asked++) answers.push(await office.get('/v1/topics'));
    expect(answers.map(({ status, headers }) => [status, headers['ratelimit-remaining']])).toEqual([
      [200, '2'],
      [200, '1'],
      [200, '0'],
      [429, '0'],
    ]);
    const { headers, body } = answers[3]!;
    expect(Number(headers['retry-after'])).toBeGreaterThan(50);
    expect([headers['ratelimit-limit'], headers['ratelimit-reset']]).toEqual(['3', headers['retry-after']]);
    expect(body).toEqual({
      type: '/problems/request.too-many',
      title: 'There have been too many requests',
      status: 429,
      detail: `A minute takes at most 3 requests with this access token. Go on in ${headers['retry-after']} seconds.`,
      instance: '/v1/topics',
      code: 'request.too-many',
    });
    expect((await office.reader.get('/v1/topics')).status).toBe(200);
  });

  it('without a token is told to wait, wherever it asks, but for the health of the server', async () => {
    const here = from('192.0.2.10');
    const paths = [
      '/v1/calendars/forums.ics',
      '/v1/topics',
      '/problems',
      '/docs',
      '/openapi.json',
      '/nothing',
    ];
    const statuses = [];
    for (const path of [...paths, '/problems']) statuses.push((await ask(office, 'get', path, here)).status);
    expect(statuses).toEqual([200, 401, 200, 200, 200, 404, 429]);
    const posted = await ask(office, 'post', '/v1/topics', { ...here, 'content-length': '3000000' });
    expect([posted.status, posted.headers.connection]).toEqual([429, 'close']);
    for (let asked = 0; asked < 10; asked++)
      expect((await ask(office, 'get', '/health/live', here)).status).toBe(200);
    expect((await ask(office, 'get', '/v1/topics', { ...here, ...(await known()) })).status).toBe(200);
  });

  it('with tokens that are not known has no further one looked at, while those known there work', async () => {
    const here = from('192.0.2.20');
    const [used, unused] = [await known(), await known()];
    const statuses = [];
    const tried = [used, bearer('corteo_a'), bearer('corteo_a'), bearer('corteo_b'), unused, used];
    for (const token of tried)
      statuses.push((await ask(office, 'get', '/v1/topics', { ...here, ...token })).status);
    expect(statuses).toEqual([200, 401, 401, 429, 429, 200]);
    const elsewhere = await ask(office, 'get', '/v1/topics', { ...from('192.0.2.21'), ...unused });
    expect(elsewhere.status).toBe(200);
  });

  it.each([
    ['the address that a trusted proxy tells', ['192.0.2.30', '192.0.2.31, 192.0.2.30'], '192.0.2.31'],
    ['its network, of version 6', ['2001:db8::1', '2001:db8::ffff:1'], '2001:db8:0:1::1'],
    ['the same address in either version', ['::ffff:192.0.2.40', '192.0.2.40'], '::ffff:192.0.2.41'],
  ])('is known by %s', async (_, [first, same], other) => {
    const remaining = [];
    for (const address of [first!, same!, other])
      remaining.push((await ask(office, 'get', '/problems', from(address))).headers['ratelimit-remaining']);
    expect(remaining).toEqual(['5', '4', '5']);
  });

  it('is known by its own address, whatever it tells, where no proxy is trusted', async () => {
    const direct = await openOffice({ RATE_LIMIT_ADDRESS: '10' });
    const remaining = [];
    for (const address of ['192.0.2.1', '192.0.2.2'])
      remaining.push(
        Number((await ask(direct, 'get', '/problems', from(address))).headers['ratelimit-remaining']),
      );
    await direct.close();
    expect(remaining[1]).toBe(remaining[0]! - 1);
  });
});
