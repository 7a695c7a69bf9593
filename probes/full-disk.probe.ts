import { execFile } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Probe, none, skipped } from './probe.js';
import { Recovery } from './recovery.js';
import { Product } from './stage/product.js';
import type { Stage } from './stage/stage.js';

const run = promisify(execFile);
const FULL_MS = 8000;

/** The file system of the data is filled under writes, and freed again. */
export const fullDisk: Probe = {
  name: 'full-disk',
  async run(stage, extent) {
    const disk = await mountSmall(stage);
    if (disk === null) return [skipped('a full disk', 'needs root, and the right to mount')];
    const product = await Product.open(stage, { dataFolder: join(disk, 'pg') });
    const recovery = await Recovery.open(product);
    for (let round = 0; round < extent.rounds(2, 20); round++) await recovery.round(() => fillAndFree(disk));
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

async function fillAndFree(disk: string): Promise<void> {
  const filler = join(disk, 'filler');
  await fill(filler);
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
