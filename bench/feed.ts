import pg from 'pg';
import type autocannon from 'autocannon';
import { type MakeRequests, type Measured, type Sides, type Timing, measure } from './rounds.js';
import type { Figure } from './report.js';

/** How many forums a feed holds. */
const FORUMS = 1000;

/** Measures the feed: written anew for each request, from the cache, and not sent at all. */
export async function measureFeed(sides: Sides, databaseUrl: string, timing: Timing): Promise<Figure[]> {
  const from = await firstDay(databaseUrl);
  const feed = `/v1/calendars/forums.ics?from=${from}`;
  const tag = await assertSameFeed(sides, feed);
  // A thousand forums take long enough that short rounds would end amid the first answers.
  const cold = await measure(sides, neverTwice(feed), {
    ...timing,
    seconds: 3 * timing.seconds,
    // Those whom the end of a round cuts off are still written, and more than some two dozen are not waited for.
    connections: 4,
  });
  const path = `${feed}&to=2999-12-31`;
  const cached = await measure(sides, () => [{ path }], { ...timing, alone: true });
  const unchanged = await measure(
    sides,
    () => [{ path: feed, headers: { ...sides.headers, 'if-none-match': tag } }],
    { ...timing, alone: true },
  );
  return [
    { name: 'feed of 1 000 forums, cold', goal: 0.8, ...cold },
    { name: 'feed, cached (by the cold one)', goal: 10, ...comparedTo(cold, cached) },
    { name: 'feed, 304 (by the cold one)', goal: 10, ...comparedTo(cold, unchanged) },
  ];
}

/** The figures of what is warm, beside those of the cold one. */
export function comparedTo(cold: Measured, warm: Measured): Measured {
  return { ...warm, baseline: cold.product, ratio: warm.product.rate / cold.product.rate };
}

/** Requests of which no two are for the same language, so that every entry is written anew. */
function neverTwice(feed: string): MakeRequests {
  let asked = 0;
  return () => [
    {
      setupRequest: (request: autocannon.Request) => {
        return { ...request, path: `${feed}&language=en-x-b${(asked++).toString(36)}` };
      },
    },
  ];
}

/** The day from which on as many forums are left as a feed is to hold. */
async function firstDay(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ day: string }>(
    `select latest_day::text as day from (select latest_day from events where kind = 'forum' order by latest_day desc limit $1) f
     order by latest_day limit 1`,
    [FORUMS],
  );
  await client.end();
  return rows[0]!.day;
}

/** Makes sure that both sides answer with the same calendar, and gives its tag. */
export async function assertSameFeed({ product, baseline, headers }: Sides, feed: string): Promise<string> {
  const [ours, theirs] = await Promise.all(
    [product, baseline].map(({ url }) => fetch(url + feed, { headers })),
  );
  const text = await ours!.text();
  if (ours!.status !== 200 || text !== (await theirs!.text()))
    throw new Error(`Product and baseline differ at ${feed}.`);
  return ours!.headers.get('etag')!;
}
