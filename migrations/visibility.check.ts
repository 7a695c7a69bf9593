import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, openTestDatabase } from '#platform/testing';
import type { DataSource } from 'typeorm';

/** The tables of records, by the columns that all of them have. */
const RECORDS = `
  select c.relname::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    and a.attname in ('id', 'version', 'created_by_id', 'archived_at')
  group by c.relname having count(*) = 4 order by 1`;

/** The functions that decide what of a table a caller may see. */
const FUNCTIONS = `
  select substr(proname, length('visible_') + 1) as name,
    format('(%s) returns %s', pg_get_function_arguments(oid), pg_get_function_result(oid)) as form
  from pg_proc where pronamespace = 'public'::regnamespace and proname like 'visible\\_%' order by 1`;

const SOMEBODY = `'{"actor": "019a8f3e-4c00-7000-8000-000000000001", "scopes": ["read"], "organizations": []}'`;

describe('what a caller may see', () => {
  let test: TestDatabase;
  let dataSource: DataSource;
  let functions: { name: string; form: string }[];

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ dataSource } = await test.connect());
    functions = await dataSource.query(FUNCTIONS);
  });
  afterAll(() => test.drop());

  it('is decided, for every table of records, by a function of its own', async () => {
    const records = await dataSource.query<{ name: string }[]>(RECORDS);
    const decided = new Set(functions.map(({ name }) => name));
    expect(records.map(({ name }) => name).filter((name) => !decided.has(name))).toEqual([]);
    expect(records.length).toBeGreaterThan(20);
  });

  it('is rows of the table, whoever the caller', () => {
    expect(functions.map(({ form }) => form)).toEqual(
      functions.map(({ name }) => `(caller jsonb) returns SETOF ${name}`),
    );
  });

  it('costs no call: the functions become part of the statement', async () => {
    const called = await Promise.all(functions.map(({ name }) => isCalled(name)));
    expect(functions.filter((_, index) => called[index])).toEqual([]);
  });

  it('would be noticed where it cost a call', async () => {
    await dataSource.query(`
      create function visible_things(caller jsonb) returns setof places language sql stable strict
      as 'select * from public.places'`);
    const called = await isCalled('things');
    await dataSource.query('drop function visible_things(jsonb)');
    expect(called).toBe(true);
  });

  it('is, without a token, no more than public calendars tell', async () => {
    const plans = await Promise.all(functions.map(({ name }) => planOf(name, 'null')));
    const shown = functions.filter((_, index) => !plans[index]!.includes('One-Time Filter: false'));
    expect(shown.map(({ name }) => name)).toEqual([
      'agenda_items',
      'agenda_publications',
      'events',
      'places',
      'published_items',
      'topics',
    ]);
  });

  async function isCalled(name: string): Promise<boolean> {
    return (await planOf(name, SOMEBODY)).includes('Function Scan');
  }

  async function planOf(name: string, caller: string): Promise<string> {
    const lines = await dataSource.query<{ 'QUERY PLAN': string }[]>(
      `explain (costs off) select from visible_${name}(${caller})`,
    );
    return lines.map((line) => line['QUERY PLAN']).join('\n');
  }
});
