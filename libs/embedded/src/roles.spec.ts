import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database, Violations, dataSourceOptions } from '#platform';
import { DataSource } from 'typeorm';
import { query, settings } from './cluster.fixture.js';
import { type Cluster, startCluster } from './index.js';

const OWNERS = `
  select distinct owner::regrole::text from (
    select relowner as owner from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'S', 'i')
    union all select proowner from pg_proc where pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
    union all select datdba from pg_database where datname = 'corteo') it`;

describe('the roles of the embedded Postgres', () => {
  let folder: string;
  let cluster: Cluster;
  let application: DataSource;

  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'corteo-roles-')));
    cluster = await startCluster(folder, { settings });
    application = new DataSource(dataSourceOptions(cluster.url, 2));
    await openAsProduct();
  }, 60_000);

  afterAll(async () => {
    if (application.isInitialized) await application.destroy();
    await cluster.stop();
    await rm(folder, { recursive: true });
  });

  async function openAsProduct(): Promise<void> {
    await new Database(application, new Violations()).open(cluster.migrationUrl);
  }

  it('are an owner of everything, and an application that owns nothing and is no superuser', async () => {
    expect(await query(cluster, OWNERS)).toEqual([{ owner: 'owner_of_corteo' }]);
    expect(
      await query(
        cluster,
        `select rolname as name, rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls as mighty
         from pg_roles where rolcanlogin order by 1`,
      ),
    ).toEqual([
      { name: 'corteo', mighty: true },
      { name: 'owner_of_corteo', mighty: false },
      { name: 'user_of_corteo', mighty: false },
    ]);
  });

  it.each([
    `update history set at = now()`,
    `delete from history`,
    `truncate history`,
    `insert into history (record_id, table_name, version, at, kind, changes) values (uuidv7(), 'places', 9, now(), 'moved', '{}')`,
    `alter table history disable trigger all`,
    `set session_replication_role = replica`,
    `create table mine ()`,
    `create temporary table mine ()`,
    `create schema mine`,
    `drop table topics`,
    `alter table topics add column mine text`,
    `create function mine() returns int language sql return 1`,
    `create extension dblink`,
    `delete from migrations`,
    `select pg_read_file('postgresql.conf')`,
    `copy topics to '/tmp/topics'`,
    `copy topics from program 'id'`,
    `set role owner_of_corteo`,
    `alter role user_of_corteo superuser`,
    `alter system set fsync = off`,
    `set log_min_messages = debug5`,
  ])('deny the application: %s', async (statement) => {
    await expect(application.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('leave in the log nothing of what a client does wrong', async () => {
    const log = join(folder, 'postgres.log');
    const before = (await stat(log)).size;
    for (let round = 0; round < 100; round++)
      await expect(application.query(`select 'no id'::uuid`)).rejects.toMatchObject({ code: '22P02' });
    expect((await stat(log)).size - before).toBe(0);
  });

  it('take over a cluster that knew the superuser alone', async () => {
    await application.destroy();
    await query(cluster, 'reassign owned by owner_of_corteo to corteo');
    await query(cluster, 'drop owned by user_of_corteo, owner_of_corteo');
    await query(cluster, 'drop role user_of_corteo, owner_of_corteo');
    cluster = await startCluster(folder, { settings });
    expect(await query(cluster, OWNERS)).toEqual([{ owner: 'owner_of_corteo' }]);
    application = new DataSource(dataSourceOptions(cluster.url, 2));
    await openAsProduct();
    expect(await application.query('select count(*)::int as count from topics')).toEqual([{ count: 0 }]);
  });
});
