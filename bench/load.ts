import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { type Cluster, dataSourceOptions, openDataSource, startCluster } from '#platform';
import { migrations } from '../migrations/data-source.js';
import { dataFor, sizesFor } from './data.js';
import { GENERATOR } from './data.names.js';

/** A Postgres of the benchmark's own, with its data. */
export interface LoadedCluster extends Cluster {
  /** Seconds that loading took; none where the folder held the data already. */
  readonly loadedIn: number | null;
  /** Stops it, and deletes its folder where that was a temporary one. */
  end(): Promise<void>;
}

/**
 * Starts an embedded cluster with the settings of `npm start` and fills it.
 * @param folder keeps the data for another run; without it, it goes into a temporary folder
 */
export async function openLoaded(visits: number, folder: string | undefined): Promise<LoadedCluster> {
  const place = folder ?? (await mkdtemp(join(tmpdir(), 'corteo-bench-')));
  const cluster = await startCluster(place);
  const end = async (): Promise<void> => {
    await cluster.stop();
    if (!folder) await rm(place, { recursive: true });
  };
  try {
    await migrate(cluster.url);
    return { ...cluster, end, loadedIn: await load(cluster.url, visits) };
  } catch (error) {
    await end();
    throw error;
  }
}

async function migrate(url: string): Promise<void> {
  const dataSource = new DataSource({ ...dataSourceOptions(url, 2), migrations });
  await openDataSource(dataSource);
  await dataSource.destroy();
}

async function load(url: string, visits: number): Promise<number | null> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC -c jit=off' });
  await client.connect();
  try {
    const loaded = await client.query<{ count: string }>(
      `select count(*) from events where kind = 'visit' and created_at < '2025-01-01'`,
    );
    if (loaded.rows[0]!.count === String(visits)) return null;
    const start = performance.now();
    await fill(client, visits);
    return (performance.now() - start) / 1000;
  } finally {
    await client.end();
  }
}

async function fill(client: pg.Client, visits: number): Promise<void> {
  // The generator gives what triggers and foreign keys would see to; both cost more than the rows.
  await client.query(
    `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '128MB'`,
  );
  for (const statement of GENERATOR) await client.query(statement);
  const indexes = await dropIndexes(client);
  for (const statement of dataFor(sizesFor(visits))) {
    await client.query(statement);
  }
  for (const index of indexes) await client.query(index);
  await client.query('drop schema bench cascade');
  await client.query('vacuum (analyze, freeze)');
  await client.query('checkpoint');
}

/** Drops the indexes that no constraint needs, which are faster built at once, and gives their definitions. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace and relname not in ('places', 'topics'))
       and not exists (select from pg_constraint where conindid = indexrelid)`,
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}
