import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { type Server, memoryOf } from './processes.js';
import { writeRows } from './report.js';
import { median } from './rounds.js';

/** The bytes of a mebibyte. */
export const MIB = 1024 * 1024;

/** What one start of the product showed. */
export interface Start {
  /** Milliseconds until it was ready. */
  readonly ready: number;
  /** Bytes of the Node process alone. */
  readonly idle: number;
  readonly loaded: number;
}

/** What a server is loaded with. */
interface Load {
  readonly paths: readonly string[];
  readonly headers: Record<string, string>;
}

/**
 * Starts the product several times on the database that is there, and loads it with requests.
 * @param start starts it
 */
export async function measureStarts(
  start: () => Promise<Server>,
  load: Load,
  { starts: times, seconds }: { starts: number; seconds: number },
): Promise<Start> {
  const starts: Start[] = [];
  for (let time = 0; time < times; time++) {
    starts.push(await observe(await start(), load, seconds));
  }
  const middle = (value: keyof Start): number => median(starts.map((one) => one[value]));
  return { ready: middle('ready'), idle: middle('idle'), loaded: middle('loaded') };
}

async function observe(server: Server, load: Load, seconds: number): Promise<Start> {
  try {
    // A second after it is ready, the server gives back what its start left behind.
    await wait(1500 + seconds * 500);
    const idle = await memoryOf(server.pid);
    return { ready: server.readyIn, idle, loaded: await highestUnder(server, load, seconds) };
  } finally {
    await server.stop();
  }
}

async function highestUnder(
  { url, pid }: Server,
  { paths, headers }: Load,
  seconds: number,
): Promise<number> {
  let highest = 0;
  const watch = setInterval(
    () => void memoryOf(pid).then((bytes) => (highest = Math.max(highest, bytes))),
    50,
  );
  await autocannon({
    url,
    headers,
    requests: paths.map((path) => ({ path })),
    connections: 16,
    duration: seconds,
  });
  clearInterval(watch);
  return highest;
}

/** The rows of the table that are no rates. */
export function writeStarts({ ready, idle, loaded }: Start): string {
  const mark = (value: number, goal: number, unit: string, digits: number): string[] => [
    `≤ ${goal.toFixed(digits)} ${unit}`,
    `${value.toFixed(digits)} ${unit}${value > goal ? ' ✗' : ''}`,
  ];
  return writeRows([
    ['the Node process', 'goal', 'median'],
    ['ready after start', ...mark(ready / 1000, 2, 's', 1)],
    ['memory, idle', ...mark(idle / MIB, 200, 'MiB', 0)],
    ['memory, under load', ...mark(loaded / MIB, 300, 'MiB', 0)],
  ]);
}
