import { execFile } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type pg from 'pg';
import { findCluster } from '#embedded';
import { type Probe, none, skipped } from './probe.js';
import { Recovery } from './recovery.js';
import { withClient } from './stage/database.js';
import { Product } from './stage/product.js';
import type { Stage } from './stage/stage.js';

const run = promisify(execFile);
const FULL_MS = 8000;
const MOST_LOG_MB = 64;

/** The file system of the data is filled under writes, and freed again. */
export const fullDisk: Probe = {
  name: 'full-disk',
  async run(stage, extent) {
    const disk = await mountSmall(stage);
    if (disk === null) return [skipped('a full disk', 'needs root, and the right to mount')];
    const home = join(disk, 'pg');
    const recovery = await Recovery.open(await Product.open(stage, { dataFolder: home }));
    for (let round = 0; round < extent.rounds(2, 20); round++)
      await recovery.round(() => fillAndFree(disk, home));
    const { statuses } = recovery.ledger;
    const others = statuses.countOthers(/^(20[01]|409|412|429|503|507|0)$/);
    return [
      recovery.readiness(),
      ...recovery.losses(),
      none(`answers to writers (${statuses}) other than 2xx, 429, 503`, others),
    ];
  },
};

/** A file system in memory, just large enough; null where this machine does not let us. */
async function mountSmall(stage: Stage): Promise<string | null> {
  const folder = await stage.makeFolder();
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=200m,mode=711', 'tmpfs', folder]);
  } catch {
    return null;
  }
  stage.onEnd(() => run('umount', [folder]));
  return folder;
}

async function fillAndFree(disk: string, home: string): Promise<void> {
  const filler = join(disk, 'filler');
  await fill(filler);
  await exhaust(home);
  await wait(FULL_MS);
  await rm(filler);
}

async function fill(path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (const size of [1024 * 1024, 4096]) await append(file, Buffer.alloc(size));
  } finally {
    await file.close();
  }
}

/** Writes to the log of transactions until it has no room, which is worse for Postgres than none for rows. */
async function exhaust(home: string): Promise<void> {
  const cluster = await findCluster(home);
  if (cluster) await withClient(cluster.url, writeLog).catch(() => undefined);
}

async function writeLog(client: pg.Client): Promise<void> {
  const statement = `select pg_logical_emit_message(true, 'probe', repeat('x', 1000000))`;
  for (let megabytes = 0; megabytes < MOST_LOG_MB; megabytes++) await client.query(statement);
}

async function append(
  file: { write(chunk: Buffer): Promise<{ bytesWritten: number }> },
  chunk: Buffer,
): Promise<void> {
  try {
    while ((await file.write(chunk)).bytesWritten === chunk.length);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
