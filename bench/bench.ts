import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BaselinePlan } from './baseline.js';
import { type CapturedRead, Product } from './capture.js';
import type { Results } from './compare.js';
import { EVENT, idOf, sizesFor } from './data.js';
import { type LoadedCluster, openLoaded } from './load.js';
import { LANGUAGES, LISTED, type Read, readsOf } from './operations.js';
import type { Options } from './options.js';
import { explain, scansOf } from './plans.js';
import { chooseWords, findDeepPage } from './prepare.js';
import { measureFeed } from './feed.js';
import { measureStarts, writeStarts } from './memory.js';
import { measureWrites } from './writes.js';
import { contend } from './writers.js';
import { type Server, findPort, startServer } from './processes.js';
import { type Figure, writeTable } from './report.js';
import { type Sides, measure } from './rounds.js';

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
  const start = await prepareProduct(databaseUrl);
  const server = await start();
  const baseline = await startBaseline({ databaseUrl, publicUrl: server.url, reads: captured, oneVisit });
  try {
    const headers = {
      authorization: `Bearer ${product.token}`,
      'accept-language': LANGUAGES,
      'content-type': 'application/json',
    };
    const sides = { product: server, baseline, headers };
    const ground = { options, databaseUrl, reads, captured, sides, token: product.token };
    const figures = await measureRates(ground);
    await server.stop();
    const load = { paths: [LISTED, `/v1/visits/${idOf(EVENT, 1)}`], headers };
    const times = options.smoke ? 1 : 5;
    const starts = await measureStarts(start, load, {
      times,
      seconds: options.seconds,
    });
    console.log(`\n${writeStarts(starts)}`);
    return { visits: options.visits, figures, starts };
  } finally {
    await server.stop();
    await baseline.stop();
  }
}

/** Tells how to start the product as `npm start` does, in production, at an address of its own. */
async function prepareProduct(databaseUrl: string): Promise<() => Promise<Server>> {
  const port = await findPort();
  const environment = {
    NODE_ENV: 'production',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: String(POOL_SIZE),
  };
  return () => startServer('dist/apps/api/src/main.js', [], environment, port, '/health/ready');
}

async function startBaseline(
  given: Pick<BaselinePlan, 'databaseUrl' | 'publicUrl' | 'reads' | 'oneVisit'>,
): Promise<Server> {
  const port = await findPort();
  const plan: BaselinePlan = {
    ...given,
    port,
    poolSize: POOL_SIZE,
    actorId: idOf(1, 1),
  };
  const folder = await mkdtemp(join(tmpdir(), 'corteo-baseline-'));
  const file = join(folder, 'plan.json');
  await writeFile(file, JSON.stringify(plan));
  try {
    return await startServer('dist/bench/baseline.js', [file], { NODE_ENV: 'production' }, port, '/');
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measureRates({ options, ...ground }: Ground): Promise<Figure[]> {
  const wanted = (name: string): boolean => name.includes(options.only);
  const figures = await measureReads({ options, ...ground });
  if (wanted('feed')) figures.push(...(await measureFeed(ground.sides, ground.databaseUrl, options)));
  if (wanted('write')) figures.push(...(await measureWrites(ground.sides, ground.databaseUrl, options)));
  console.log(`\n${writeTable(figures)}`);
  if (wanted('writers')) console.log(`\n${await describeContention(ground.sides, options)}`);
  return figures;
}

async function describeContention(
  { product, baseline, headers }: Sides,
  { seconds }: Options,
): Promise<string> {
  const [ours, theirs] = [
    await contend(product, headers, 1000, seconds),
    await contend(baseline, headers, 999, seconds),
  ];
  return `Sixteen writers on one record: ${ours.rate.toFixed(0)} changes/s, ${(ours.rate / theirs.rate).toFixed(2)} of the baseline's (goal ≥ 0.4); of ${ours.changes} changes ${ours.lost} were lost, ${ours.stale} were told that another was first, none met a deadlock.`;
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
  return figures;
}

async function assertSame({ product, baseline, headers }: Sides, path: string): Promise<void> {
  const [ours, theirs] = await Promise.all(
    [product.url, baseline.url].map(async (url) => (await fetch(url + path, { headers })).text()),
  );
  if (ours !== theirs) throw new Error(`Product and baseline differ at ${path}:\n${ours}\n${theirs}`);
}
