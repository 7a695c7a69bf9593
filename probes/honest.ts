import { setTimeout as wait } from 'node:timers/promises';
import { type Finding, none } from './probe.js';
import { Product } from './stage/product.js';
import type { Stage } from './stage/stage.js';
import { percentile } from './traffic/figures.js';
import { Lanes } from './traffic/lanes.js';
import { type Sample, Watch } from './traffic/watch.js';

const CALM_MS = 3000;
const LIST = '/v1/visits?limit=20';

/** What somebody with a token saw before strangers came, and while they were there. */
export interface Seen {
  readonly calm: number;
  readonly amid: number;
  /** Their reads that did not succeed. */
  readonly failed: readonly Sample[];
}

/** Lets somebody with a token read, five times a second, first alone and then amid strangers. */
export async function readAmid(
  stage: Stage,
  product: Product,
  strangers: { count: number; ms: number; work: (lane: number) => Promise<unknown> },
): Promise<Seen> {
  const { url, token } = product;
  const watched = { url, token, paths: [LIST], pause: 100 };
  const alone = Watch.start(stage, watched);
  await wait(CALM_MS);
  const calm = await alone.end();
  const lanes = new Lanes(strangers.count, strangers.work);
  // What they begin with is no measure of how it goes on.
  await wait(500);
  const beside = Watch.start(stage, watched);
  await wait(strangers.ms);
  const amid = await beside.end();
  await lanes.end();
  return { calm: middle(calm), amid: middle(amid), failed: amid.filter(({ status }) => status !== 200) };
}

/** That none of them was refused. */
export function allRead({ failed }: Seen): Finding {
  return none(
    'honest reads that failed',
    failed.length,
    failed.map(({ status }) => `answered ${status}`),
  );
}

function middle(samples: readonly Sample[]): number {
  return percentile(
    samples.map(({ ms }) => ms),
    50,
  );
}
