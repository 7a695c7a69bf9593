import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aPerson } from '#directory/testing';
import { Database } from '#platform';
import type { Answer, Recorded } from './answer.js';
import { INVALID, NOW } from './invalid-tokens.js';
import { AUDIENCE, CLIENT_ID, Issuer } from './issuer.js';
import { type Office, openOffice } from './office.js';

const bearing = (token: string) => ({ authorization: `Bearer ${token}` });
const QUIET = { log: ['fatal' as const] };

describe('whoever signs in at the identity provider', () => {
  let issuer: Issuer;
  let office: Office;
  let other: Office;
  const claims = new Map<string, Readonly<Record<string, unknown>>>();

  beforeAll(async () => {
    for (const told of ['info', 'warn'] as const) jest.spyOn(console, told).mockReturnValue();
    issuer = await Issuer.open((subject) => claims.get(subject) ?? { roles: ['viewer'] });
    const settings = {
      OIDC_ISSUER: issuer.url,
      OIDC_AUDIENCE: AUDIENCE,
      OIDC_CLIENT_ID: CLIENT_ID,
    };
    office = await openOffice(settings, undefined, QUIET);
    other = await office.openAnother();
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await Promise.all([other.close(), issuer.close()]);
    await office.close();
  });

  const ask = (token: string, at = office): Promise<Answer> =>
    at.stranger.misuse('get', '/v1/topics', undefined, bearing(token));
  const statusOf = async (token: string, at = office): Promise<number> => (await ask(token, at)).status;
  const record = (token: string, at = office): Promise<Answer> => {
    const names = [{ text: randomBytes(8).toString('hex'), lang: 'en', kind: 'official' }];
    return at.stranger.misuse('post', '/v1/topics', JSON.stringify({ names }), bearing(token));
  };
  const actors = async (q: string): Promise<object[]> =>
    (await office.get(`/v1/actors?kind=user&q=${q}`)).body.items;
  /** Lets time pass, of which the issuer knows nothing. */
  const pass = (seconds: number): void => office.setTime(new Date(Date.now() + seconds * 1000).toISOString());

  it('writes as an actor of its own, which every instance knows', async () => {
    claims.set('anna', { roles: ['organizer'], name: 'Anna' });
    const { access_token: token } = await issuer.signIn('anna');
    const { status, body } = await record(token);
    expect([status, body.createdBy]).toEqual([201, { id: expect.any(String), name: 'Anna' }]);
    expect((await record(token, other)).body.createdBy).toEqual(body.createdBy);
  });

  it('is one actor, also where the first two requests come at once', async () => {
    const tokens = await Promise.all([1, 2, 3, 4].map(() => issuer.sign({ sub: 'bo', name: 'Bo' })));
    const places = [office, other, office, other];
    const statuses = await Promise.all(tokens.map((token, at) => statusOf(token, places[at])));
    expect(statuses).toEqual([200, 200, 200, 200]);
    expect(await actors('bo')).toMatchObject([{ name: 'Bo', version: 1, kind: 'user', person: null }]);
  });

  it('is called as the identity provider calls them now', async () => {
    const sees = async (name?: string): Promise<object[]> => {
      await ask(await issuer.sign({ sub: 'carla', name }));
      return actors('carla');
    };
    expect(await sees('Carla Verdi')).toMatchObject([{ name: 'Carla Verdi', version: 1 }]);
    expect(await sees('Carla Neri')).toMatchObject([{ name: 'Carla Neri', version: 2 }]);
    expect(await sees()).toMatchObject([{ name: 'Carla Neri', version: 2 }]);
  });

  it('gets another role, which the audit tells once', async () => {
    for (const role of ['viewer', 'organizer', 'organizer', 'viewer'])
      await ask(await issuer.sign({ sub: 'zeno', name: 'Zeno', roles: [role] }));
    const [{ id }] = (await actors('zeno')) as [{ id: string }];
    const { body } = await office.get(`/v1/audit-events?action=role.changed&subject=${id}`);
    expect(body.items.map((one: Recorded) => [one.by.name, one.details])).toEqual([
      ['Zeno', { from: 'organizer', to: 'viewer' }],
      ['Zeno', { from: 'viewer', to: 'organizer' }],
    ]);
  });

  it('has a deputy, who sees what the role that the provider gave last may see', async () => {
    const come = async (...roles: string[]): Promise<number> =>
      statusOf(await issuer.sign({ sub: 'livia', name: 'Livia', roles }));
    expect(await come('legal')).toBe(200);
    const [{ id }] = (await actors('livia')) as [{ id: string }];
    const deputy = await office.as({ label: 'Stands in for Livia', role: 'organizer' });
    const { actor } = (await deputy.get('/v1/me')).body;
    const endsAt = new Date(Date.now() + 3_600_000).toISOString();
    await office.record('/v1/deputies', { actorId: actor.id, principalId: id, endsAt, reason: 'on leave' });
    const names = [{ text: 'Visit', lang: 'en', kind: 'official' }];
    const kept = { names, visibility: 'confidential', visibleTo: { roles: ['legal'] } };
    const visit = await office.record('/v1/visits', kept);
    const sees = async (): Promise<number> =>
      (await deputy.get(visit.at, { 'corteo-on-behalf-of': id })).status;
    expect([(await deputy.get(visit.at)).status, await sees()]).toEqual([404, 200]);
    expect([await come('viewer'), await sees()]).toEqual([200, 404]);
    expect([await come('legal'), await sees()]).toEqual([200, 200]);
    expect([await come(), await come(), await sees()]).toEqual([403, 403, 404]);
    const { body } = await office.get(`/v1/audit-events?action=role.changed&subject=${id}&limit=1`);
    expect(body.items[0].details).toEqual({ from: 'legal', to: null });
  });

  it('may be a program', async () => {
    expect(await statusOf(await issuer.grantProgram())).toBe(200);
    expect(await actors('program')).toMatchObject([{ name: 'program' }]);
  });

  it('may do what the role in the token says, narrowed to the scopes that it names', async () => {
    expect((await record(await issuer.sign({ roles: ['viewer'] }))).body.missingScope).toBe(
      'directory:write',
    );
    expect((await record(await issuer.sign({ roles: ['admin'] }))).status).toBe(201);
    const narrowed = await ask(await issuer.sign({ roles: ['admin'], scope: 'openid visits:read' }));
    expect([narrowed.status, narrowed.body.missingScope, narrowed.headers['www-authenticate']]).toEqual([
      403,
      'directory:read',
      'Bearer realm="Corteo", error="insufficient_scope", scope="directory:read"',
    ]);
  });

  it('is told who can help, where the token gives no role, and is no actor', async () => {
    const { status, body } = await ask(await issuer.sign({ sub: 'dario', name: 'Dario', roles: ['guest'] }));
    expect([status, body.code, body.detail]).toEqual([
      403,
      'identity.no-role',
      'You have signed in, but your access token names no role in the office in its claim “roles”. Whoever looks after your identity provider can give you one.',
    ]);
    expect(await actors('dario')).toEqual([]);
  });

  it.each(INVALID)('is not let in by a token %s, and not told why', async (_, make) => {
    const { status, body, headers } = await ask(await make(issuer));
    expect([status, body.code, headers['www-authenticate']]).toEqual([
      401,
      'identity.invalid',
      'Bearer realm="Corteo", error="invalid_token", error_description="The access token is not known"',
    ]);
  });

  it('is told that the token has ended, a minute after it has', async () => {
    expect(await statusOf(await issuer.sign({ exp: NOW - 30 }))).toBe(200);
    const { status, body, headers } = await ask(await issuer.sign({ exp: NOW - 90 }));
    expect([status, body.code, headers['www-authenticate']]).toEqual([
      401,
      'identity.expired',
      'Bearer realm="Corteo", error="invalid_token", error_description="The access token has ended"',
    ]);
  });

  it('is looked up once in half a minute', async () => {
    const token = await issuer.sign({ sub: 'anna' });
    const read = jest.spyOn(office.provider(Database), 'readRow');
    for (let time = 0; time < 20; time++) await ask(token);
    const lookups = read.mock.calls.filter(([{ name }]) => name?.startsWith('user-of-issuer'));
    expect(lookups.length).toBe(1);
    read.mockRestore();
  });

  it('is let in by a key that the provider has just made, and no longer by the old one', async () => {
    const before = await issuer.sign({ sub: 'emil' });
    await issuer.rotate();
    pass(10);
    expect(await statusOf((await issuer.signIn('emil')).access_token)).toBe(200);
    expect(await statusOf(before)).toBe(401);
  });

  it('makes the office ask the provider no more often, however many keys a stranger invents', async () => {
    pass(20);
    const asked = issuer.asked;
    const tokens = await Promise.all(
      Array.from({ length: 50 }, (_, at) => issuer.sign({}, { kid: `k${at}` })),
    );
    expect(new Set(await Promise.all(tokens.map((token) => statusOf(token))))).toEqual(new Set([401]));
    expect(issuer.asked - asked).toBe(2);
  });

  it.each(['isBroken', 'isHung'] as const)(
    'is let in by a known key while the provider %s',
    async (fault) => {
      pass(fault === 'isHung' ? 60 : 40);
      issuer[fault] = true;
      const started = performance.now();
      expect(await statusOf(await issuer.sign({ sub: 'anna' }))).toBe(200);
      const { status, body, headers } = await ask(await issuer.sign({}, { kid: 'new' }));
      expect([status, body.code, headers['retry-after']]).toEqual([503, 'identity.issuer-away', '5']);
      expect(performance.now() - started).toBeLessThan(5000);
      issuer[fault] = false;
    },
  );

  it('is linked to a person of the directory where the office says so', async () => {
    const person = await office.record('/v1/people', aPerson());
    const [anna] = (await office.get('/v1/actors?q=anna')).body.items;
    const at = `/v1/actors/${anna.id}`;
    const tag = (await office.get(at)).headers.etag!;
    const link = (personId: string | null, match = tag): Promise<Answer> =>
      office.patch(at, { personId }, { 'if-match': match });
    expect(
      (await office.reader.patch(at, { personId: person.id }, { 'if-match': tag })).body.missingScope,
    ).toBe('tokens:write');
    const { status, body, headers } = await link(person.id);
    expect([status, body.person, body.version]).toEqual([
      200,
      { id: person.id, name: person.name },
      anna.version + 1,
    ]);
    expect((await link(null)).body).toMatchObject({ code: 'record.stale', currentTag: headers.etag });
    expect((await link(null, 'x')).body.code).toBe('record.unreadable-version');
    expect((await link(person.id, headers.etag)).body.version).toBe(anna.version + 1);
    expect((await link(anna.id, '*')).body.errors).toMatchObject([{ pointer: '/personId' }]);
    await office.delete(person.at, { 'if-match': person.tag });
    expect((await office.get(at)).body.person.archived).toBe(true);
    expect((await link(null, '*')).body.person).toBeNull();
    expect((await link(person.id, '*')).body.code).toBe('record.archived-reference');
  });

  it('is found among those who act, by any part of the name; the office itself is not', async () => {
    const { body } = await office.reader.get('/v1/actors?limit=2&count=true');
    expect([body.items.length, body.total > 4, body.nextCursor]).toEqual([2, true, expect.any(String)]);
    const rest = await office.reader.get(`/v1/actors?cursor=${body.nextCursor}`);
    const found = [...body.items, ...rest.body.items];
    expect(found.length).toBe(body.total);
    expect(found.filter(({ name }: { name: string }) => name === 'Corteo')).toEqual([]);
    expect((await office.get('/v1/actors/00000000-0000-7000-8000-000000000001')).status).toBe(404);
    expect((await office.get('/v1/actors?kind=holder&q=fice')).body.items).toMatchObject([
      { name: 'Office' },
    ]);
  });

  it('is whom records name, and never the office itself', async () => {
    const names = [{ text: 'Visit', lang: 'en', kind: 'official' }];
    const actorId = '00000000-0000-7000-8000-000000000001';
    const { id: eventId } = await office.record('/v1/visits', { names });
    const [anna] = (await office.get('/v1/actors?q=anna')).body.items;
    const until = { endsAt: '2099-01-01T00:00:00Z', reason: 'on leave' };
    const refused: [method: 'post' | 'patch', path: string, body: object, pointer: string][] = [
      ['post', '/v1/visits', { names, responsibleId: actorId }, '/responsibleId'],
      ['patch', `/v1/visits/${eventId}`, { responsibleId: actorId.toUpperCase() }, '/responsibleId'],
      ['post', '/v1/forums', { names, visibleTo: { actorIds: [anna.id, actorId] } }, '/visibleTo/actorIds'],
      [
        'post',
        '/v1/follow-ups',
        { kind: 'action', title: { en: 'Call' }, eventId, ownerActorId: actorId },
        '/ownerActorId',
      ],
      ['post', '/v1/deputies', { actorId, principalId: anna.id, ...until }, '/actorId'],
      ['post', '/v1/deputies', { actorId: anna.id, principalId: actorId, ...until }, '/principalId'],
    ];
    const detail = 'must be an actor whom /v1/actors lists; Corteo itself is none of them.';
    for (const [method, path, said, pointer] of refused) {
      const { status, body } = await office[method](
        path,
        said,
        method === 'patch' ? { 'if-match': '*' } : {},
      );
      expect([path, status, body.errors]).toEqual([path, 400, [{ pointer, detail, code: 'colleague' }]]);
    }
    expect((await office.post('/v1/visits', { names, responsibleId: anna.id })).status).toBe(201);
  });

  it('signs in by Swagger UI, where the office names it', async () => {
    const document = (await office.misuse('get', '/openapi.json')).body;
    expect(document.components.securitySchemes.openId).toEqual({
      type: 'openIdConnect',
      openIdConnectUrl: `${issuer.url}/.well-known/openid-configuration`,
      description: 'An access token of the identity provider.',
    });
    expect(document.security).toEqual([{ bearer: [] }, { openId: [] }]);
    const script = (await office.misuse('get', '/docs/swagger-ui-init.js')).text;
    expect(script).toContain(`"clientId": "${CLIENT_ID}"`);
    expect(script).toContain('"usePkceWithAuthorizationCodeGrant": true');
    expect(script).toContain('/docs/oauth2-redirect.html"');
    const page = await office.misuse('get', '/docs/oauth2-redirect.html');
    expect([page.status, page.text]).toEqual([
      200,
      expect.stringContaining('<script src="oauth2-redirect.js">'),
    ]);
    expect((await office.misuse('get', '/docs/oauth2-redirect.js')).status).toBe(200);
    expect(page.headers['content-security-policy']).toContain(`;connect-src 'self' ${issuer.url};`);
    expect(page.headers['cross-origin-opener-policy']).toBeUndefined();
  });

  it('is known by the words that the provider has for roles and organizations', async () => {
    const organization = '019a8f3e-4c00-7000-8000-00000000000a';
    const differing = await openOffice(
      {
        OIDC_ISSUER: issuer.url,
        OIDC_AUDIENCE: AUDIENCE,
        OIDC_ROLES_CLAIM: 'realm_access.roles',
        OIDC_ROLES: 'intl-office=organizer, dpo=admin',
        OIDC_ORGANIZATIONS_CLAIM: 'organizations',
        RATE_LIMIT_FAILURES: '3',
      },
      undefined,
      QUIET,
    );
    try {
      const having = (...roles: string[]): Promise<string> =>
        issuer.sign({ realm_access: { roles }, organizations: [organization] });
      expect((await record(await having('x', 'intl-office'), differing)).status).toBe(201);
      expect(await statusOf(await having('admin'), differing)).toBe(403);
      const ended = await issuer.sign({ exp: NOW - 90 });
      const statuses = [];
      for (let time = 0; time < 4; time++) statuses.push(await statusOf(ended, differing));
      expect(statuses).toEqual([401, 401, 429, 429]);
      expect((await record(await having('x', 'intl-office'), differing)).status).toBe(429);
    } finally {
      await differing.close();
    }
  });
});
