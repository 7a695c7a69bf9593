import { operationsOf, readDocument } from './fuzzing/document.js';
import { type Finding, type Probe, atMost, none } from './probe.js';
import { openCluster } from './stage/database.js';
import { Product } from './stage/product.js';
import type { Stage } from './stage/stage.js';
import { Client } from './traffic/client.js';
import { Watch } from './traffic/watch.js';
import { named } from './traffic/visits.js';

const MOST_MS = 50;
/** After an answer as late as this, no other is waited for. */
const GIVE_UP_MS = 5000;

interface Wide {
  readonly method: string;
  readonly path: string;
  readonly body: Buffer;
  readonly what: string;
}

/** Objects with very many keys, at several places of a body and on every route that takes one. */
export const wideBodies: Probe = {
  name: 'wide-bodies',
  async run(stage) {
    const product = await Product.open(stage, { databaseUrl: await openCluster(stage) });
    const client = new Client(product.url, { token: product.token, sockets: 2 });
    const topic = await client.make('/v1/topics', { names: named('Wide') });
    const routes = operationsOf(await readDocument(client)).filter(({ body }) => body);
    const everywhere = routes.map(({ method, template }) => ({
      method,
      path: template.replaceAll(/\{\w+\}/g, topic),
      body: bodyOf(objectOf(280_000)),
      what: '280 000 keys',
    }));
    const findings = await sendAll(stage, product, [...severalPlaces(topic), ...everywhere]);
    client.close();
    return findings;
  },
};

async function sendAll(stage: Stage, product: Product, all: readonly Wide[]): Promise<Finding[]> {
  const client = new Client(product.url, { token: product.token, sockets: 1 });
  const watch = Watch.start(stage, { url: product.url, paths: ['/health/live'], pause: 5 });
  const [times, wrong]: [number[], string[]] = [[], []];
  for (const { method, path, body, what } of all) {
    const { status, ms, error } = await client.send(method, path, { body, timeout: 90_000 });
    times.push(ms);
    if (!(status >= 400 && status < 500)) wrong.push(`${what} to ${method} ${path}: ${error ?? status}`);
    if (ms > GIVE_UP_MS) break;
  }
  client.close();
  const health = await watch.end();
  const slowest = all[times.indexOf(Math.max(...times))]!;
  const where = `${slowest.what} to ${slowest.method} ${slowest.path}`;
  return [
    none(`of ${times.length} wide bodies, not refused`, wrong.length, wrong),
    atMost(`slowest refusal (${where})`, Math.max(...times), MOST_MS, 'ms'),
    atMost('health meanwhile, slowest', Math.max(...health.map(({ ms }) => ms)), MOST_MS, 'ms'),
  ];
}

/** From narrow to wide, so that what grows too fast is seen before it takes minutes. */
function severalPlaces(topic: string): Wide[] {
  const names = JSON.stringify(named('Wide'));
  const sizes = [4000, 16_000, 60_000, 280_000];
  return sizes.flatMap((size) => {
    const keys = objectOf(size);
    const bodies = [
      `{"names":[${keys}]}`,
      `{"names":${names},"notes":${keys}}`,
      `{"names":${names},"agenda":[${keys}]}`,
    ];
    const what = `${size.toLocaleString('en')} keys`;
    return [
      { method: 'POST', path: '/v1/topics', body: bodyOf(keys), what },
      { method: 'POST', path: '/v1/topics', body: bodyOf(bodies[0]!), what: `${what} in a name` },
      { method: 'PATCH', path: `/v1/topics/${topic}`, body: bodyOf(keys), what },
      { method: 'POST', path: '/v1/visits', body: bodyOf(bodies[1]!), what: `${what} in a note` },
      { method: 'POST', path: '/v1/visits', body: bodyOf(textOf(names, size)), what: `${size} languages` },
      { method: 'POST', path: '/v1/visits', body: bodyOf(bodies[2]!), what: `${what} in an item` },
    ];
  });
}

function textOf(names: string, size: number): string {
  return `{"names":${names},"summary":{${keysOf(size, (i) => `"en-x-a${i}":"x"`)}}}`;
}

function objectOf(size: number): string {
  return `{${keysOf(size, (i) => `"k${i}":1`)}}`;
}

function keysOf(size: number, write: (i: number) => string): string {
  return Array.from({ length: size }, (_, i) => write(i)).join(',');
}

function bodyOf(text: string): Buffer {
  return Buffer.from(text);
}
