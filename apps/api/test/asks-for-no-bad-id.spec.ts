import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import pg from 'pg';
import { type Role, Tokens } from '#identity';
import { isCalendar } from './answer.js';
import { type Office, openOffice } from './office.js';

const KNOWN = '019a8f3e-4c00-7000-8000-00000000ffff';
const NO_IDS = ['x', 'a%00b', '7', `${KNOWN}0`, KNOWN.replaceAll('-', ''), '%7B%7D', '..%2f', '__proto__'];
/** What stands in addresses and is no id. */
const OTHERS: Readonly<Record<string, string>> = {
  secret: 'abc',
  kind: 'visits',
  number: '1',
  fingerprint: 'a1',
};

interface BadAddress {
  readonly method: string;
  readonly path: string;
  /** What it takes; JSON where nothing is said. */
  readonly type?: string;
}

describe('an address with an id that cannot be one', () => {
  let office: Office;
  let addresses: BadAddress[];
  let statements: string[];
  let tokens: { write: string; read: string };

  beforeAll(async () => {
    office = await openOffice();
    addresses = badAddresses((await (await fetch(`${office.url}/openapi.json`)).json()) as OpenAPIObject);
    const create = async (role: Role) =>
      (await office.provider(Tokens).create({ label: 'Office', role })).token;
    tokens = { write: await create('admin'), read: await create('viewer') };
    // Each is known from now on, for half a minute, and noted as used today.
    for (const token of Object.values(tokens)) await send({ method: 'get', path: '/v1/topics' }, token);
    while ((await office.get('/v1/tokens?state=living')).body.items.some(isUnused)) await wait(20);
    statements = [];
    // The pool and TypeORM both come through here.
    const { query } = pg.Client.prototype;
    jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
      this: pg.Client,
      ...input: unknown[]
    ) {
      statements.push(JSON.stringify(input[0]));
      return (query as (...values: unknown[]) => unknown).apply(this, input) as never;
    });
  });

  afterEach(() => {
    statements = [];
  });

  afterAll(async () => {
    jest.restoreAllMocks();
    await office.close();
  });

  async function send(
    { method, path, type = 'application/json' }: BadAddress,
    token?: string,
  ): Promise<{ status: number; code: string }> {
    const isRead = method === 'get';
    const answer = await fetch(`${office.url}${path}`, {
      method: method.toUpperCase(),
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(isRead ? {} : { 'content-type': type, 'if-match': '*', 'idempotency-key': path.slice(0, 99) }),
      },
      body: isRead ? null : '{}',
    });
    const { code } = (await answer.json()) as { code: string };
    return { status: answer.status, code };
  }

  async function othersThan(
    status: number,
    code: string,
    some: BadAddress[],
    token?: string,
  ): Promise<string[]> {
    const wrong = [];
    for (const one of some) {
      const answer = await send(one, token);
      if (answer.status !== status || answer.code !== code)
        wrong.push(`${one.method} ${one.path}: ${answer.status} ${answer.code}`);
    }
    return wrong;
  }

  it('is unknown at every operation, before Postgres is asked for anything', async () => {
    expect(addresses.length).toBeGreaterThan(200);
    expect(await othersThan(404, 'record.unknown', addresses, tokens.write)).toEqual([]);
    expect(statements).toEqual([]);
  });

  it('says nothing to who has no token that is known', async () => {
    const closed = addresses.filter(({ path }) => !isCalendar(path));
    expect(await othersThan(401, 'identity.required', closed)).toEqual([]);
    expect(statements).toEqual([]);
    expect(await othersThan(401, 'identity.invalid', closed, 'corteo_unknown')).toEqual([]);
  });

  it('is forbidden to change for a token that only reads', async () => {
    // An address of a calendar is for whoever may read.
    const changes = addresses.filter(
      ({ method, path }) => method !== 'get' && !path.startsWith('/v1/calendar-links'),
    );
    expect(await othersThan(403, 'identity.scope', changes, tokens.read)).toEqual([]);
    expect(statements).toEqual([]);
  });

  it('is unknown where its other parameters hold what is no text', async () => {
    const path = `/v1/visits/${KNOWN}/agenda/conflicts/a%00b/acknowledgement`;
    expect(await send({ method: 'post', path }, tokens.write)).toEqual({
      status: 404,
      code: 'record.unknown',
    });
    expect(statements).toEqual([]);
  });

  it('is read in every spelling of an id that can be one', async () => {
    const visit = await office.record('/v1/visits', { names: [{ text: 'x', lang: 'en', kind: 'official' }] });
    expect((await office.get(`/v1/visits/${visit.id.toUpperCase()}`)).body.id).toBe(visit.id);
  });
});

/** Each operation with one bad id in the place of each of its ids. */
const isUnused = ({ label, lastUsedOn }: { label: string; lastUsedOn: string | null }): boolean =>
  label === 'Office' && lastUsedOn === null;

function badAddresses({ paths }: OpenAPIObject): BadAddress[] {
  const found = Object.entries(paths).flatMap(([template, item]) =>
    ['get', 'post', 'patch', 'delete']
      .filter((method) => method in item)
      .map((method) => ({ method, template, type: typeOf(item[method as 'post']) })),
  );
  return found.flatMap(({ method, template, type }, turn) =>
    [...template.matchAll(/\{(\w+)\}/g)]
      .filter(([, name]) => OTHERS[name!] === undefined && template.startsWith('/v1/'))
      .map(([, bad], at) => {
        const given = isCalendar(template) ? 'abc' : NO_IDS[(turn + at) % NO_IDS.length]!;
        const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
          name === bad ? given : (OTHERS[name] ?? KNOWN),
        );
        return { method, path, type };
      }),
  );
}

/** The type of its body, where an operation takes one other than JSON. */
function typeOf(operation: OpenAPIObject['paths'][string]['post']): string {
  const body = operation?.requestBody;
  const types = body && 'content' in body ? Object.keys(body.content) : [];
  return types.includes('application/json') ? 'application/json' : (types[0] ?? 'application/json');
}
