import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BaselinePlan } from './baseline.js';
import { type CapturedRead, Product } from './capture.js';
import type { Results } from './compare.js';
import { EVENT, idOf, sizesFor } from './data.js';
import { type LoadedCluster, openLoaded } from './load.js';
import { LANGUAGES, type Read, readsOf } from './operations.js';
import type { Options } from './options.js';
import { explain, scansOf } from './plans.js';
import { chooseWords, findDeepPage } from './prepare.js';
import { type Server, startServer } from './processes.js';
import { type Figure, writeTable } from './report.js';
import { type Sides, measure } from './rounds.js';

const PRODUCT_PORT = 3110;
const BASELINE_PORT = 3111;
const POOL_SIZE = 10;

/** Everything that is measured, and what it is measured with. */
export interface Ground {
  readonly options: Options;
  readonly databaseUrl: string;
  readonly reads: readonly Read[];
  readonly captured: Readonly<Record<string, CapturedRead>>;
  readonly sides: Sides;
  readonly token: string;
}

/** Runs the whole benchmark. */
export async function runBenchmark(options: Options): Promise<Results> {
  console.log(`Loading ${options.visits} visits …`);
  const cluster = await openLoaded(options.visits, options.folder);
  if (cluster.loadedIn) console.log(`Loaded in ${cluster.loadedIn.toFixed(0)} s.`);
  try {
    return await measureAll(options, cluster);
  } finally {
    await cluster.end();
  }
}

async function measureAll(options: Options, cluster: LoadedCluster): Promise<Results> {
  const { url: databaseUrl } = cluster;
  const product = await Product.open(databaseUrl);
  const words = await chooseWords(databaseUrl);
  const { page, cursor } = await findDeepPage(product);
  console.log(`The deep page is page ${page}.`);
  const reads = readsOf(sizesFor(options.visits), words, [cursor]).filter(({ name }) =>
    name.includes(options.only),
  );
  const captured: Record<string, CapturedRead> = {};
  for (const path of reads.flatMap(({ paths }) => paths)) captured[path] = (await product.capture(path)).read;
  const oneVisit = (await product.capture(`/v1/visits/${idOf(EVENT, 1)}`)).read;
  await product.close();
  const baseline = await startBaseline({ databaseUrl, reads: captured, oneVisit });
  const server = await startProduct(databaseUrl);
  try {
    const headers = {
      authorization: `Bearer ${product.token}`,
      'accept-language': LANGUAGES,
      'content-type': 'application/json',
    };
    const sides = { product: server.url, baseline: baseline.url, headers };
    const ground = { options, databaseUrl, reads, captured, sides, token: product.token };
    const figures = await measureReads(ground);
    return { visits: options.visits, figures };
  } finally {
    await server.stop();
    await baseline.stop();
  }
}

/** Starts the product as `npm start` does, in production. */
export function startProduct(databaseUrl: string): Promise<Server> {
  const environment = {
    NODE_ENV: 'production',
    PORT: String(PRODUCT_PORT),
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: String(POOL_SIZE),
  };
  return startServer('dist/apps/api/src/main.js', [], environment, PRODUCT_PORT, '/health/ready');
}

async function startBaseline(
  given: Pick<BaselinePlan, 'databaseUrl' | 'reads' | 'oneVisit'>,
): Promise<Server> {
  const plan: BaselinePlan = {
    ...given,
    port: BASELINE_PORT,
    poolSize: POOL_SIZE,
    publicUrl: `http://localhost:${PRODUCT_PORT}`,
    actorId: idOf(1, 1),
  };
  const folder = await mkdtemp(join(tmpdir(), 'corteo-baseline-'));
  const file = join(folder, 'plan.json');
  await writeFile(file, JSON.stringify(plan));
  try {
    return await startServer(
      'dist/bench/baseline.js',
      [file],
      { NODE_ENV: 'production' },
      BASELINE_PORT,
      '/',
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measureReads({ options, databaseUrl, reads, captured, sides }: Ground): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, goal, paths } of reads) {
    for (const path of paths.slice(0, 20)) await assertSame(sides, path);
    const plan = await explain(databaseUrl, captured[paths[0]!]!);
    console.log(`\n── ${name}: ${paths[0]}\n${plan}`);
    const scans = scansOf(plan);
    if (scans.length > 0) console.log(`!! reads every row of ${scans.join(', ')}`);
    const figure = { name, goal, ...(await measure(sides, () => paths.map((path) => ({ path })), options)) };
    figures.push(figure);
    console.log(writeTable([figure]));
  }
  console.log(`\n${writeTable(figures)}`);
  return figures;
}

async function assertSame({ product, baseline, headers }: Sides, path: string): Promise<void> {
  const [ours, theirs] = await Promise.all(
    [product, baseline].map(async (url) => (await fetch(url + path, { headers })).text()),
  );
  if (ours !== theirs) throw new Error(`Product and baseline differ at ${path}:\n${ours}\n${theirs}`);
}
