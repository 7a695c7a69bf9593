import { join } from 'node:path';
import pg from 'pg';
import { type Cluster, startCluster } from '#embedded';
import { openLoaded } from '../../bench/load.js';
import type { Stage } from './stage.js';

/** A Postgres of a probe's own, its database empty. */
export async function openCluster(stage: Stage): Promise<string> {
  const cluster = await startCluster(join(await stage.makeFolder(), 'pg'));
  stage.onEnd(() => cluster.stop());
  return adminOf(cluster);
}

/** A Postgres of a probe's own, filled as the benchmark fills it. */
export async function openFilled(stage: Stage, visits: number): Promise<string> {
  const cluster = await openLoaded(visits, join(await stage.makeFolder(), 'pg'));
  stage.onEnd(() => cluster.end());
  return adminOf(cluster);
}

/** The address of the database for the role that may do everything there: locks, other databases, comparisons. */
function adminOf({ adminUrl }: Cluster): string {
  return adminUrl;
}

/** Makes an empty database beside another one, and gives its address. */
export async function createDatabase(url: string, name: string): Promise<string> {
  await withClient(url, (client) => client.query(`create database ${name}`));
  const beside = new URL(url);
  beside.pathname = `/${name}`;
  return beside.href;
}

/** Does something over one connection of its own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Locks the row of a topic until it is let go, as a forgotten session would. */
export async function lockTopic(stage: Stage, url: string, id: string): Promise<() => Promise<void>> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  await client.query('begin');
  await client.query('select from topics where id = $1 for update', [id]);
  let ended: Promise<void> | undefined;
  const release = (): Promise<void> => (ended ??= client.end());
  stage.onEnd(release);
  return release;
}
