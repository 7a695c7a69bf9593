import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { GRACE_MS, REQUEST_DEADLINE_MS } from './deadlines.js';
import { type Probe, atMost, none } from './probe.js';
import { findProcesses, signalAll } from './stage/postgres.js';
import { Product } from './stage/product.js';
import type { Stage } from './stage/stage.js';
import { type Answer, Client } from './traffic/client.js';
import { Tally } from './traffic/figures.js';
import { Lanes } from './traffic/lanes.js';
import { named } from './traffic/visits.js';

const CALLERS = 40;
const BACK_MS = 10_000;

/** Postgres stands still for a while under load, as on a disk that hangs. */
export const stoppedPostgres: Probe = {
  name: 'stopped-postgres',
  async run(stage, extent) {
    const dataFolder = join(await stage.makeFolder(), 'pg');
    const product = await Product.open(stage, { dataFolder });
    const client = new Client(product.url, { token: product.token, sockets: CALLERS });
    const topic = await client.make('/v1/topics', { names: named('Stopped') });
    const answers: Answer[] = [];
    const callers = new Lanes(CALLERS, async (lane) => answers.push(await call(client, topic, lane)));
    await wait(1000);
    await standStill(
      stage,
      dataFolder,
      extent.either(REQUEST_DEADLINE_MS + 2000, REQUEST_DEADLINE_MS + 10_000),
    );
    const back = await product.readyWithin(BACK_MS + 2000);
    await callers.end();
    client.close();
    const statuses = new Tally();
    for (const { status, error } of answers) statuses.add(error ?? status);
    return [
      atMost(
        `slowest of ${answers.length} answers`,
        Math.max(...answers.map(({ ms }) => ms)),
        REQUEST_DEADLINE_MS + GRACE_MS,
        'ms',
      ),
      none(`answers (${statuses}) other than 2xx, 429, 503`, statuses.countOthers(/^(20[01]|429|503)$/)),
      atMost('ready again after', back, BACK_MS, 'ms'),
    ];
  },
};

async function standStill(stage: Stage, folder: string, ms: number): Promise<void> {
  const processes = await findProcesses(folder);
  const go = (): void => signalAll(processes, 'SIGCONT');
  stage.onEnd(go);
  signalAll(processes, 'SIGSTOP');
  await wait(ms);
  go();
}

async function call(client: Client, topic: string, lane: number): Promise<Answer> {
  const timeout = 90_000;
  const answer =
    lane % 4 === 0
      ? await client.send('POST', '/v1/topics', { body: { names: named('Stopped') }, timeout })
      : await client.send('GET', `/v1/topics/${topic}`, { timeout });
  await wait(answer.status < 300 ? 20 : 250);
  return answer;
}
