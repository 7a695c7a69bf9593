import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The server and the command line as they ship, each in a process of its own. */
const SERVER = fileURLToPath(new URL('../src/main.js', import.meta.url));
const COMMAND_LINE = fileURLToPath(new URL('../../cli/src/main.js', import.meta.url));

const WORKER = fileURLToPath(new URL('../../worker/src/main.js', import.meta.url));

type Environment = Readonly<Record<string, string>>;

/** A program that runs, or has run. */
export interface Program {
  readonly pid: number;
  /** All that it has said so far. */
  said(): string;
  kill(signal: NodeJS.Signals): void;
  /** Its exit code once it has ended, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

/** A server of its own. */
export interface ServerProgram extends Program {
  readonly url: string;
}

const running = new Set<ChildProcess>();

/** Starts the server on a free port; it need not answer yet. */
export async function startServer(environment: Environment): Promise<ServerProgram> {
  const port = await findPort();
  const program = startProgram([SERVER], { PORT: `${port}`, ...environment });
  return { ...program, url: `http://127.0.0.1:${port}` };
}

/** Starts the server, and waits until it answers. */
export async function runServer(environment: Environment): Promise<ServerProgram> {
  const server = await startServer(environment);
  const ready = async (): Promise<boolean> => (await statusOf(`${server.url}/health/ready`)) === 200;
  await Promise.race([waitUntil(ready), server.ended.then(() => fail(server))]);
  return server;
}

/** Starts the worker. */
export function startWorker(environment: Environment): Program {
  return startProgram([WORKER], environment);
}

/** Runs the command line to its end. */
export async function runCommand(
  words: readonly string[],
  environment: Environment,
): Promise<{ code: number | NodeJS.Signals; said: string }> {
  const program = startProgram([COMMAND_LINE, ...words], environment);
  const code = await program.ended;
  return { code, said: program.said() };
}

/** Waits until something is so, for a minute. */
export async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`Waited in vain until ${isSo}`);
    await sleep(50);
  }
}

/** The status of an answer; none where nobody answers. */
export async function statusOf(url: string): Promise<number | undefined> {
  return fetch(url).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.status;
    },
    () => undefined,
  );
}

/** Makes a folder for the data of a cluster; `drop` it when the cluster is stopped. */
export async function makeFolder(): Promise<{ folder: string; drop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'corteo-journey-'));
  // Root's Postgres is another user, who has to get into it.
  await chmod(folder, 0o711);
  return { folder, drop: () => rm(folder, { recursive: true, force: true }) };
}

/** Ends what a test left running. */
export async function endPrograms(): Promise<void> {
  const ends = [...running].map((child) => once(child, 'exit'));
  for (const child of running) child.kill('SIGTERM');
  await Promise.all(ends);
}

function startProgram(words: readonly string[], environment: Environment): Program {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [...words], { env: { PATH, ...environment }, stdio: 'pipe' });
  const heard: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => heard.push(text));
  running.add(child);
  const ended = once(child, 'close').then(([code, signal]) => {
    running.delete(child);
    return (code ?? signal) as number | NodeJS.Signals;
  });
  return { pid: child.pid!, said: () => heard.join(''), kill: (signal) => void child.kill(signal), ended };
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

function fail(program: Program): never {
  throw new Error(`The server ended: ${program.said()}`);
}
