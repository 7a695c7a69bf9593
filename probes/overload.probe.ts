import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { memoryOf } from '../bench/processes.js';
import { type Probe, atMost, none } from './probe.js';
import { openFilled } from './stage/database.js';
import { Product } from './stage/product.js';
import type { Stage } from './stage/stage.js';
import { Tally, percentile } from './traffic/figures.js';
import { named } from './traffic/visits.js';
import { Watch } from './traffic/watch.js';

const VISITS = 3000;
const CONNECTIONS = 200;
const MINUTE = 60_000;
const CALM_AGAIN_MS = 10_000;
const MOST_GROWTH = 5;

/** Twice as much as the server can do, over two hundred connections, for some minutes. */
export const overload: Probe = {
  name: 'overload',
  async run(stage, extent) {
    const product = await Product.open(stage, { databaseUrl: await openFilled(stage, VISITS) });
    const most = await findSaturation(product);
    const calm = percentile(await readFor(stage, product, 3000), 50);
    const duration = extent.minutes(1.5, 5);
    const memory = Memory.watch(stage, product.pid);
    const { statuses, rate } = await press(product, 2 * most, duration);
    const growth = memory.growth(Math.min(MINUTE, duration / 2));
    const after = await readFor(stage, product, CALM_AGAIN_MS);
    const [again, limit] = [percentile(after.slice(-after.length / 4), 50), Math.max(1.5 * calm, calm + 2)];
    return [
      none(
        `answers to ${rate} a second, of ${most} (${statuses}), other than 2xx, 429, 503`,
        statuses.countOthers(/^(2\d\d|429|503)$/),
      ),
      atMost('memory grew by', growth, MOST_GROWTH, '%'),
      atMost(`p50 within ${CALM_AGAIN_MS / 1000} s afterwards`, again, limit, `ms (calm ${calm.toFixed(1)})`),
    ];
  },
};

function loadOn({ url, token }: Product): autocannon.Options {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ names: named('Overload') });
  const reads = ['/v1/visits?limit=50', '/v1/events?q=istituto&limit=20', '/v1/forums?limit=50'];
  const write = { method: 'POST' as const, path: '/v1/topics', body };
  return { url, headers, requests: [write, ...reads.map((path) => ({ path }))], timeout: 60 };
}

/** How many requests a second succeed where there are always some that wait. */
async function findSaturation(product: Product): Promise<number> {
  const result = await autocannon({ ...loadOn(product), connections: 16, duration: 4 });
  return Math.round(result['2xx'] / result.duration);
}

async function press(product: Product, rate: number, ms: number): Promise<{ statuses: Tally; rate: number }> {
  const load = loadOn(product);
  const result = await autocannon({
    ...load,
    connections: CONNECTIONS,
    overallRate: rate,
    duration: ms / 1000,
  });
  const statuses = new Tally();
  for (const [status, { count }] of Object.entries(result.statusCodeStats ?? {}))
    statuses.add(status, count ?? 0);
  if (result.errors > 0) statuses.add('no answer', result.errors);
  return { statuses, rate };
}

/** How long reads took that somebody made one after the other. */
async function readFor(stage: Stage, { url, token }: Product, ms: number): Promise<number[]> {
  const watch = Watch.start(stage, { url, token, paths: ['/v1/visits?limit=20'], pause: 50 });
  await wait(ms);
  return (await watch.end()).map((sample) => sample.ms);
}

/** How much memory a process holds, every half second. */
class Memory {
  private readonly samples: { at: number; bytes: number }[] = [];
  private readonly start = performance.now();

  static watch(stage: Stage, pid: number): Memory {
    const memory = new Memory();
    const timer = setInterval(() => void memory.sample(pid), 500);
    stage.onEnd(() => clearInterval(timer));
    return memory;
  }

  /** Hundredths by which the end lies above a moment. */
  growth(from: number): number {
    const WINDOW_MS = 10_000;
    const end = performance.now() - this.start;
    const level = (until: number): number => {
      const within = this.samples.filter(({ at }) => at > until - WINDOW_MS && at <= until);
      return percentile(
        within.map(({ bytes }) => bytes),
        50,
      );
    };
    return Math.max(0, (level(end) / level(from) - 1) * 100);
  }

  private async sample(pid: number): Promise<void> {
    const bytes = await memoryOf(pid).catch(() => Number.NaN);
    this.samples.push({ at: performance.now() - this.start, bytes });
  }
}
