import type { Cluster } from '#embedded';
import { measureAgenda } from './agenda.js';
import { measureCalendars } from './calendars.js';
import type { Results } from './compare.js';
import { EVENT, idOf } from './data.rows.js';
import { measureFeed } from './feed.js';
import { measureImport, writeImport } from './import.js';
import { openLoaded } from './load.js';
import { measureStarts, writeStarts } from './memory.js';
import { LANGUAGES, LISTED } from './operations.js';
import type { Options } from './options.js';
import type { Server } from './processes.js';
import { type Reads, captureReads, measureReads } from './reads.js';
import { type Figure, writeTable } from './report.js';
import type { Sides } from './rounds.js';
import { prepareProduct, startBaseline } from './servers.js';
import { contend } from './writers.js';
import { describeWords } from './words.js';
import { measureWrites } from './writes.js';

/** Runs the whole benchmark. */
export async function runBenchmark(options: Options): Promise<Results> {
  console.log(`Loading ${options.visits} visits …`);
  const cluster = await openLoaded(options.visits, options.folder);
  if (cluster.loadedIn) console.log(`Loaded in ${cluster.loadedIn.toFixed(0)} s.`);
  try {
    const reads = await captureReads(options, cluster.url);
    const start = await prepareProduct(cluster.url);
    const headers = {
      authorization: `Bearer ${reads.token}`,
      'accept-language': LANGUAGES,
      'content-type': 'application/json',
    };
    const figures = await measureRates(options, cluster, reads, headers, await start());
    const paths = [LISTED, `/v1/visits/${idOf(EVENT, 1)}`];
    const starts = await measureStarts(start, { paths, headers }, options);
    console.log(`\n${writeStarts(starts)}`);
    if (!'import'.includes(options.only)) return { visits: options.visits, figures, starts };
    const imported = await measureImport({ start, headers, databaseUrl: cluster.url }, options);
    console.log(`\n${writeImport(imported)}`);
    return { visits: options.visits, figures, starts, imported };
  } finally {
    await cluster.end();
  }
}

async function measureRates(
  options: Options,
  { url: databaseUrl, folder }: Cluster,
  reads: Reads,
  headers: Record<string, string>,
  product: Server,
): Promise<Figure[]> {
  const { captured, oneVisit, oneAgreement } = reads;
  const plan = { databaseUrl, publicUrl: product.url, reads: captured, oneVisit, oneAgreement };
  const baseline = await startBaseline(plan);
  const sides = { product, baseline, headers, folder };
  const wanted = (name: string): boolean => name.includes(options.only);
  const figures = await measureReads(reads, sides, databaseUrl, options);
  if (wanted('agenda')) figures.push(await measureAgenda(sides, options));
  if (wanted('feed')) figures.push(...(await measureFeed(sides, databaseUrl, options)));
  if (wanted('calendar')) figures.push(...(await measureCalendars(sides, options)));
  if (wanted('write')) figures.push(...(await measureWrites(sides, databaseUrl, options)));
  console.log(`\n${writeTable(figures)}`);
  if (wanted('search')) console.log(`\n${await describeWords(databaseUrl)}`);
  if (wanted('writers')) console.log(`\n${await describeContention(sides, options)}`);
  await product.stop();
  await baseline.stop();
  return figures;
}

async function describeContention(
  { product, baseline, headers }: Sides,
  { seconds, rounds }: Options,
): Promise<string> {
  const ours = await contend(product, headers, 1000, seconds * rounds);
  const theirs = await contend(baseline, headers, 999, seconds * rounds);
  return [
    `Sixteen writers on one record: ${ours.rate.toFixed(0)} changes/s, ${(ours.rate / theirs.rate).toFixed(2)} of the baseline's (goal ≥ 0.4);`,
    `of ${ours.changes} changes none was lost or met a deadlock, while ${ours.stale} attempts were told that another was first.`,
  ].join(' ');
}
