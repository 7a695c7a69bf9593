import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { aPerson, named } from '#directory/testing';
import type { Scope } from '#identity';
import { Database } from '#platform';
import { command } from '#platform/testing';
import type { Answer } from './answer.js';
import type { Client } from './client.js';
import { type Office, openOffice } from './office.js';

const city = (text: string): object => ({ kind: 'city', names: [{ text, lang: 'it', kind: 'official' }] });

describe('repeating a request', () => {
  let office: Office;
  let branch: Office;

  beforeAll(async () => {
    office = await openOffice();
    branch = await office.openAnother();
    for (const one of [office, branch]) one.setTime('2026-11-22T09:00:00Z');
  });

  afterAll(async () => {
    await branch.close();
    await office.close();
  });

  it('makes one record of twenty equal requests to two servers on one database', async () => {
    const body = city('Torino');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => keyed(at % 2 ? office : branch, 'twenty', body)),
    );
    const made = answers.filter(({ status }) => status === 201);
    const waiting = answers.filter((answer) => codeOf(answer) === '409 idempotency.in-progress');
    expect([made.length > 0, made.length + waiting.length]).toEqual([true, 20]);
    expect(new Set(made.map(({ body: { id } }) => id)).size).toBe(1);
    expect(await countOf('torino')).toBe(1);
  });

  it('gives the first answer again: status, body, entity tag and address, from either server', async () => {
    const first = await keyed(office, 'again', city('Cagliari'));
    const tag = first.headers.etag!;
    await office.patch(first.headers.location!, { capacity: 12 }, { 'if-match': tag });
    for (const again of [
      await keyed(office, 'again', city('Cagliari')),
      await keyed(branch, 'again', city('Cagliari')),
    ])
      expect(shapeOf(again)).toEqual(shapeOf(first));
    expect([first.status, first.headers.location]).toEqual([201, `/v1/places/${first.body.id}`]);
    expect(await countOf('cagliari')).toBe(1);
  });

  it('gives the first answer to a restoration again', async () => {
    const place = await office.record('/v1/places', city('Roma'));
    await office.delete(place.at, { 'if-match': place.tag });
    const restore = () => office.post(`${place.at}/restore`, {}, { 'idempotency-key': 'restore' });
    const [first, again] = [await restore(), await restore()];
    expect([first.status, first.body.version, shapeOf(again)]).toEqual([200, 3, shapeOf(first)]);
  });

  it.each([
    ['flat', { kind: 'city', names: named('Order'), capacity: 3 }],
    ['nested', { names: [{ kind: 'official', text: 'Order', lang: 'en' }], kind: 'city', capacity: 3 }],
    [
      'within a list',
      { capacity: 3, names: [{ lang: 'en', kind: 'official', text: 'Order' }], kind: 'city' },
    ],
  ])('takes the same JSON for the same request, in another order of keys: %s', async (_, body) => {
    const first = await keyed(office, 'ordered', { names: named('Order'), kind: 'city', capacity: 3 });
    const again = await keyed(office, 'ordered', body);
    expect([again.status, again.body]).toEqual([201, first.body]);
    const other = await keyed(office, 'ordered', { ...body, names: [...named('Order'), ...named('B')] });
    const turned = await keyed(office, 'ordered', { ...body, names: [...named('B'), ...named('Order')] });
    expect([codeOf(other), codeOf(turned)]).toEqual(Array(2).fill('422 idempotency.key-reused'));
  });

  it('refuses the key for another body or another address', async () => {
    await keyed(office, 'reused', city('Kunshan'));
    const other = await keyed(office, 'reused', city('Changshu'));
    const elsewhere = await office.post('/v1/topics', { names: [] }, { 'idempotency-key': 'reused' });
    expect([codeOf(other), codeOf(elsewhere)]).toEqual(Array(2).fill('422 idempotency.key-reused'));
    expect(await countOf('changshu')).toBe(0);
  });

  it('takes a file for the same where its bytes and its type are', async () => {
    const story = JSON.stringify({ dossier: 'filed', topics: { one: { names: named('Filed') } } });
    const send = (type: string, file: string) =>
      office.post('/v1/dossiers', file, { 'content-type': type, 'idempotency-key': 'filed' });
    const [first, again] = [await send('application/yaml', story), await send('application/yaml', story)];
    const otherwise = [await send('application/json', story), await send('application/yaml', `${story}\n`)];
    expect([first.status, shapeOf(again)]).toEqual([200, shapeOf(first)]);
    expect(otherwise.map(codeOf)).toEqual(Array(2).fill('422 idempotency.key-reused'));
  });

  it('looks at a large file no longer than at a small one', async () => {
    const began = performance.now();
    const headers = { 'content-type': 'application/yaml', 'idempotency-key': 'large' };
    const { status } = await office.post('/v1/dossiers', '\0'.repeat(8_000_000), headers);
    expect([status, performance.now() - began < 3000]).toEqual([400, true]);
  });

  it('shows no answer to a token that may see less than the one it was made for', async () => {
    const holder = (scopes?: Scope[]) => office.as({ label: 'One holder', role: 'organizer', scopes });
    const person = { ...aPerson(), email: 'hidden@example.org' };
    const post = (one: Client) => one.post('/v1/people', person, { 'idempotency-key': 'sight' });
    const [wide, narrow] = [await holder(), await holder(['directory:read', 'directory:write'])];
    const first = await post(wide);
    const [refused, again] = [await post(narrow), await post(wide)];
    expect([first.status, codeOf(refused), refused.text.includes('hidden@'), shapeOf(again)]).toEqual([
      201,
      '422 idempotency.key-reused',
      false,
      shapeOf(first),
    ]);
  });

  it('lets a refused request be corrected with the same key', async () => {
    const refused = await keyed(office, 'corrected', { ...city('Napoli'), capacity: -1 });
    const impossible = await keyed(office, 'corrected', { ...city('Napoli'), latitude: 40.8 });
    const accepted = await keyed(office, 'corrected', city('Napoli'));
    expect([refused.status, impossible.status, accepted.status]).toEqual([400, 400, 201]);
  });

  it('says that the first request is still running', async () => {
    const running = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const places = office.provider(Database);
    const enclosed = places.enclose.bind(places);
    places.enclose = (work) =>
      enclosed(async (tx) => {
        const answer = await work(tx);
        begun.resolve();
        await running.promise;
        return answer;
      });
    const first = keyed(office, 'running', city('Guiyang'));
    await begun.promise;
    const second = await keyed(branch, 'running', city('Guiyang'));
    running.resolve();
    places.enclose = enclosed;
    expect([codeOf(second), (await first).status]).toEqual(['409 idempotency.in-progress', 201]);
    expect((await keyed(branch, 'running', city('Guiyang'))).body).toEqual((await first).body);
  });

  it.each([
    ['empty', ''],
    ['with a blank', 'two words'],
    ['beyond ASCII', 'chiàve'],
    ['too long', 'k'.repeat(256)],
  ])('refuses a key that is %s', async (_, key) => {
    expect(codeOf(await keyed(office, key, city('Milano')))).toBe('400 idempotency.bad-key');
  });

  it('does the work again that Postgres ended because of another transaction', async () => {
    const run = (text: string) => command(office.migrationUrl, text);
    await run(`
      create sequence attempts;
      grant usage on sequence attempts to public;
      create function collide_once() returns trigger language plpgsql as $$ begin
        if nextval('attempts') = 1 then raise exception 'deadlock' using errcode = 'deadlock_detected'; end if;
        return null;
      end $$;
      create trigger collide_once after insert on places for each row execute function collide_once()`);
    const first = await keyed(office, 'collision', city('Latina'));
    const again = await keyed(branch, 'collision', city('Latina'));
    await run('drop trigger collide_once on places');
    expect([first.status, shapeOf(again), await countOf('latina')]).toEqual([201, shapeOf(first), 1]);
  });

  it('keeps an answer for 24 hours, and clears it away after them', async () => {
    office.setTime('2026-12-01T09:00:00Z');
    const first = await keyed(office, 'day', city('Suzhou'));
    office.setTime('2026-12-02T08:59:59Z');
    expect((await keyed(office, 'day', city('Suzhou'))).body.id).toBe(first.body.id);
    office.setTime('2026-12-02T09:00:00Z');
    expect((await keyed(office, 'day', city('Suzhou'))).body.id).not.toBe(first.body.id);
    office.setTime('2026-12-20T09:00:00Z');
    for (let at = 0; at < 10; at++) await keyed(office, `later-${at}`, city('Wuxi'));
    const kept = await office
      .provider(Database)
      .transaction((tx) => tx.query('select key from idempotency_keys order by at, key'));
    const keys = Array.from({ length: 10 }, (_, at) => hash('sha256', `later-${at}`, 'hex'));
    expect(kept).toEqual(keys.toSorted().map((key) => ({ key })));
  });

  it('is offered by every operation that takes a key, and by no other', async () => {
    const { paths } = JSON.parse(await readFile('apps/api/openapi.json', 'utf8')) as OpenAPIObject;
    const posts = Object.entries(paths).flatMap(([path, { post }]) => (post ? [[path, post] as const] : []));
    const refusing: string[] = [];
    for (const [path] of posts) {
      const at = path.replace(/\{\w+\}/g, '019a8f3e-4c00-7000-8000-000000000001');
      const { body } = await office.post(at, {}, { 'idempotency-key': path });
      if (body.code === 'idempotency.answered-once') refusing.push(path);
    }
    const offering = posts.filter(([, { parameters = [] }]) =>
      parameters.some((one) => '$ref' in one && one.$ref.endsWith('/IdempotencyKey')),
    );
    const silent = posts.filter((post) => !offering.includes(post)).map(([path]) => path);
    expect([offering.length > 80, silent, refusing.length > 3]).toEqual([true, refusing, true]);
  });

  const countOf = async (q: string): Promise<number> =>
    (await office.get(`/v1/places?count=true&q=${q}`)).body.total;
});

function keyed(client: Client, key: string, body: object): Promise<Answer> {
  return client.post('/v1/places', body, { 'idempotency-key': key });
}

function shapeOf({ status, body, headers: { etag, location } }: Answer): object {
  return { status, body, etag, location };
}

function codeOf({ status, body }: Answer): string {
  return `${status} ${body.code}`;
}
