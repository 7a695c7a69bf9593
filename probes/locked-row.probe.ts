import { setTimeout as wait } from 'node:timers/promises';
import { GRACE_MS, REQUEST_DEADLINE_MS } from './deadlines.js';
import { type Finding, type Probe, atMost, none, so } from './probe.js';
import { lockTopic, openCluster } from './stage/database.js';
import { Product } from './stage/product.js';
import { type Answer, Client } from './traffic/client.js';
import { Tally, percentile } from './traffic/figures.js';
import { Lanes } from './traffic/lanes.js';
import { named } from './traffic/visits.js';

const WRITERS = 10;
const OTHERS = 4;

/** A session forgets a lock on one record, which ten writers want to change; others are about other records. */
export const lockedRow: Probe = {
  name: 'locked-row',
  async run(stage, extent) {
    const databaseUrl = await openCluster(stage);
    const product = await Product.open(stage, { databaseUrl });
    const client = new Client(product.url, { token: product.token, sockets: 64 });
    const [locked, free] = [await makeTopic(client), await makeTopic(client)];
    const [writes, others]: [Answer[], Answer[]] = [[], []];
    const release = await lockTopic(stage, databaseUrl, locked);
    const writers = new Lanes(WRITERS, async () => writes.push(await change(client, locked)));
    // First all ten wait.
    await wait(300);
    const reader = new Lanes(OTHERS, async (lane) => others.push(await useOther(client, free, lane)));
    await wait(extent.either(12_000, 40_000));
    await reader.end();
    await release();
    await writers.end();
    const after = await change(client, locked);
    client.close();
    return [
      ...judge(writes, others),
      so('a change once it is let go', after.status === 200, `${after.status}`, '200'),
    ];
  },
};

function judge(writes: readonly Answer[], others: readonly Answer[]): Finding[] {
  // Those that were waiting when the lock was let go may well succeed.
  const refused = writes.filter(({ status }) => status !== 200);
  const wrong = tally(refused);
  const disturbed = tally(others);
  return [
    none(`changes of the locked record (${tally(writes)}) other than 503`, wrong.countOthers(/^503$/)),
    so('changes told 503', refused.length > 0, `${wrong.count(503)}`, '> 0'),
    atMost('slowest of them', Math.max(...writes.map(({ ms }) => ms)), REQUEST_DEADLINE_MS + GRACE_MS, 'ms'),
    none(`of ${others.length} others (${disturbed}), not answered 2xx`, disturbed.countOthers(/^20[01]$/)),
    atMost(
      'others, p99',
      percentile(
        others.map(({ ms }) => ms),
        99,
      ),
      100,
      'ms',
    ),
  ];
}

function tally(answers: readonly Answer[]): Tally {
  const counts = new Tally();
  for (const { status, error } of answers) counts.add(error ?? status);
  return counts;
}

function makeTopic(client: Client): Promise<string> {
  return client.make('/v1/topics', { names: named('Locked') });
}

async function change(client: Client, id: string): Promise<Answer> {
  const sent = { body: { names: named('Changed') }, headers: { 'if-match': '*' }, timeout: 90_000 };
  const answer = await client.send('PATCH', `/v1/topics/${id}`, sent);
  await wait(100);
  return answer;
}

async function useOther(client: Client, id: string, lane: number): Promise<Answer> {
  await wait(20);
  if (lane % 2)
    return client.send('POST', '/v1/topics', { body: { names: named('Other') }, timeout: 90_000 });
  return client.send('GET', `/v1/topics/${id}`, { timeout: 90_000 });
}
