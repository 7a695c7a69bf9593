import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ROLE_NAMES, type Role, Tokens } from '#identity';
import { rolesOf } from './authorization.js';
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
  let routes: Route[];

  beforeAll(async () => {
    office = await openOffice();
    other = await office.openAnother();
    const { paths } = (await (await fetch(`${office.url}/openapi.json`)).json()) as OpenAPIObject;
    routes = Object.entries(paths)
      .filter(([path]) => path.startsWith('/v1/'))
      .flatMap(([path, item]) =>
        Object.entries(item).map(([method, operation]) => toRoute(method, path, operation)),
      );
  });
  afterAll(async () => {
    await other.close();
    await office.close();
  });

  /** Asks every route as one caller, and tells those where the status is not the expected one. */
  async function wrongOnes(
    authorization: string | undefined,
    isRight: (status: number, code: string, route: Route) => boolean,
  ): Promise<string[]> {
    const wrong: string[] = [];
    for (const route of routes) {
      const { status, code } = await ask(office.url, route, authorization);
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
  });

  it.each(ROLE_NAMES)('lets the role %s in where its row says so, and nowhere else', async (role) => {
    const { token } = await create(role);
    const isRight = (status: number, code: string, { method, path }: Route): boolean =>
      rolesOf(method, path)!.includes(role)
        ? status !== 401 && status !== 403 && status < 500
        : status === 403 && code === 'identity.scope';
    expect(await wrongOnes(`Bearer ${token}`, isRight)).toEqual([]);
  });
});

function toRoute(method: string, path: string, operation: unknown): Route {
  const { security = [] } = operation as { security?: readonly object[] };
  return { method, path, isOpen: security.some((one) => Object.keys(one).length === 0) };
}

/** Asks without what a change would need, so that nothing is changed. */
async function ask(url: string, { method, path }: Route, authorization: string | undefined) {
  const address = path.replace(/\{\w+\}/g, NOT_THERE);
  const answer = await fetch(`${url}${address}`, {
    method: method.toUpperCase(),
    headers: authorization ? { authorization } : {},
  });
  const text = await answer.text();
  const isProblem = answer.headers.get('content-type')?.includes('problem+json');
  const { code = '' } = isProblem ? (JSON.parse(text) as { code?: string }) : {};
  return { status: answer.status, code };
}
