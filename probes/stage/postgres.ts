import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The main process of the embedded Postgres of a folder; null where none runs. */
export async function findPostmaster(folder: string): Promise<number | null> {
  const file = join(folder, 'data', 'postmaster.pid');
  const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10);
  if (!(pid > 0)) return null;
  // Its process id may have gone to another program since.
  return (await readCommand(pid)).includes(join(folder, 'data')) ? pid : null;
}

/** All processes of the Postgres of a folder, the main one first. */
export async function findProcesses(folder: string): Promise<number[]> {
  const postmaster = await findPostmaster(folder);
  return postmaster === null ? [] : [postmaster, ...(await findChildren(postmaster))];
}

/** The processes of the Postgres of a folder that serve connections. */
export async function findBackends(folder: string): Promise<number[]> {
  const [, ...children] = await findProcesses(folder);
  const named = await Promise.all(children.map(async (pid) => [pid, await readCommand(pid)] as const));
  return named.filter(([, name]) => /^postgres: \S+ \S+ 127\.0\.0\.1\(/.test(name)).map(([pid]) => pid);
}

/** Sends a signal to processes; those that have ended are passed over. */
export function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

/** Kills what still runs of the Postgres of a folder. */
export async function killPostgres(folder: string): Promise<void> {
  const pids = await findProcesses(folder);
  signalAll(pids, 'SIGKILL');
  for (let tries = 0; tries < 100 && (await areThere(pids)); tries++) await wait(50);
}

async function areThere(pids: readonly number[]): Promise<boolean> {
  const commands = await Promise.all(pids.map(readCommand));
  return commands.some((command) => command !== '');
}

async function findChildren(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = await Promise.all(pids.map(readParent));
  return pids.filter((_, index) => parents[index] === parent);
}

async function readParent(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

async function readCommand(pid: number): Promise<string> {
  const raw = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return raw.replaceAll('\0', ' ');
}
