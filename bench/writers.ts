import { Agent, request } from 'node:http';
import { EVENT, idOf } from './data.rows.js';
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
}

/**
 * Lets sixteen writers change one record, each based on the version it has read last.
 * @throws Error where any is answered otherwise than by success or “stale”, or an update was lost
 */
export async function contend(
  server: Server,
  headers: Sides['headers'],
  number: number,
  seconds: number,
): Promise<Contention> {
  const record = new Record(server, headers, number);
  const first = await record.read();
  const counts = { changes: 0, stale: 0 };
  const end = performance.now() + seconds * 1000;
  const write = async (): Promise<void> => {
    let known = first;
    while (performance.now() < end) {
      const after = await record.change(known);
      if (after === null) counts.stale++;
      else counts.changes++;
      known = after ?? (await record.read());
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  const rise = (await record.read()).version - first.version;
  record.leave();
  if (rise !== counts.changes)
    throw new Error(`After ${counts.changes} changes the version rose by ${rise}.`);
  return { ...counts, rate: counts.changes / seconds };
}

/** What a writer knows of the record. */
interface State {
  readonly version: number;
  readonly category: string;
}

/** One visit, as its writers reach it. */
class Record {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: WRITERS });
  private readonly url: string;

  constructor(
    server: Server,
    private readonly headers: Sides['headers'],
    number: number,
  ) {
    this.url = `${server.url}/v1/visits/${idOf(EVENT, number)}`;
  }

  async read(): Promise<State> {
    return stateIn((await this.send('GET')).body);
  }

  /** Gives it another category, and what it is like then; null where it has another version than this by now. */
  async change({ version, category: former }: State): Promise<State | null> {
    const category = former === 'study' ? 'working' : 'study';
    const match = { 'if-match': `"${version}-"` };
    const { status, body } = await this.send('PATCH', match, JSON.stringify({ category }));
    if (status === 412) return null;
    if (status !== 200) throw new Error(`A writer was answered ${status}: ${body}`);
    return stateIn(body);
  }

  leave(): void {
    this.agent.destroy();
  }

  private send(method: string, more: object = {}, body?: string): Promise<Answer> {
    return exchange(this.url, { agent: this.agent, method, headers: { ...this.headers, ...more } }, body);
  }
}

function stateIn(json: string): State {
  return JSON.parse(json) as State;
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
