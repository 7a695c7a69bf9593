import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dataSourceOptions, readMigrations } from '#platform';
import { type TestDatabase, openTestDatabase } from '#platform/testing';
import { DataSource } from 'typeorm';

const EXTENSIONS = `select array_agg(objid) from pg_depend where deptype = 'e'`;

/** Everything of the schema that a migration can make, as text, except the table in which migrations are noted. */
const CATALOG = `
  with extension(objects) as (${EXTENSIONS})
  select 'extension ' || extname as item from pg_extension
  union all
  select format('column %s.%s %s %s%s %s', a.attrelid::regclass, a.attname, a.attnum, format_type(a.atttypid, a.atttypmod),
    case when a.attnotnull then ' not null' else '' end, pg_get_expr(d.adbin, d.adrelid))
  from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
  where c.relnamespace = 'public'::regnamespace and a.attnum > 0 and c.relkind = 'r' and c.relname <> 'migrations'
  union all
  select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
  from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 'migrations'::regclass
  union all
  select pg_get_indexdef(indexrelid) from pg_index join pg_class c on c.oid = indexrelid
  where c.relnamespace = 'public'::regnamespace and indrelid <> 'migrations'::regclass
  union all
  select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  union all
  select pg_get_functiondef(p.oid) from pg_proc p, extension
  where p.pronamespace = 'public'::regnamespace and p.oid <> all (extension.objects) and p.prokind = 'f'
  union all
  select format('type %s', t.oid::regtype) from pg_type t, extension
  where t.typnamespace = 'public'::regnamespace and t.oid <> all (extension.objects) and t.typname !~ '^_?migrations$'
  order by 1`;

describe('migrations', () => {
  let test: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    test = await openTestDatabase();
    dataSource = await new DataSource(dataSourceOptions(test.url, 2)).initialize();
  });

  afterAll(async () => {
    await dataSource.destroy();
    await test.drop();
  });

  it('leave nothing behind on the way down, and the same schema on the way up again', async () => {
    const before = await readCatalog(dataSource);
    for (const _ of readMigrations()) await dataSource.undoLastMigration({ transaction: 'all' });
    const below = await readCatalog(dataSource);
    await dataSource.runMigrations({ transaction: 'all' });
    expect([below, await readCatalog(dataSource)]).toEqual([['extension plpgsql'], before]);
    expect(before.length).toBeGreaterThan(100);
  });
});

async function readCatalog(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ item: string }[]>(CATALOG);
  return rows.map(({ item }) => item);
}
