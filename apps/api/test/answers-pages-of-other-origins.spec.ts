import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { type Office, openOffice } from './office.js';

const APP = 'https://app.example.org';

interface Header {
  readonly in?: string;
  readonly name: string;
}

describe('a page of another origin', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice({ CORS_ORIGINS: `http://localhost:5173, ${APP}` });
  });
  afterAll(() => office.close());

  const asking = (origin: string) => ({
    origin,
    'access-control-request-method': 'PATCH',
    'access-control-request-headers': 'authorization,if-match',
  });

  it('may ask whether it may, without a token, where its origin is named', async () => {
    const { status, headers } = await office.stranger.misuse('options', '/v1/topics', undefined, asking(APP));
    expect([status, headers['access-control-allow-origin'], headers['access-control-max-age']]).toEqual([
      204,
      APP,
      '3600',
    ]);
    expect(headers['access-control-allow-methods']).toBe('GET, HEAD, POST, PUT, PATCH, DELETE');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    expect(headers.vary).toContain('Origin');
  });

  it('reads answers and refusals of every kind', async () => {
    const paths = ['/v1/topics', '/v1/visits/1', '/nothing', '/v1/topics?colour=red', '/problems'];
    paths.push('/v1/topics/%zz', '/v1/visits?q=%ff', `/v1/topics/${'x'.repeat(600)}`);
    for (const path of paths) {
      const { headers } = await office.misuse('get', path, undefined, { origin: APP });
      expect([path, headers['access-control-allow-origin']]).toEqual([path, APP]);
      expect(headers.vary?.split(', ')).toContain('Origin');
    }
    const { headers } = await office.stranger.misuse('get', '/v1/topics', undefined, { origin: APP });
    expect(headers['access-control-allow-origin']).toBe(APP);
  });

  it('reads that there were too many requests', async () => {
    const hurried = await openOffice({ CORS_ORIGINS: APP, RATE_LIMIT_TOKEN: '1' });
    await hurried.get('/v1/topics');
    const { status, headers } = await hurried.misuse('get', '/v1/topics', undefined, { origin: APP });
    expect([status, headers['access-control-allow-origin']]).toEqual([429, APP]);
    expect(headers['access-control-expose-headers']).toContain('Retry-After');
    await hurried.close();
  });

  it('may send and read every header that is documented', async () => {
    const { headers } = await office.misuse('options', '/v1/topics', undefined, asking(APP));
    const listed = (name: string): string[] => headers[name]!.toLowerCase().split(', ');
    const { components, paths } = JSON.parse(
      await readFile('apps/api/openapi.json', 'utf8'),
    ) as OpenAPIObject;
    const operations = Object.values(paths).flatMap((item) => Object.values(item) as Operation[]);
    const sent = operations.flatMap(({ parameters = [] }) =>
      parameters.filter((one) => one.in === 'header').map(({ name }) => name.toLowerCase()),
    );
    const shared = Object.values(components?.parameters ?? {}) as Header[];
    sent.push(...shared.filter((one) => one.in === 'header').map(({ name }) => name.toLowerCase()));
    const read = operations
      .filter(({ responses }) => !responses['200']?.content?.['text/calendar'])
      .flatMap(({ responses }) =>
        Object.values(responses).flatMap(({ headers = {} }) => Object.keys(headers)),
      );
    expect(new Set(sent).difference(new Set(listed('access-control-allow-headers')))).toEqual(new Set());
    const exposed = new Set(listed('access-control-expose-headers'));
    expect(new Set(read.map((name) => name.toLowerCase())).difference(exposed)).toEqual(new Set());
  });

  it.each(['https://other.example.org', 'https://app.example.org.evil.example', 'null'])(
    'is told nothing where its origin is %s',
    async (origin) => {
      const preflight = await office.misuse('options', '/v1/topics', undefined, asking(origin));
      expect([preflight.status, preflight.body.code]).toEqual([405, 'route.method-not-allowed']);
      const answer = await office.misuse('get', '/v1/topics', undefined, { origin });
      for (const { headers } of [preflight, answer]) {
        expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
        expect(headers.vary?.split(', ')).toContain('Origin');
      }
    },
  );

  it('leaves what nobody asked for as it was: an address that is not there, and public calendars', async () => {
    const { status, body } = await office.stranger.misuse('options', '/nothing');
    expect([status, body.code]).toEqual([404, 'route.unknown']);
    const { headers } = await office.stranger.get('/v1/calendars/forums.ics', {
      origin: 'https://a.example',
    });
    expect(headers['access-control-allow-origin']).toBe('*');
  });
});

interface Operation {
  readonly parameters?: readonly Header[];
  readonly responses: Readonly<
    Record<string, { readonly headers?: object; readonly content?: Readonly<Record<string, object>> }>
  >;
}
