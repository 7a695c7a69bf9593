import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Tokens } from '#identity';
import { type Office, openOffice } from './office.js';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const NOT_THERE = '019a8f3e-4c00-7000-8000-00000000ffff';
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Method = (typeof METHODS)[number];

interface Route {
  readonly method: Method;
  readonly path: string;
  /** The media types of its answers. */
  readonly types: readonly string[];
}

describe('an answer', () => {
  let office: Office;
  let routes: Route[];
  let paths: string[];
  let authorization: string;

  beforeAll(async () => {
    office = await openOffice();
    const { token } = await office.provider(Tokens).create({ label: 'Caller', role: 'admin' });
    authorization = `Bearer ${token}`;
    const document = JSON.parse(await readFile('apps/api/openapi.json', 'utf8')) as OpenAPIObject;
    paths = Object.keys(document.paths);
    routes = paths.flatMap((path) => METHODS.flatMap((method) => routeOf(document, method, path) ?? []));
  });
  afterAll(() => office.close());

  /** Asks as nobody in particular, or with a token. */
  const ask = async (method: Method, path: string, headers: Record<string, string> = {}) => {
    const address = path.replace('{kind}', 'visits').replace(/\{\w+\}/g, NOT_THERE);
    const answer = await fetch(`${office.url}${address}`, { method: method.toUpperCase(), headers });
    const text = await answer.text();
    const { status } = answer;
    const type = answer.headers.get('content-type')?.split(';')[0];
    if (status >= 400) expect([address, type]).toEqual([address, 'application/problem+json']);
    const { code } = status >= 400 ? (JSON.parse(text) as { code?: string }) : {};
    return { status, code, allow: answer.headers.get('allow') };
  };

  it('has each form that is documented, and JSON for a browser where there is no page', async () => {
    const asked = routes
      .filter(({ method }) => method === 'get')
      .flatMap(({ path, types }) => [...types, BROWSER].map((accept) => [path, accept] as const));
    const answers = await inTurns(asked, ([path, accept]) => ask('get', path, { accept, authorization }));
    expect(asked.filter((_, at) => answers[at]!.status === 406)).toEqual([]);
  });

  it('is refused in a form that there is not, before anything is done', async () => {
    const answers = await inTurns(routes, ({ method, path }) =>
      ask(method, path, { accept: 'text/csv', authorization }),
    );
    const wrong = routes.filter(
      ({ method, path }, at) => (answers[at]!.status === 406) === (method === 'delete' || path === '/docs'),
    );
    expect(wrong).toEqual([]);
    const { body } = await office.get('/v1/visits', { accept: 'text/csv, application/json;q=0' });
    expect([body.code, body.detail]).toEqual([
      'request.not-acceptable',
      'This address answers as application/json, which “Accept” does not ask for.',
    ]);
  });

  it('is the same with a slash at the end of the address, for every method of every address', async () => {
    const asked = paths
      .filter((path) => path !== '/')
      .flatMap((path) => METHODS.map((method) => [method, path] as const));
    const plain = await inTurns(asked, ([method, path]) => ask(method, path));
    const slashed = await inTurns(asked, ([method, path]) => ask(method, `${path}/`));
    expect(slashed).toEqual(plain);
    const answers = asked.map(([method, path], at) => ({ method, path, ...plain[at]! }));
    expect(contradictions(answers, routes)).toEqual([]);
  });

  it('to what is recorded at an address with a slash says where it is', async () => {
    const names = [{ text: '5G', lang: 'en', kind: 'official' }];
    const { status, body, headers } = await office.misuse('post', '/v1/topics/', JSON.stringify({ names }));
    expect([status, headers.location]).toEqual([201, `/v1/topics/${body.id}`]);
  });
});

interface Told {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly allow: string | null;
}

/** Refusals of a method (405) that do not name exactly those which the address is documented with. */
function contradictions(answers: readonly Told[], routes: readonly Route[]): Told[] {
  return answers.filter(({ path, status, allow }) => {
    if (status !== 405) return false;
    const known = routes.filter((route) => route.path === path);
    const told = allow!.split(', ').filter((method) => METHODS.includes(method.toLowerCase() as Method));
    return (
      told.toSorted().join() !==
      known
        .map(({ method }) => method.toUpperCase())
        .toSorted()
        .join()
    );
  });
}

function routeOf({ paths }: OpenAPIObject, method: Method, path: string): Route | undefined {
  const responses = paths[path]?.[method]?.responses;
  if (!responses) return undefined;
  const answers = Object.entries(responses).filter(([status]) => status < '300');
  const types = answers.flatMap(([, answer]) => Object.keys((answer as { content?: object }).content ?? {}));
  return { method, path, types };
}

/** Some at a time, so that nobody has to wait too long. */
async function inTurns<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < all.length; at += 20)
    results.push(...(await Promise.all(all.slice(at, at + 20).map(work))));
  return results;
}
