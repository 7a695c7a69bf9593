import { Agent, request } from 'node:http';
import { EVENT, idOf } from './data.js';
import type { Server } from './processes.js';
import type { Sides } from './rounds.js';

const WRITERS = 16;

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** What came of sixteen writers on one record. */
export interface Contention {
  /** Successful changes a second. */
  readonly rate: number;
  readonly changes: number;
  /** How often a writer was told that another was first. */
  readonly stale: number;
  /** By how much the version rose beyond the changes: anything but 0 is a lost update. */
  readonly lost: number;
}

/**
 * Lets sixteen writers change one record, each based on the version it has read last.
 * @throws Error where any is answered otherwise than by success or “stale”
 */
export async function contend(
  server: Server,
  headers: Sides['headers'],
  record: number,
  seconds: number,
): Promise<Contention> {
  const agent = new Agent({ keepAlive: true, maxSockets: WRITERS });
  const send = (method: string, more: object = {}, body?: string): Promise<Answer> =>
    exchange(
      `${server.url}/v1/visits/${idOf(EVENT, record)}`,
      { agent, method, headers: { ...headers, ...more } },
      body,
    );
  const read = async (): Promise<number> => versionIn((await send('GET')).body);
  const first = await read();
  const counts = { changes: 0, stale: 0 };
  const end = performance.now() + seconds * 1000;
  const write = async (): Promise<void> => {
    let version = first;
    while (performance.now() < end) {
      const body = JSON.stringify({ category: counts.changes % 2 ? 'study' : 'working' });
      const { status, body: answer } = await send('PATCH', { 'if-match': `"${version}-"` }, body);
      if (status === 200) counts.changes++;
      else if (status === 412) counts.stale++;
      else throw new Error(`A writer was answered ${status}: ${answer}`);
      version = status === 200 ? versionIn(answer) : await read();
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  const lost = (await read()) - first - counts.changes;
  agent.destroy();
  return { ...counts, rate: counts.changes / seconds, lost };
}

function versionIn(json: string): number {
  return Number(/"version"\s*:\s*(\d+)/.exec(json)![1]);
}

function exchange(url: string, options: object, body: string | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, body: Buffer.concat(chunks).toString() }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
