import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A server in a process of its own. */
export interface Server {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from its start to its first answer. */
  readonly readyIn: number;
  stop(): Promise<void>;
}

/** A port of the loopback address that nobody listens at. */
export async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/**
 * Starts a server and waits until it answers.
 * @param script the compiled file to run
 * @param path what it answers at with success once it is ready
 */
export async function startServer(
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  port: number,
  path: string,
): Promise<Server> {
  const start = performance.now();
  const child = spawn(process.execPath, [script, ...args], {
    env: { PATH: inheritedPath(), ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.once('exit', () => child.kill());
  const url = `http://127.0.0.1:${port}`;
  await untilAnswer(child, url + path);
  const readyIn = performance.now() - start;
  return { url, pid: child.pid!, readyIn, stop: () => stop(child) };
}

/** Where programs are looked for. */
export function inheritedPath(): string {
  // oxlint-disable-next-line node/no-process-env -- the embedded Postgres finds its tools there
  return process.env.PATH ?? '';
}

async function untilAnswer(child: ChildProcess, url: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server of ${url} has ended.`);
    const answer = await fetch(url).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await wait(5);
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** Bytes of memory that a process holds at this moment. */
export async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)![1]) * 1024;
}

/** Milliseconds of processor time that a process has used so far; what others do meanwhile changes little in it. */
export async function processorTimeOf(pid: number): Promise<number> {
  const [, , user, system] = await timesOf(pid);
  return user + system;
}

/** Milliseconds of processor time that a Postgres has used so far, with all its connections, present and past. */
export async function processorTimeOfPostgres(folder: string): Promise<number> {
  const postmaster = Number((await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]);
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  // A process that has ended in the meantime counts among those that its parent has seen the end of.
  const all = await Promise.all(pids.map((pid) => timesOf(pid).catch(() => null)));
  const children = all.filter((times) => times?.[1] === postmaster);
  const [, , , , pastUser, pastSystem] = await timesOf(postmaster);
  return children.reduce((sum, times) => sum + times![2] + times![3], pastUser + pastSystem);
}

type Times = [
  pid: number,
  parent: number,
  user: number,
  system: number,
  pastUser: number,
  pastSystem: number,
];

async function timesOf(pid: number): Promise<Times> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const MILLISECONDS_A_TICK = 10;
  const [user, system, pastUser, pastSystem] = fields
    .slice(11, 15)
    .map((ticks) => ticks * MILLISECONDS_A_TICK);
  return [pid, fields[1]!, user!, system!, pastUser!, pastSystem!];
}
