import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, openTestDatabase } from '#platform/testing';
import type { DataSource } from 'typeorm';

/** Rules of uniqueness among records, but for those that hold for any rows at all: they have the own id in them. */
const RULES = `
  select c.relname::text as name, pg_get_expr(i.indpred, i.indrelid) as condition
  from pg_index i join pg_class c on c.oid = i.indexrelid
  join pg_attribute stamp on stamp.attrelid = i.indrelid and stamp.attname = 'archived_at'
  where (i.indisunique or i.indisexclusion)
    and not exists (select from pg_attribute own where own.attrelid = i.indrelid and own.attname = 'id'
      and own.attnum = any (i.indkey))
  order by 1`;

/** Nobody gives an event or an item its identity in calendars, nor puts a publication away. */
const FOR_EVER = ['agenda_items_uid_once', 'agenda_publications_number_once', 'events_uid_once'];

describe('rules of uniqueness', () => {
  let test: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ dataSource } = await test.connect());
  });
  afterAll(() => test.drop());

  it('count what is in use', async () => {
    const rules = await dataSource.query<{ name: string; condition: string | null }[]>(RULES);
    const forEver = rules.filter(({ condition }) => !condition?.includes('archived_at IS NULL'));
    expect(forEver.map(({ name }) => name)).toEqual(FOR_EVER);
    expect(rules.length).toBeGreaterThan(8);
  });
});
