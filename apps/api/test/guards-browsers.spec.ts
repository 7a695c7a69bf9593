import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Headers, Method } from './answer.js';
import { type Office, openOffice } from './office.js';

const GUARDED = {
  'content-security-policy':
    "default-src 'self';base-uri 'none';form-action 'none';frame-ancestors 'none';img-src 'self' data:;object-src 'none';style-src 'self' 'unsafe-inline'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Answers of every making: records, refusals before and after the door, pages, files, calendars. */
const ASKED: readonly (readonly [Method, string, string?, Headers?])[] = [
  ['get', '/v1/topics'],
  ['post', '/v1/topics', '{}'],
  ['post', '/v1/topics', '{'],
  ['get', '/v1/topics', undefined, { authorization: 'Bearer corteo_unknown' }],
  ['get', '/nothing'],
  ['put', '/v1/topics'],
  ['get', '/v1/topics?q=%E0'],
  ['get', '/health/live'],
  ['get', '/problems'],
  ['get', '/docs'],
  ['get', '/docs/swagger-ui.css'],
  ['get', '/openapi.json'],
  ['get', '/v1/calendars/forums.ics'],
  ['options', '/v1/calendars/forums.ics'],
  ['options', '/v1/calendars/forums.jcal.json'],
];

describe('a browser', () => {
  let office: Office;
  let secure: Office;

  beforeAll(async () => {
    office = await openOffice();
    secure = await openOffice({
      SECURITY_CONTACT: 'mailto:security@example.org',
      PUBLIC_URL: 'https://corteo.example.org',
    });
  });
  afterAll(() => Promise.all([office.close(), secure.close()]));

  const guardOf = ({ headers }: Answer): object =>
    Object.fromEntries(Object.keys(GUARDED).map((name) => [name, headers[name]]));

  it('is told with every answer what it may not do', async () => {
    for (const [method, path, body, headers] of ASKED) {
      const answer = await office.misuse(method, path, body, headers);
      expect([path, guardOf(answer)]).toEqual([path, GUARDED]);
      expect(answer.headers['strict-transport-security']).toBeUndefined();
    }
    const unreadable = await office.misuse('get', '/v1/topics/%E0%A4%A');
    expect([unreadable.status, unreadable.headers['x-content-type-options']]).toEqual([400, 'nosniff']);
  });

  it('is told to come back over TLS only, where the office says that it is reached so', async () => {
    const { headers } = await secure.get('/health/live');
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  });

  it('may show calendars on pages of every origin', async () => {
    const { headers } = await office.stranger.get('/v1/calendars/forums.ics');
    expect(headers['access-control-allow-origin']).toBe('*');
  });

  it('lets no page of another origin call the interface, unless the office names it', async () => {
    const headers = { origin: 'https://app.example.org', 'access-control-request-method': 'GET' };
    for (const method of ['options', 'get'] as const) {
      const answer = await office.misuse(method, '/v1/topics', undefined, headers);
      const told = Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'));
      expect([method, answer.status, told]).toEqual([method, method === 'get' ? 200 : 405, []]);
    }
  });

  it('shows Swagger UI without a script that the page brings, and keeps no token', async () => {
    const page = (await office.misuse('get', '/docs')).text;
    expect(page.match(/<script(?![^>]*\bsrc="\.\/docs\/)[^>]*>|\son\w+=|javascript:/g)).toBeNull();
    const script = (await office.misuse('get', '/docs/swagger-ui-init.js')).text;
    expect(script).not.toContain('persistAuthorization');
  });

  it('finds whom to tell of a weakness, for ninety days from now', async () => {
    secure.setTime('2026-11-22T09:00:00Z');
    const { status, headers, text } = await secure.stranger.get('/.well-known/security.txt');
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(text).toBe(
      [
        'Contact: mailto:security@example.org',
        'Expires: 2027-02-20T09:00:00.000Z',
        'Preferred-Languages: en',
        'Canonical: https://corteo.example.org/.well-known/security.txt',
        '',
      ].join('\n'),
    );
  });

  it('finds nobody where the office has named nobody', async () => {
    const { status, body } = await office.stranger.get('/.well-known/security.txt');
    expect([status, body.code]).toEqual([404, 'record.unknown']);
  });
});
