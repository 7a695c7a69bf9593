import { setTimeout as wait } from 'node:timers/promises';
import { allRead, readAmid } from './honest.js';
import { type Probe, atMost, none } from './probe.js';
import { openCluster } from './stage/database.js';
import { Product } from './stage/product.js';
import { Client } from './traffic/client.js';
import { Tally } from './traffic/figures.js';

const CONNECTIONS = 20;
const MOST_MS = 20;
const BODY = Buffer.from(`{${Array.from({ length: 280_000 }, (_, i) => `"k${i}":1`).join(',')}}`);

/** Strangers who send bodies of 3 MB, without a token and with one that nobody knows; the limits are the defaults. */
export const anonymousBodies: Probe = {
  name: 'anonymous-bodies',
  async run(stage, extent) {
    const product = await Product.open(stage, { databaseUrl: await openCluster(stage) }, {});
    const sockets = CONNECTIONS;
    const clients = [
      new Client(product.url, { sockets }),
      new Client(product.url, { sockets, token: 'unknown' }),
    ];
    const answers = new Tally();
    const work = async (lane: number): Promise<void> => {
      const { status, error } = await clients[lane % 2]!.send('POST', '/v1/topics', { body: BODY });
      answers.add(error ?? status);
      // A connection that is closed early is opened anew at the pace of a network, not of a loop.
      if (error) await wait(20);
    };
    const seen = await readAmid(stage, product, {
      count: CONNECTIONS,
      ms: extent.either(10_000, 20_000),
      work,
    });
    for (const client of clients) client.close();
    return [
      atMost('honest read, p50', seen.amid, MOST_MS, `ms (calm ${seen.calm.toFixed(1)})`),
      allRead(seen),
      none(
        `answers to strangers (${answers}) other than a refusal`,
        answers.countOthers(/^4\d\d$|^E[A-Z]+$/),
      ),
    ];
  },
};
