import { setTimeout as wait } from 'node:timers/promises';
import { GRACE_MS, SHUTDOWN_DEADLINE_MS } from './deadlines.js';
import { type Finding, type Probe, atMost, none, some } from './probe.js';
import { lockTopic, openCluster } from './stage/database.js';
import { Product } from './stage/product.js';
import type { Stage } from './stage/stage.js';
import { Client } from './traffic/client.js';
import { Lanes } from './traffic/lanes.js';
import { Ledger } from './traffic/ledger.js';
import { DAWDLERS, type Dawdler, countOpen, openSlowly } from './traffic/slow.js';
import { named } from './traffic/visits.js';
import { Watch } from './traffic/watch.js';

const SOCKETS = 500;
const CLOSED_MS = 30_000;

/** Connections that send or read next to nothing, and a server that is to end while there are some. */
export const slow: Probe = {
  name: 'slow',
  async run(stage) {
    const databaseUrl = await openCluster(stage);
    const product = await Product.open(stage, { databaseUrl });
    const findings: Finding[] = [];
    const opened = DAWDLERS.map((kind) => openSlowly(stage, product, kind, SOCKETS));
    const { url, token } = product;
    const watch = Watch.start(stage, { url, token, paths: ['/v1/topics?limit=1'], pause: 100 });
    await wait(CLOSED_MS + GRACE_MS);
    for (const [index, kind] of DAWDLERS.entries()) findings.push(await judge(kind, await opened[index]!));
    const honest = (await watch.end()).filter(({ status }) => status !== 200);
    findings.push(
      none(
        'honest reads that failed meanwhile',
        honest.length,
        honest.map(({ status }) => `${status}`),
      ),
    );
    // What is looked at next begins with a server that has not suffered yet.
    await product.kill();
    await product.start();
    return [...findings, ...(await endAmid(stage, product, databaseUrl))];
  },
};

async function judge({ name }: Dawdler, ports: readonly number[]): Promise<Finding> {
  const open = await countOpen(ports);
  return none(`of ${SOCKETS} slow ${name}, open after ${CLOSED_MS / 1000} s`, open);
}

/** SIGTERM while some are slow, one waits for a lock and others write. */
async function endAmid(stage: Stage, product: Product, databaseUrl: string): Promise<Finding[]> {
  const client = new Client(product.url, { token: product.token, sockets: 32 });
  const ledger = await Ledger.open(client);
  for (const kind of DAWDLERS) await openSlowly(stage, product, kind, 20);
  const release = await letOneWait(stage, client, databaseUrl);
  const writers = new Lanes(12, () => ledger.write());
  await wait(1500);
  const took = await product.terminate(SHUTDOWN_DEADLINE_MS + 5000);
  await writers.end();
  await release();
  await product.end();
  await product.start();
  await ledger.settle();
  await ledger.check();
  client.close();
  const { acknowledged, losses } = ledger;
  const wrong = [...losses.halves, ...losses.doubled];
  return [
    atMost('ended after SIGTERM', took, SHUTDOWN_DEADLINE_MS + GRACE_MS, 'ms'),
    some('acknowledged writes', acknowledged),
    none('of these, lost', losses.lost.length, losses.lost),
    none('halves and doubles', wrong.length, wrong),
  ];
}

/** Sends a request that waits for a lock, and gives what lets go of that. */
async function letOneWait(stage: Stage, client: Client, databaseUrl: string): Promise<() => Promise<void>> {
  const topic = await client.make('/v1/topics', { names: named('Late') });
  const release = await lockTopic(stage, databaseUrl, topic);
  const sent = { body: { names: named('Later') }, headers: { 'if-match': '*' }, timeout: 90_000 };
  void client.send('PATCH', `/v1/topics/${topic}`, sent);
  return release;
}
