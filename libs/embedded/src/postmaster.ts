import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from './place.js';
import { run } from './run.js';

/** The main process of a running cluster, and the port it listens on or is about to. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/**
 * Finds the cluster's main process by its lock file `data/postmaster.pid`: the process id on the first line,
 * the port on the fourth.
 * @returns null where none runs, even if the file is there and its process id went to another program
 */
export async function findPostmaster(place: Place): Promise<Postmaster | null> {
  const lines = (await readPidFile(place))?.split('\n') ?? [];
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!(pid > 0) || !(port > 0)) return null;
  return (await readCommandLine(pid)).includes(` -D ${place.data} -p `) ? { pid, port } : null;
}

/**
 * Removes a lock file left by a cluster that did not stop by itself. Postgres does so too, except where the
 * process id now belongs to another program. It still refuses to start beside survivors of the old cluster,
 * by their shared memory.
 */
export async function clearPidFile(place: Place): Promise<void> {
  if ((await findPostmaster(place)) === null) await rm(pidFile(place), { force: true });
}

function pidFile(place: Place): string {
  return join(place.data, 'postmaster.pid');
}

async function readPidFile(place: Place): Promise<string | null> {
  return await readFile(pidFile(place), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

/** The program and arguments of a process, one space between them; empty for one that ended. */
async function readCommandLine(pid: number): Promise<string> {
  if (process.platform !== 'linux') return (await run('ps', ['-ww', '-o', 'args=', '-p', `${pid}`])).output;
  const raw = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return raw.replaceAll('\0', ' ');
}
