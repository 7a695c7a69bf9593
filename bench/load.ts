import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Cluster, startCluster } from '#embedded';
import { dataSourceOptions, openDataSource } from '#platform';
import { DataSource } from 'typeorm';
import { CROWDED } from './data.agendas.js';
import { dataFor } from './data.js';
import { GENERATOR } from './data.names.js';
import { sizesFor } from './data.sizes.js';
import { KNOWN_WORDS, wordsOfData } from './data.words.js';

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
    await migrate(cluster);
    return { ...cluster, end, loadedIn: await load(cluster.adminUrl, visits) };
  } catch (error) {
    await end();
    throw error;
  }
}

async function migrate({ url, migrationUrl }: Cluster): Promise<void> {
  const dataSource = new DataSource(dataSourceOptions(url, 2));
  await openDataSource(dataSource, migrationUrl);
  await dataSource.destroy();
}

async function load(url: string, visits: number): Promise<number | null> {
  return withClient(url, async (client) => {
    const loaded = await client.query<{ count: string }>(
      `select count(*) from events where kind = 'visit' and created_at < '2025-01-01'`,
    );
    if (Number(loaded.rows[0]!.count) === visits + CROWDED) return null;
    const start = performance.now();
    await fill(client, url, visits);
    return (performance.now() - start) / 1000;
  });
}

async function fill(client: pg.Client, url: string, visits: number): Promise<void> {
  const { ground, branches } = dataFor(sizesFor(visits));
  await runAll(client, GENERATOR);
  const indexes = await dropIndexes(client);
  await runAll(client, ground);
  await sideBySide(url, branches);
  await writeWords(client, url);
  await sideBySide(
    url,
    [0, 1].map((half) => indexes.filter((_, index) => index % 2 === half)),
  );
  await runAll(client, ['drop schema bench cascade', 'vacuum (analyze, freeze)', 'checkpoint']);
}

async function writeWords(client: pg.Client, url: string): Promise<void> {
  const start = performance.now();
  await sideBySide(url, wordsOfData());
  await runAll(client, KNOWN_WORDS);
  console.log(`Wrote the words of everything in ${((performance.now() - start) / 1000).toFixed(0)} s.`);
}

async function sideBySide(url: string, lists: readonly string[][]): Promise<void> {
  await Promise.all(lists.map((statements) => withClient(url, async (client) => runAll(client, statements))));
}

async function runAll(client: pg.Client, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await client.query(statement);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  // The generator gives what triggers and foreign keys would see to; both cost more than the rows.
  const settings = {
    session_replication_role: 'replica',
    synchronous_commit: 'off',
    maintenance_work_mem: '512MB',
    work_mem: '128MB',
  };
  const options = Object.entries({ timezone: 'UTC', jit: 'off', ...settings }).map(
    ([name, value]) => `-c ${name}=${value}`,
  );
  const client = new pg.Client({ connectionString: url, options: options.join(' ') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Drops the indexes that no constraint needs, which are faster to build at once, and gives their definitions. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace and relname not in ('places', 'topics'))
       and not exists (select from pg_constraint where conindid = indexrelid)`,
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}
