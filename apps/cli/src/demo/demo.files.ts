import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { claimCluster, startCluster } from '#embedded';
import { type Config, dataSourceOptions } from '#platform';
import { DataSource } from 'typeorm';

const ENVIRONMENT_FILE = 'var/demo.env';

/** Tells whether both stories are in the database, complete. */
export async function isLoaded(folder: string): Promise<boolean> {
  return isThere(markerIn(folder));
}

/** Notes that both stories are in the database. */
export async function noteLoaded(folder: string): Promise<void> {
  await writeFile(
    markerIn(folder),
    'Without this file, the demo empties its database and loads the stories.\n',
  );
}

/**
 * Empties the database of a demo that was cut off while it loaded.
 * @throws ClusterClaimedError where a demo is running, perhaps still loading
 */
export async function discardPartialLoad({ dataFolder: folder, stateFolder }: Config): Promise<void> {
  if ((await isLoaded(folder)) || !(await isThere(folder))) return;
  const cluster = await startCluster(folder, { stateFolder });
  const giveUp = await claimCluster(cluster.url, cluster.folder);
  try {
    await emptyDatabase(cluster.migrationUrl);
  } finally {
    // In this order nobody can begin to use the cluster before it has stopped.
    await cluster.stop();
    await giveUp();
  }
}

async function emptyDatabase(url: string): Promise<void> {
  const dataSource = await new DataSource(dataSourceOptions(url, 1)).initialize();
  try {
    await dataSource.query('drop schema public cascade; create schema public');
  } finally {
    await dataSource.destroy();
  }
}

/** The token that an earlier run wrote down. */
export async function readToken(): Promise<string | undefined> {
  const text = await readFile(ENVIRONMENT_FILE, 'utf8').catch(() => '');
  return parseEnv(text).CORTEO_TOKEN;
}

/** Writes down how to reach the demo, for its user only. */
export async function writeEnvironment(url: string, token: string): Promise<void> {
  await mkdir(dirname(ENVIRONMENT_FILE), { recursive: true });
  // Removed first: only a new file gets the mode.
  await rm(ENVIRONMENT_FILE, { force: true });
  await writeFile(ENVIRONMENT_FILE, `CORTEO_URL=${url}\nCORTEO_TOKEN=${token}\n`, { mode: 0o600 });
}

function markerIn(folder: string): string {
  return join(folder, 'stories-loaded');
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
