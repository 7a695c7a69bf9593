import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';
import { type Listed, recordSevens } from './sevens.js';

describe('a list', () => {
  let office: Office;
  let lists: Listed[];

  beforeAll(async () => {
    office = await openOffice();
    lists = Object.values(await recordSevens(office));
  }, 60_000);
  afterAll(() => office.close());

  it('of any kind tells of each record what is asked for, and its id', async () => {
    const differing: string[] = [];
    for (const { list } of lists) {
      const whole = (await office.get(`${list}?limit=1`)).body;
      const [row] = whole.items as [Recorded];
      const chosen = Object.keys(row).filter((_, at) => at % 3 === 1);
      const { body } = await office.get(`${list}?limit=1&fields=${chosen.join(',')}`);
      const told = Object.fromEntries(
        Object.entries(row).filter(([name]) => name === 'id' || chosen.includes(name)),
      );
      const expected = { ...whole, items: [told] };
      if (JSON.stringify(body) !== JSON.stringify(expected)) differing.push(list);
    }
    expect([differing, lists.length > 10]).toEqual([[], true]);
  });

  it('goes on with its cursor whatever is asked for, and has another tag', async () => {
    const address = '/v1/topics?limit=3';
    const [whole, named] = [await office.get(address), await office.get(`${address}&fields=name`)];
    const { nextCursor } = named.body;
    expect(nextCursor).toBe(whole.body.nextCursor);
    expect(named.headers.link).toContain('fields=name');
    expect(named.headers.etag).not.toBe(whole.headers.etag);
    const [rest, restNamed] = [
      await office.get(`${address}&cursor=${nextCursor}`),
      await office.get(`${address}&fields=name&cursor=${nextCursor}`),
    ];
    expect(restNamed.body.items).toEqual(rest.body.items.map(({ id, name }: Recorded) => ({ id, name })));
  });

  it('refuses members that there are not, with those that there are', async () => {
    const { status, body } = await office.get('/v1/topics?fields=name,colour');
    const known = 'archivedAt, createdAt, createdBy, id, name, notes, parent, updatedAt, updatedBy, version';
    expect([status, body.errors]).toEqual([
      400,
      [{ pointer: '?fields', detail: `There is no colour; there are ${known}.`, code: 'in' }],
    ]);
    for (const fields of ['', 'name,'])
      expect((await office.get(`/v1/topics?fields=${fields}`)).body.errors).toEqual([
        { pointer: '?fields', detail: `A name is missing; there are ${known}.`, code: 'in' },
      ]);
  });

  it('takes it wherever it is of records', async () => {
    const { paths } = (await (await fetch(`${office.url}/openapi.json`)).json()) as OpenAPIObject;
    const without = Object.entries(paths).flatMap(([path, { get }]) => {
      const names = (get?.parameters ?? []).flatMap((one) => ('name' in one ? [one.name] : []));
      return names.includes('updatedSince') && !names.includes('fields') ? [path] : [];
    });
    expect(without.filter((path) => !path.endsWith('/schedule'))).toEqual([]);
  });
});
