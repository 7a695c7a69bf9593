import { processorTimeOf, processorTimeOfPostgres } from './processes.js';
import type { Figure } from './report.js';
import { type Round, type Sides, type Timing, median } from './rounds.js';

/** The milliseconds of processor time that it may take to learn that nothing has changed. */
const MOST_MS = 5;

const CONNECTIONS = 16;

/** A private address, as it was made. */
export interface Made {
  readonly id: string;
  readonly path: string;
  readonly password: string;
}

/** What programs ask: autocannon knows no REPORT. */
type Ask = () => Promise<string>;

/** A program that asks for all visits of an office what has changed since it was last told: nothing has. */
export async function measureSync(sides: Sides, link: Made, timing: Timing): Promise<Figure> {
  const token = tokenIn(await asking(sides, link, '')());
  const ask = asking(sides, link, token);
  if (timing.warmUp) await play(sides, ask, timing.warmUp);
  const rounds: Round[] = [];
  for (let round = 0; round < timing.rounds; round++) rounds.push(await play(sides, ask, timing.seconds));
  const middle = (value: keyof Round): number => median(rounds.map((round) => round[value]));
  const names = ['rate', 'p50', 'p95', 'p99', 'processor', 'postgres'] as const;
  const product = Object.fromEntries(names.map((name) => [name, middle(name)])) as unknown as Round;
  const ratios = rounds.map(({ processor, postgres }) => MOST_MS / (processor + postgres));
  return {
    name: `CalDAV sync of the office, nothing changed (by ${MOST_MS} ms of CPU)`,
    goal: 1,
    product,
    baseline: null,
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  };
}

function asking({ product }: Sides, { id, password }: Made, token: string): Ask {
  const authorization = `Basic ${Buffer.from(`bench:${password}`).toString('base64')}`;
  const headers = { authorization, 'content-type': 'application/xml', depth: '0' };
  const body = `<sync-collection xmlns="DAV:"><sync-token>${token}</sync-token><sync-level>1</sync-level><prop><getetag/></prop></sync-collection>`;
  return async () => {
    const answer = await fetch(`${product.url}/dav/calendars/${id}/visits/`, {
      method: 'REPORT',
      headers,
      body,
    });
    const text = await answer.text();
    if (answer.status !== 207) throw new Error(`The calendar cannot be synchronized: ${answer.status}`);
    if (token && tokenIn(text) !== token) throw new Error('The calendar has changed meanwhile.');
    return text;
  };
}

function tokenIn(text: string): string {
  return /<d:sync-token>(.*)<\/d:sync-token>/.exec(text)![1]!;
}

async function play({ product, folder }: Sides, ask: Ask, seconds: number): Promise<Round> {
  const times: number[] = [];
  const [start, before] = [performance.now(), await processorTimes(product.pid, folder)];
  const end = start + 1000 * seconds;
  const lane = async (): Promise<void> => {
    for (let began = performance.now(); began < end; began = performance.now()) {
      await ask();
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
  const took = (performance.now() - start) / 1000;
  const after = await processorTimes(product.pid, folder);
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN;
  const [processor, postgres] = [0, 1].map((of) => (after[of]! - before[of]!) / times.length);
  return {
    rate: times.length / took,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    processor: processor!,
    postgres: postgres!,
  };
}

function processorTimes(pid: number, folder: string): Promise<number[]> {
  return Promise.all([processorTimeOf(pid), processorTimeOfPostgres(folder)]);
}
