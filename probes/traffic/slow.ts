import { readFile } from 'node:fs/promises';
import { type Socket, connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Product } from '../stage/product.js';
import type { Stage } from '../stage/stage.js';

const DRIP_MS = 3000;
const ESTABLISHED = '01';
/** A large answer, more than the buffers on the way take in. */
const LARGE = 'GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n';

/** How a connection is slow: what it sends first, and then every few seconds. */
export interface Dawdler {
  readonly name: string;
  first(token: string, number: number): string;
  readonly drip: string;
}

/** Those who send headers and bodies drop by drop, and those who do not read. */
export const DAWDLERS: readonly Dawdler[] = [
  { name: 'headers', first: () => 'GET /v1/visits HTTP/1.1\r\nHost: x\r\n', drip: 'X-a: b\r\n' },
  {
    name: 'bodies',
    // Every second one may write: nobody reads the body of the others.
    first: (token, number) =>
      `POST /v1/topics HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${number % 2 ? token : 'none'}\r\n` +
      'Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{',
    drip: ' ',
  },
  { name: 'readers', first: () => LARGE, drip: '' },
];

/** Opens slow connections of a kind, and gives the ports that they come from. */
export async function openSlowly(
  stage: Stage,
  product: Product,
  kind: Dawdler,
  count: number,
): Promise<number[]> {
  const ports: number[] = [];
  for (let number = 0; number < count; number++) {
    ports.push(await open(stage, product, kind, number));
    // Not all in one moment: a server that takes them in slowly is not what is looked at.
    if (number % 50 === 49) await wait(50);
  }
  return ports;
}

async function open(stage: Stage, { url, token }: Product, kind: Dawdler, number: number): Promise<number> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  const connected = new Promise<void>((resolve) =>
    socket.once('connect', resolve).once('close', () => resolve()),
  );
  await connected;
  const own = socket.localPort ?? 0;
  socket.pause();
  socket.write(kind.first(token, number));
  const timer = setInterval(() => drip(socket, kind.drip), DRIP_MS);
  socket.once('close', () => clearInterval(timer));
  stage.onEnd(() => {
    clearInterval(timer);
    socket.destroy();
  });
  return own;
}

function drip(socket: Socket, text: string): void {
  if (text && socket.writable) socket.write(text);
}

/** How many connections to these remote ports a server still holds. */
export async function countOpen(ports: readonly number[]): Promise<number> {
  // What a paused socket does not read, it does not know of: the kernel knows who has closed.
  const lines = (await readFile('/proc/net/tcp', 'utf8')).split('\n').slice(1);
  const held = lines.map((line) => line.trim().split(/\s+/)).filter((fields) => fields[3] === ESTABLISHED);
  const remote = new Set(held.map((fields) => Number.parseInt(fields[2]!.split(':')[1]!, 16)));
  return ports.filter((port) => remote.has(port)).length;
}
