import { type CapturedRead, Product, isMarked } from './capture.js';
import { AGREEMENT, EVENT, idOf } from './data.rows.js';
import { sizesFor } from './data.sizes.js';
import { type Read, readsOf } from './operations.js';
import type { Options } from './options.js';
import { explain, scansOf } from './plans.js';
import { chooseWords, findDeepPage } from './prepare.js';
import { type Figure, writeTable } from './report.js';
import { type Sides, measure } from './rounds.js';

/** What is to be read, and what the product reads it with. */
export interface Reads {
  readonly operations: readonly Read[];
  /** By address. */
  readonly captured: Readonly<Record<string, CapturedRead>>;
  readonly oneVisit: CapturedRead;
  readonly oneAgreement: CapturedRead;
  readonly token: string;
}

/** Learns from the product, run in this process, with which statement it answers each address. */
export async function captureReads({ visits, only }: Options, databaseUrl: string): Promise<Reads> {
  const product = await Product.open(databaseUrl);
  const { page, cursor } = await findDeepPage(product);
  console.log(`The deep page is page ${page}.`);
  const all = readsOf(sizesFor(visits), await chooseWords(databaseUrl), [cursor]);
  const operations = all.filter(({ name }) => name.includes(only));
  const captured: Record<string, CapturedRead> = {};
  for (const path of operations.flatMap(({ paths }) => paths))
    captured[path] = (await product.capture(path)).read;
  const oneVisit = (await product.capture(`/v1/visits/${idOf(EVENT, 1)}`)).read;
  const oneAgreement = (await product.capture(`/v1/agreements/${idOf(AGREEMENT, 1)}`)).read;
  await product.close();
  return { operations, captured, oneVisit, oneAgreement, token: product.token };
}

/** Measures the reads, after making sure that both sides answer with the same bytes; prints their plans. */
export async function measureReads(
  { operations, captured }: Reads,
  sides: Sides,
  databaseUrl: string,
  options: Options,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, goal, paths } of operations) {
    for (const path of paths.slice(0, 20)) await assertSame(sides, path);
    if (options.plans) await printPlan(name, paths[0]!, captured[paths[0]!]!, databaseUrl);
    const measured = await measure(sides, () => paths.map((path) => ({ path })), options);
    figures.push({ name, goal, ...measured });
    if (options.plans) console.log(writeTable(figures.slice(-1)));
  }
  return figures;
}

async function printPlan(name: string, path: string, read: CapturedRead, databaseUrl: string): Promise<void> {
  const plan = await explain(databaseUrl, read);
  console.log(`\n── ${name}: ${path}\n${plan}`);
  const scans = scansOf(plan);
  if (scans.length > 0) console.log(`!! It reads every row of ${scans.join(', ')}.`);
}

async function assertSame({ product, baseline, headers }: Sides, path: string): Promise<void> {
  const read = async (url: string): Promise<string> => (await fetch(url + path, { headers })).text();
  const answers = await Promise.all([product.url, baseline.url].map(read));
  const [ours, theirs] = isMarked(path) ? answers.map(idsFound) : answers;
  if (ours !== theirs) throw new Error(`Product and baseline differ at ${path}:\n${ours}\n${theirs}`);
}

function idsFound(answer: string): string {
  const { items } = JSON.parse(answer) as { items: { id: string }[] };
  return items.map(({ id }) => id).join(' ');
}
