import { allRead, readAmid } from './honest.js';
import { type Probe, atMost, none } from './probe.js';
import { openFilled } from './stage/database.js';
import { Product } from './stage/product.js';
import { Client } from './traffic/client.js';
import { Tally } from './traffic/figures.js';

const CONNECTIONS = 60;
const VISITS = 3000;
const LANGUAGES = ['en', 'it', 'zh', 'fr'];

/** Strangers who ask for the feed of forums, each time for other days; the limits are those of the defaults. */
export const feed: Probe = {
  name: 'feed',
  async run(stage, extent) {
    const product = await Product.open(stage, { databaseUrl: await openFilled(stage, VISITS) }, {});
    const [stranger, answers] = [new Client(product.url, { sockets: CONNECTIONS }), new Tally()];
    const work = async (lane: number): Promise<void> => {
      const { status, error } = await stranger.send('GET', windowFor(lane));
      answers.add(error ?? status);
    };
    const seen = await readAmid(stage, product, {
      count: CONNECTIONS,
      ms: extent.either(10_000, 20_000),
      work,
    });
    stranger.close();
    return [
      atMost(
        'honest read, p50',
        seen.amid,
        Math.min(100, 10 * seen.calm),
        `ms (calm ${seen.calm.toFixed(1)})`,
      ),
      allRead(seen),
      none(`answers to strangers (${answers}) other than 200 and 429`, answers.countOthers(/^(200|429)$/)),
    ];
  },
};

function windowFor(lane: number): string {
  const some = (): string => String(1 + Math.floor(Math.random() * 28)).padStart(2, '0');
  const days = `from=20${some()}-01-${some()}&to=2099-12-${some()}`;
  return `/v1/calendars/forums.ics?${days}&language=${LANGUAGES[lane % LANGUAGES.length]}`;
}
