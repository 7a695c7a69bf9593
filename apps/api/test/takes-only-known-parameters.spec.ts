import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aTopic } from '#directory/testing';
import type { Answer } from './answer.js';
import { readDocument } from './document.js';
import { type Reads, readsOf } from './every-read.js';
import { type Office, openOffice } from './office.js';

/** Those who follow the addresses of calendars append parameters of their own. */
const CALENDARS = /\.(?:ics|ifb|jcal\.json|jscalendar\.json)$/;

/** What is sent to writes that take no JSON alone. */
const FILES = [
  ['/imports', 'text/calendar'],
  ['/dossiers', 'application/yaml'],
] as const;

describe('asking with parameters', () => {
  let office: Office;
  let reads: Reads;

  beforeAll(async () => {
    office = await openOffice();
    reads = await readsOf(office.url);
  });
  afterAll(() => office.close());

  const addressOf = (template: string, query: string): string =>
    `${template.replace('{number}', '1').replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000')}?${query}`;
  const ask = (template: string, query: string): Promise<Answer> =>
    office.get(addressOf(template, query), { 'corteo-reason': 'asking' });
  const refusal = ({ status, body }: Answer): unknown => [
    status,
    (body.errors ?? []).find(({ pointer }: { pointer: string }) => pointer === '?nonsense')?.detail,
  ];

  it('refuses those that a route does not know, at every address but those of calendars', async () => {
    const taken: unknown[] = [];
    for (const template of [...reads.keys()].filter((one) => !CALENDARS.test(one))) {
      const told = refusal(await ask(template, 'nonsense=1'));
      if (`${told}` !== '400,There is no parameter nonsense here.') taken.push([template, told]);
    }
    expect(taken).toEqual([]);
  }, 60_000);

  it('refuses those that a write does not know, and does nothing', async () => {
    const { paths } = (await readDocument(office.url)) as { paths: Record<string, object> };
    const writes = Object.entries(paths).flatMap(([template, operations]) =>
      (['post', 'put', 'patch', 'delete'] as const).flatMap((method) =>
        method in operations ? [[method, template] as const] : [],
      ),
    );
    expect(writes.length).toBeGreaterThan(150);
    const done: unknown[] = [];
    for (const [method, template] of writes) {
      const type = FILES.find(([end]) => template.endsWith(end))?.[1];
      const headers: Record<string, string> = type ? { 'content-type': type } : {};
      const told = refusal(
        await office.misuse(method, addressOf(template, 'nonsense=1'), type && 'x', headers),
      );
      if (`${told}` !== '400,There is no parameter nonsense here.') done.push([method, template, told]);
    }
    expect(done).toEqual([]);
    const { at, tag } = await office.record('/v1/topics', aTopic());
    expect((await office.delete(`${at}?dry-run=true`, { 'if-match': tag })).status).toBe(400);
    expect((await office.get(at)).status).toBe(200);
  }, 60_000);

  it.each(['0x5', '0b11', '1e2', '%205', '5.0', ''])(
    'takes no size of a page that is written %j',
    async (limit) => {
      const { status, body } = await office.get(`/v1/topics?limit=${limit}`);
      expect([status, body.errors?.[0].detail]).toEqual([400, 'must be a whole number from 1 to 200.']);
    },
  );

  it('reads what was put away where the document says so, and is told no other word', async () => {
    const archived = [...reads].filter(([, { parameters = [] }]) =>
      parameters.some(({ name }) => name === 'archived'),
    );
    const { at } = await office.record('/v1/topics', aTopic());
    expect(archived.map(([template]) => template)).toContain('/v1/topics/{id}');
    for (const [template] of archived)
      expect([template, (await ask(template, 'archived=xyz')).status]).toEqual([template, 400]);
    await office.delete(at, { 'if-match': '*' });
    const statuses = [await office.get(at), await office.get(`${at}?archived=include`)].map(
      ({ status }) => status,
    );
    expect(statuses).toEqual([404, 200]);
  }, 60_000);
});
