import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { type Server, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Cluster } from './index.js';

/** What makes a cluster quick to test with. */
export const settings = { fsync: 'off' };

/** Runs one query over its own connection. */
export async function query<T extends pg.QueryResultRow>(cluster: Cluster, sql: string): Promise<T[]> {
  const client = new pg.Client(cluster.adminUrl);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The process id of the running cluster. */
export async function readPid({ folder }: Cluster): Promise<number> {
  return Number.parseInt(await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8'), 10);
}

/** Kills the cluster's main process and waits for its end. */
export async function killPostmaster(cluster: Cluster): Promise<void> {
  const pid = await readPid(cluster);
  const isAlive = async () => (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')) !== '';
  if (await isAlive()) process.kill(pid, 'SIGKILL');
  while (await isAlive()) await sleep(20);
}

/** Starts the cluster in another Node process, which then stays. */
export async function startElsewhere(folder: string) {
  const index = JSON.stringify(new URL('./index.js', import.meta.url).href);
  const script = `const { startCluster } = await import(${index});
    console.log((await startCluster(${JSON.stringify(folder)}, { settings: { fsync: 'off' } })).url);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await child.stdout.take(1).toArray();
  return { child, url: String(line).trim() };
}

/** Starts a program unrelated to Postgres as the owner of the data. */
export function spawnAs({ uid, gid }: { uid: number; gid: number }) {
  const identity = process.getuid?.() === 0 ? { uid, gid } : {};
  return spawn('sleep', ['60'], { ...identity, cwd: '/', stdio: 'ignore' });
}

/** Takes a port of the loopback address. */
export async function listenOn(port: number): Promise<Server> {
  const server = createServer();
  return await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** Kills the cluster's main process and takes its port, again where somebody else was faster. */
export async function takePortFrom(cluster: Cluster): Promise<Server> {
  const port = Number(new URL(cluster.url).port);
  for (;;) {
    await killPostmaster(cluster);
    const server = await listenOn(port).catch(() => null);
    if (server) return server;
    await sleep(100);
  }
}
