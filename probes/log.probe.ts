import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Operation, operationsOf, readDocument } from './fuzzing/document.js';
import { type Probe, atMost, none } from './probe.js';
import { Product } from './stage/product.js';
import { Client } from './traffic/client.js';
import { Tally } from './traffic/figures.js';
import { eachOf } from './traffic/lanes.js';

const REQUESTS = 10_000;
const MEGABYTE = 1e6;
/** One line of an access log; more than that for a request is no record of it but a burden. */
const LINE = 600;
const KNOWN = '019a8f3e-4c00-7000-8000-00000000ffff';

/** What an id may be that is none. */
const BAD = [
  'x',
  '0',
  '-1',
  "'; select 1; --",
  'é'.repeat(50),
  'a'.repeat(400),
  `${KNOWN}0`,
  KNOWN.slice(1),
  KNOWN.replace('9', 'g'),
  `{${KNOWN}}`,
  `urn:uuid:${KNOWN}`,
  KNOWN.replace('-', ''),
  '%',
  '\u0000',
  '\u202e',
];

/** Ids that are none, at every place where a read takes one: how much is written to disk for them. */
export const log: Probe = {
  name: 'log',
  async run(stage) {
    const dataFolder = join(await stage.makeFolder(), 'pg');
    const product = await Product.open(stage, { dataFolder });
    const client = new Client(product.url, { token: product.token, sockets: 20 });
    const paths = operationsOf(await readDocument(client)).flatMap(pathsOf);
    const [answers, postgres, server] = [
      new Tally(),
      await sizeOfLogs(dataFolder),
      await sizeOf(product.output),
    ];
    await eachOf(repeat(paths, REQUESTS), 20, async (path) => {
      const { status, error } = await client.send('GET', path);
      answers.add(error ?? status);
    });
    client.close();
    const said = (await sizeOf(product.output)) - server;
    return [
      atMost('log of Postgres grew by', ((await sizeOfLogs(dataFolder)) - postgres) / MEGABYTE, 1, 'MB'),
      atMost('said by the server, a request', said / REQUESTS, LINE, 'bytes'),
      none(`answers (${answers}) other than 2xx and 4xx`, answers.countOthers(/^[24]\d\d$/)),
    ];
  },
};

function repeat<T>(things: readonly T[], times: number): T[] {
  return Array.from({ length: times }, (_, index) => things[index % things.length]!);
}

/** The addresses of a read with one bad id in the path, or in a query parameter that is one. */
function pathsOf({ method, template, parameters }: Operation): string[] {
  if (method !== 'GET' || !template.startsWith('/v1')) return [];
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([part]) => part);
  const filled = template.replaceAll(/\{\w+\}/g, KNOWN);
  const queries = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  return BAD.map(encodeURIComponent).flatMap((bad) => [
    ...names.map((part) => template.replace(part, () => bad).replaceAll(/\{\w+\}/g, KNOWN)),
    ...queries.map((name) => `${filled}?${name}=${bad}`),
  ]);
}

/** Bytes of what lies beside the data, and of what is named a log within it. */
async function sizeOfLogs(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  const data = join(folder, 'data');
  const logs = paths.filter((path) => !path.startsWith(`${data}/`) || /\/(pg_)?logs?\/|\.log$/.test(path));
  const sizes = await Promise.all(logs.map(sizeOf));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
