import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ROLE_NAMES, type Role, Tokens } from '#identity';
import { rolesOf } from './authorization.js';
import type { Client } from './client.js';
import { INVALID, NOW } from './invalid-tokens.js';
import { AUDIENCE, CLIENT_ID, Issuer } from './issuer.js';
import { type Office, openOffice } from './office.js';

interface Route {
  readonly method: string;
  readonly path: string;
  readonly isOpen: boolean;
}

const NOT_THERE = '019a8f3e-4c00-7000-8000-00000000ffff';

describe('every route of the interface', () => {
  let office: Office;
  let other: Office;
  let issuer: Issuer;
  let routes: Route[];

  beforeAll(async () => {
    jest.spyOn(console, 'info').mockReturnValue();
    jest.spyOn(console, 'warn').mockReturnValue();
    issuer = await Issuer.open(() => ({ roles: ['admin'] }));
    const settings = { OIDC_ISSUER: issuer.url, OIDC_AUDIENCE: AUDIENCE, OIDC_CLIENT_ID: CLIENT_ID };
    office = await openOffice(settings, undefined, { log: ['fatal'] });
    other = await office.openAnother();
    const { paths } = (await (await fetch(`${office.url}/openapi.json`)).json()) as OpenAPIObject;
    routes = Object.entries(paths)
      .filter(([path]) => path.startsWith('/v1/'))
      .flatMap(([path, item]) =>
        Object.entries(item).map(([method, operation]) => toRoute(method, path, operation)),
      );
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await Promise.all([other.close(), issuer.close()]);
    await office.close();
  });

  type IsRight = (status: number, code: string, route: Route) => boolean;

  /** Asks every route as one caller, and tells those where the status is not the expected one. */
  async function wrongOnes(
    authorization: string | undefined,
    isRight: IsRight,
    onBehalfOf?: string,
  ): Promise<string[]> {
    const headers = {
      ...(authorization ? { authorization } : {}),
      ...(onBehalfOf ? { 'corteo-on-behalf-of': onBehalfOf } : {}),
    };
    const wrong: string[] = [];
    for (const route of routes) {
      const { status, code } = await ask(office.url, route, headers);
      if (!isRight(status, code, route)) wrong.push(`${route.method} ${route.path}: ${status} ${code}`);
    }
    return wrong;
  }

  const create = (role: Role, days?: number) =>
    office.provider(Tokens).create({ label: 'Caller', role, ...(days ? { days } : {}) });

  it('has a row that says whom it lets in', () => {
    const without = routes.filter(({ method, path }) => rolesOf(method, path) === undefined);
    expect(without).toEqual([]);
    expect(routes.length).toBeGreaterThan(270);
  });

  it('asks for a token, but for public calendars', async () => {
    const isRight = (status: number, code: string, { isOpen }: Route): boolean =>
      isOpen ? status !== 401 : status === 401 && code === 'identity.required';
    expect(await wrongOnes(undefined, isRight)).toEqual([]);
  });

  const isRefused = (status: number, code: string): boolean => status === 401 && code === 'identity.invalid';

  it.each(['Bearer garbage', `Bearer corteo_${'0'.repeat(39)}`, 'Bearer', 'Bearer eyJhbGciOiJub25lIn0.e30.'])(
    'refuses “%s”',
    async (authorization) => {
      expect(await wrongOnes(authorization, isRefused)).toEqual([]);
    },
  );

  it('refuses a token that is over, one that was revoked, and one that another instance revoked', async () => {
    const [over, revoked, elsewhere] = [
      await create('admin', 1),
      await create('admin'),
      await create('admin'),
    ];
    for (const { token } of [over, revoked, elsewhere])
      expect((await office.by(token).get('/v1/me')).status).toBe(200);
    await office.provider(Tokens).revoke(revoked.id);
    await other.provider(Tokens).revoke(elsewhere.id);
    expect(await wrongOnes(`Bearer ${revoked.token}`, isRefused)).toEqual([]);
    expect(await wrongOnes(`Bearer ${elsewhere.token}`, isRefused)).toEqual([]);
    office.setTime(new Date(Date.now() + 86_400_000).toISOString());
    expect(await wrongOnes(`Bearer ${over.token}`, isRefused)).toEqual([]);
    office.setTime(new Date().toISOString());
  });

  // That others are refused alike is tried at one route; these are what somebody would try first.
  const FORGED = INVALID.filter(([what]) => /somebody else|another issuer|signature$|everybody/.test(what));

  it.each(FORGED)('refuses a token of the identity provider %s', async (_, make) => {
    expect(await wrongOnes(`Bearer ${await make(issuer)}`, isRefused)).toEqual([]);
  });

  it('tells a token of the identity provider that it is over', async () => {
    const ended = await issuer.sign({ exp: NOW - 90 });
    const isOver: IsRight = (status, code) => status === 401 && code === 'identity.expired';
    expect(await wrongOnes(`Bearer ${ended}`, isOver)).toEqual([]);
  });

  const isAs =
    (role: Role): IsRight =>
    (status, code, { method, path }) =>
      rolesOf(method, path)!.includes(role)
        ? status !== 401 && status !== 403 && status < 500
        : status === 403 && code === 'identity.scope';

  it.each(ROLE_NAMES)('lets the role %s in where its row says so, and nowhere else', async (role) => {
    const { token } = await create(role);
    expect(await wrongOnes(`Bearer ${token}`, isAs(role))).toEqual([]);
  });

  it('lets whoever signs in at the identity provider in as what it says', async () => {
    const token = await issuer.sign({ roles: ['organizer'], sub: 'anna' });
    expect(await wrongOnes(`Bearer ${token}`, isAs('organizer'))).toEqual([]);
  });

  it('lets a deputy in as what they are themselves, and only in their time', async () => {
    const { token } = await create('viewer');
    const actorOf = async (caller: Client): Promise<string> => (await caller.get('/v1/me')).body.actor.id;
    const [actorId, principalId] = [await actorOf(office.by(token)), await actorOf(office)];
    const now = Date.now();
    const at = (hours: number): string => new Date(now + hours * 3_600_000).toISOString();
    office.setTime(at(0));
    await office.post('/v1/deputies', {
      actorId,
      principalId,
      startsAt: at(1),
      endsAt: at(2),
      reason: 'on leave',
    });
    const isNoDeputy: IsRight = (status, code, { method, path }) =>
      status === 403 &&
      code === (rolesOf(method, path)!.includes('viewer') ? 'identity.no-deputy' : 'identity.scope');
    const askedAt = async (hours: number, isRight: IsRight): Promise<string[]> => {
      office.setTime(at(hours));
      return wrongOnes(`Bearer ${token}`, isRight, principalId);
    };
    expect(await askedAt(0, isNoDeputy)).toEqual([]);
    expect(await askedAt(1.5, isAs('viewer'))).toEqual([]);
    expect(await askedAt(2, isNoDeputy)).toEqual([]);
  });
});

function toRoute(method: string, path: string, operation: unknown): Route {
  const { security = [] } = operation as { security?: readonly object[] };
  return { method, path, isOpen: security.some((one) => Object.keys(one).length === 0) };
}

/** Asks without what a change would need, so that nothing is changed. */
async function ask(url: string, { method, path }: Route, headers: Readonly<Record<string, string>>) {
  const address = path.replace(/\{\w+\}/g, NOT_THERE);
  const answer = await fetch(`${url}${address}`, { method: method.toUpperCase(), headers });
  const text = await answer.text();
  const isProblem = answer.headers.get('content-type')?.includes('problem+json');
  const { code = '' } = isProblem ? (JSON.parse(text) as { code?: string }) : {};
  return { status: answer.status, code };
}
