import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { ROLES, ROLE_NAMES, SCOPE_NAMES } from '#identity';
import { Database } from '#platform';
import type { Answer } from './answer.js';
import { type Office, openOffice } from './office.js';

const code = ({ body }: Answer): unknown => body.code;

const LABEL = 'International relations office';

describe('an office that gives access', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const tokenId = ({ body }: { body: { id: string } }): string => body.id;

  it.each(ROLE_NAMES)('tells a caller of the role %s who it is and what it may do', async (role) => {
    const caller = await office.as({ label: LABEL, role });
    const { status, body } = await caller.get('/v1/me');
    expect(status).toBe(200);
    expect(body).toEqual({
      actor: { id: expect.any(String), name: LABEL },
      onBehalfOf: null,
      role,
      scopes: ROLES[role],
      organizationIds: [],
    });
  });

  it('makes a token that is shown once, with a prefix and a checksum', async () => {
    const made = await office.post('/v1/tokens', { label: 'Registry', role: 'viewer', days: 30 });
    expect(made.status).toBe(201);
    const { token, ...shown } = made.body as { token: string; id: string };
    expect(token).toMatch(/^corteo_[0-9A-Za-z]{39}$/);
    expect(made.headers.location).toBe(`/v1/tokens/${shown.id}`);
    const read = await office.get(`/v1/tokens/${shown.id}`);
    expect(read.body).toEqual(shown);
    expect(read.body).toMatchObject({ label: 'Registry', role: 'viewer', state: 'living', scopes: null });
    const listed = await office.get('/v1/tokens?limit=1&state=living');
    expect(listed.body).toMatchObject({ items: [shown] });
    expect(await office.by(token).get('/v1/me')).toMatchObject({ status: 200 });
    expect(await kept(token)).toEqual([]);
  });

  it('keeps no answer that shows a secret, and says so where one asks for that', async () => {
    const answer = await office.post(
      '/v1/tokens',
      { label: 'Registry', role: 'viewer' },
      { 'idempotency-key': 'a' },
    );
    expect([answer.status, code(answer)]).toEqual([400, 'idempotency.answered-once']);
  });

  it('looks up no token whose checksum is wrong', async () => {
    const { body } = await office.post('/v1/tokens', { label: 'Registry', role: 'viewer' });
    const { token } = body as { token: string };
    const misread = token.slice(0, -1) + (token.endsWith('0') ? '1' : '0');
    expect(code(await office.by(misread).get('/v1/me'))).toBe('identity.invalid');
  });

  it.each([
    [{ role: 'viewer', days: 367 }, '/days', 'too-long'],
    [{ role: 'partner' }, '/organizationIds', 'missing'],
    [{ role: 'chief' }, '/role', undefined],
    [{ role: 'viewer', scopes: ['visits:delete'] }, '/scopes', undefined],
    [{ role: 'viewer', scopes: [] }, '/scopes', undefined],
  ])('makes no token like %j', async (grant, pointer, why) => {
    const answer = await office.post('/v1/tokens', { label: LABEL, ...grant });
    expect(answer.status).toBe(400);
    const [error] = (answer.body as { errors: { pointer: string; code: string }[] }).errors;
    expect(error).toMatchObject({ pointer, ...(why ? { code: why } : {}) });
  });

  it.each(['/v1/events', '/v1/agenda-items'])(
    'shows visits and forums together at %s to who may read both',
    async (at) => {
      const scopes = ['visits:read', 'forums:read'] as const;
      const asked = scopes.map(async (scope) =>
        (await office.as({ label: scope, role: 'viewer', scopes: [scope] })).get(at),
      );
      const both = await office.as({ label: 'both', role: 'viewer', scopes });
      expect(
        [...(await Promise.all(asked)), await both.get(at)].map(({ body }) => body.missingScope),
      ).toEqual(['forums:read', 'visits:read', undefined]);
    },
  );

  it('lets a partner act for organizations that are there', async () => {
    const organization = await office.record('/v1/organizations', {
      names: [{ text: 'Confindustria', lang: 'it', kind: 'official' }],
      kind: 'association',
    });
    const grant = { label: 'Confindustria', role: 'partner', organizationIds: [organization.id] };
    const made = await office.post('/v1/tokens', grant);
    expect(made.body).toMatchObject({ organizations: [{ id: organization.id, name: 'Confindustria' }] });
    const nobody = { ...grant, organizationIds: ['019a8f3e-4c00-7000-8000-00000000ffff'] };
    expect((await office.post('/v1/tokens', nobody)).body.errors).toMatchObject([
      { pointer: '/organizationIds/0' },
    ]);
  });

  it('gives nobody more than the giver has', async () => {
    const scopes = ['tokens:read', 'tokens:write', 'visits:read'] as const;
    const keeper = await office.as({ label: 'Keeper', role: 'admin', scopes });
    expect(code(await keeper.post('/v1/tokens', { label: 'Deputy', role: 'admin' }))).toBe(
      'token.beyond-own',
    );
    const within = await keeper.post('/v1/tokens', { label: 'Deputy', role: 'admin', scopes });
    expect(within.status).toBe(201);
    const widened = await keeper.patch(`/v1/tokens/${tokenId(within)}`, { scopes: null });
    expect(code(widened)).toBe('token.beyond-own');
    const others = await office.post('/v1/tokens', { label: 'Office', role: 'organizer' });
    expect(code(await keeper.post(`/v1/tokens/${tokenId(others)}/rotate`))).toBe('token.beyond-own');
  });

  it('lets nobody become somebody else, or another role, who may not see everything', async () => {
    const scopes = ['tokens:read', 'tokens:write', 'visits:read'] as const;
    const keeper = await office.as({ label: 'Keeper', role: 'admin', scopes });
    const director = await office.as({ label: 'Director', role: 'organizer' });
    const { id } = (await director.get('/v1/me')).body.actor;
    const own = (await keeper.get('/v1/me')).body.actor.id;
    const endsAt = new Date(Date.now() + 3_600_000).toISOString();
    const refused = [
      await keeper.post('/v1/tokens', { label: 'Director', role: 'admin', scopes }),
      await keeper.post('/v1/tokens', { label: 'Counsel', role: 'legal', scopes: ['visits:read'] }),
      await keeper.post('/v1/deputies', { actorId: own, principalId: id, endsAt, reason: 'curiosity' }),
    ];
    expect(refused.map(code)).toEqual(refused.map(() => 'token.beyond-own'));
  });

  it('replaces a token, and lets both be valid for as long as is said', async () => {
    const made = await office.post('/v1/tokens', { label: 'Registry', role: 'viewer' });
    const rotated = await office.post(`/v1/tokens/${tokenId(made)}/rotate`, { overlapHours: 1 });
    expect(rotated.status).toBe(201);
    const [former, next] = [made, rotated].map(({ body }) => (body as { token: string }).token);
    expect(rotated.body).toMatchObject({ label: 'Registry', role: 'viewer', expiresAt: made.body.expiresAt });
    expect((await office.by(former!).get('/v1/me')).status).toBe(200);
    expect((await office.by(next!).get('/v1/me')).status).toBe(200);
    expect((await office.post(`/v1/tokens/${tokenId(rotated)}/rotate`)).status).toBe(201);
    expect((await office.by(next!).get('/v1/me')).status).toBe(401);
  });

  it('notes the day on which a token was last used', async () => {
    const made = await office.post('/v1/tokens', { label: 'Registry', role: 'viewer' });
    await office.by((made.body as { token: string }).token).get('/v1/me');
    const today = new Date().toISOString().slice(0, 10);
    for (let tries = 0; tries < 50 && (await usedOn(made)) === null; tries++) await wait(20);
    expect(await usedOn(made)).toBe(today);
  });

  const usedOn = async (made: { body: { id: string } }): Promise<unknown> =>
    (await office.get(`/v1/tokens/${tokenId(made)}`)).body.lastUsedOn;

  it('ends and narrows tokens on every instance within a second', async () => {
    const other = await office.openAnother();
    const made = await office.post('/v1/tokens', { label: 'Registry', role: 'organizer' });
    const { token } = made.body as { token: string };
    const there = other.by(token);
    expect((await there.get('/v1/me')).body.role).toBe('organizer');
    await office.patch(`/v1/tokens/${tokenId(made)}`, { role: 'viewer', scopes: ['visits:read'] });
    await wait(200);
    expect((await there.get('/v1/me')).body).toMatchObject({ role: 'viewer', scopes: ['visits:read'] });
    expect((await office.delete(`/v1/tokens/${tokenId(made)}`)).status).toBe(204);
    await wait(200);
    expect(code(await there.get('/v1/me'))).toBe('identity.invalid');
    expect(code(await office.delete(`/v1/tokens/${tokenId(made)}`))).toBe('record.unknown');
    await other.close();
  });

  it('lets a deputy act for somebody for a time, and history names both', async () => {
    const principal = await office.as({ label: 'Head of office', role: 'organizer' });
    const deputy = await office.as({ label: 'Deputy', role: 'organizer' });
    const [head, stand] = await Promise.all(
      [principal, deputy].map(async (one) => (await one.get('/v1/me')).body.actor),
    );
    const inTheName = { 'corteo-on-behalf-of': head.id };
    expect(code(await deputy.get('/v1/me', inTheName))).toBe('identity.no-deputy');
    const endsAt = new Date(Date.now() + 3_600_000).toISOString();
    const named = await office.post('/v1/deputies', {
      actorId: stand.id,
      principalId: head.id,
      endsAt,
      reason: 'on leave',
    });
    expect(named.body).toMatchObject({ actor: stand, principal: head, reason: 'on leave', endedAt: null });
    expect((await deputy.get('/v1/me', inTheName)).body.onBehalfOf).toEqual(head);
    const topic = { names: [{ text: 'Robotics', lang: 'en', kind: 'official' }] };
    const { body, headers } = await deputy.post('/v1/topics', topic, inTheName);
    await deputy.patch(headers.location!, { notes: { en: 'with Turin' } }, { 'if-match': '*' });
    const history = await office.get(`/v1/topics/${body.id}/history`);
    expect(
      history.body.items.map(({ by, onBehalfOf }: { by: object; onBehalfOf: object }) => [by, onBehalfOf]),
    ).toEqual([
      [stand, null],
      [stand, head],
    ]);
    expect((await office.get('/v1/deputies')).body.items).toEqual([named.body]);
    expect((await office.delete(`/v1/deputies/${named.body.id}`)).status).toBe(204);
    expect(code(await deputy.get('/v1/me', inTheName))).toBe('identity.no-deputy');
  });

  it.each([
    [{ actorId: 'a', principalId: 'a' }, '/actorId'],
    [
      { actorId: 'a', principalId: 'b', startsAt: '2027-01-02T00:00:00Z', endsAt: '2027-01-01T00:00:00Z' },
      '/endsAt',
    ],
    [
      { actorId: 'a', principalId: 'b', startsAt: '2027-01-01T00:00:00Z', endsAt: '2028-06-01T00:00:00Z' },
      '/endsAt',
    ],
  ])('names no deputy like %j', async (given, pointer) => {
    const ids: Record<string, string> = {
      a: '019a8f3e-4c00-7000-8000-00000000000a',
      b: '019a8f3e-4c00-7000-8000-00000000000b',
    };
    const deputy = { endsAt: '2027-01-01T00:00:00Z', reason: 'on leave', ...given };
    const answer = await office.post('/v1/deputies', {
      ...deputy,
      actorId: ids[deputy.actorId],
      principalId: ids[deputy.principalId],
    });
    expect(answer.body.errors).toMatchObject([{ pointer }]);
  });

  it('refuses every scope to a token that has none of it, in words', async () => {
    const scopes = SCOPE_NAMES.filter((scope) => scope !== 'visits:read');
    const caller = await office.as({ label: LABEL, role: 'admin', scopes });
    const answer = await caller.get('/v1/visits');
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ code: 'identity.scope', missingScope: 'visits:read' });
  });

  /** The tables that hold a text anywhere. */
  async function kept(text: string): Promise<string[]> {
    const found: string[] = [];
    await office.provider(Database).transaction(async (tx) => {
      const tables = await tx.query<{ name: string }[]>(
        `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
      );
      for (const { name } of tables) {
        const [{ count }] = await tx.query<[{ count: number }]>(
          `select count(*)::int as count from "${name}" t where to_jsonb(t)::text like '%' || $1 || '%'`,
          [text.slice(7)],
        );
        if (count > 0) found.push(name);
      }
    });
    return found;
  }
});
