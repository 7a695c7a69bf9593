import autocannon from 'autocannon';
import { type Server, processorTimeOf, processorTimeOfPostgres } from './processes.js';

const CONNECTIONS = 16;

/** One round against one server. */
export interface Round {
  /** Successful answers a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Milliseconds of processor time that the Node process took for one answer. */
  readonly processor: number;
  /** The same of Postgres. */
  readonly postgres: number;
}

/** The rounds of one operation. */
export interface Measured {
  readonly product: Round;
  readonly baseline: Round | null;
  /** The median of the ratios of rounds that followed each other. */
  readonly ratio: number | null;
  /** From the least to the greatest of those ratios, or of the rates where there is no baseline. */
  readonly spread: readonly [number, number];
}

/** How many rounds there are, and how many seconds each and the one before them take. */
export interface Timing {
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUp: number;
  /** As many ask at once, unless it is said otherwise. */
  readonly connections?: number;
}

/** Makes the requests of a round; those that change with each request are made by `setupRequest`. */
export type MakeRequests = (server: 'product' | 'baseline') => autocannon.Request[];

/** Two servers, and the headers that every request carries. */
export interface Sides {
  readonly product: Server;
  readonly baseline: Server;
  readonly headers: Record<string, string>;
  /** Where the Postgres of both is. */
  readonly folder: string;
}

/** Measures product and baseline in turn, in short rounds after a warm-up of both. */
export async function measure(
  sides: Sides,
  make: MakeRequests,
  options: Timing & { alone?: boolean },
): Promise<Measured> {
  const servers = options.alone ? (['product'] as const) : (['product', 'baseline'] as const);
  const rounds: Record<'product' | 'baseline', Round[]> = { product: [], baseline: [] };
  if (options.warmUp)
    for (const server of servers)
      await play(sides, server, make(server), { ...options, seconds: options.warmUp });
  for (let round = 0; round < options.rounds; round++) {
    // Who goes first changes, so that a trend of the machine favours nobody.
    const order = round % 2 === 0 ? servers : servers.toReversed();
    for (const server of order) rounds[server].push(await play(sides, server, make(server), options));
  }
  return summarize(rounds.product, options.alone ? null : rounds.baseline);
}

function summarize(product: readonly Round[], baseline: readonly Round[] | null): Measured {
  const middle = (rounds: readonly Round[], value: keyof Round): number =>
    median(rounds.map((round) => round[value]));
  const whole = (rounds: readonly Round[]): Round => ({
    rate: middle(rounds, 'rate'),
    p50: middle(rounds, 'p50'),
    p95: middle(rounds, 'p95'),
    p99: middle(rounds, 'p99'),
    processor: middle(rounds, 'processor'),
    postgres: middle(rounds, 'postgres'),
  });
  const compared = baseline
    ? product.map((round, index) => round.rate / baseline[index]!.rate)
    : product.map(({ rate }) => rate);
  return {
    product: whole(product),
    baseline: baseline && whole(baseline),
    ratio: baseline && median(compared),
    spread: [Math.min(...compared), Math.max(...compared)],
  };
}

async function play(
  { folder, headers, ...servers }: Sides,
  server: 'product' | 'baseline',
  requests: autocannon.Request[],
  { seconds, connections = CONNECTIONS }: Pick<Timing, 'seconds' | 'connections'>,
): Promise<Round> {
  const { url, pid } = servers[server];
  const times: number[] = [];
  const setupClient = (client: autocannon.Client): void => {
    client.on('response', (status, _bytes, time) => {
      if (status < 400) times.push(time);
    });
  };
  const before = await Promise.all([processorTimeOf(pid), processorTimeOfPostgres(folder)]);
  const run = { url, headers, requests, setupClient, connections, duration: seconds };
  const result = await autocannon(run);
  const after = await Promise.all([processorTimeOf(pid), processorTimeOfPostgres(folder)]);
  assertAnswered(result, `${url}${requests[0]?.path}`);
  const [processor, postgres] = [0, 1].map((of) => (after[of]! - before[of]!) / times.length);
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN;
  return {
    rate: times.length / result.duration,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    processor: processor!,
    postgres: postgres!,
  };
}

function assertAnswered({ errors, ...result }: autocannon.Result, what: string): void {
  const busy = result.statusCodeStats?.['503']?.count ?? 0;
  if (busy > 0)
    console.log(`!! ${busy} of ${what} were answered 503: no connection to Postgres came free in time.`);
  if (errors === 0 && result.non2xx === result['3xx'] + busy) return;
  throw new Error(`${what}: ${errors} errors, ${result['4xx']} 4xx, ${result['5xx']} 5xx.`);
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
