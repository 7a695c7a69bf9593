import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Finding, type Probe, none, so } from './probe.js';
import { compareDatabases } from './stage/compare.js';
import { createDatabase, openCluster } from './stage/database.js';
import { Product } from './stage/product.js';
import type { Stage } from './stage/stage.js';
import { Client } from './traffic/client.js';
import { Lanes } from './traffic/lanes.js';
import { Ledger } from './traffic/ledger.js';
import { type ReadVisit, isWhole } from './traffic/visits.js';

/** A backup is made under writes and another one at rest; both are restored and compared. */
export const backup: Probe = {
  name: 'backup',
  async run(stage) {
    // One role makes and restores it, so that the rights in both are its own.
    const databaseUrl = await createDatabase(await openCluster(stage), 'backed_up');
    const product = await Product.open(stage, { databaseUrl });
    const [folder, client] = [await stage.makeFolder(), new Client(product.url, { token: product.token })];
    const ledger = await Ledger.open(client);
    const [busy, rest] = [join(folder, 'busy'), join(folder, 'rest')];
    const tried = await backUpUnderWrites(product, ledger, busy);
    if (tried !== null) return [so('backup', false, tried, 'made')];
    const underWrites = await restoreAndLook(stage, { product, databaseUrl, file: busy, ledger });
    await product.command('backup', rest);
    const restored = await createDatabase(databaseUrl, 'restored_rest');
    await restore(product, rest, restored);
    const differences = await compareDatabases(databaseUrl, restored);
    client.close();
    return [
      ...underWrites,
      none('lines in which a restored database differs', differences.length, differences),
    ];
  },
};

/** Gives what went wrong, if anything did. What the ledger holds afterwards was acknowledged before it began. */
async function backUpUnderWrites(product: Product, ledger: Ledger, file: string): Promise<string | null> {
  const before = new Lanes(8, () => ledger.write());
  await wait(3000);
  await before.end();
  const others = await Ledger.open(new Client(product.url, { token: product.token }));
  const during = new Lanes(8, () => others.write());
  try {
    await product.command('backup', file);
    return null;
  } catch (error) {
    return String((error as { stderr?: string }).stderr ?? error).slice(0, 120);
  } finally {
    await during.end();
  }
}

async function restoreAndLook(
  stage: Stage,
  {
    product,
    databaseUrl,
    file,
    ledger,
  }: { product: Product; databaseUrl: string; file: string; ledger: Ledger },
): Promise<Finding[]> {
  const restored = await createDatabase(databaseUrl, 'restored_busy');
  await restore(product, file, restored);
  const second = await Product.open(stage, { databaseUrl: restored });
  const client = new Client(second.url, { token: second.token });
  await ledger.check(client);
  const halves = await countHalves(client);
  client.close();
  await second.end();
  const { acknowledged, losses } = ledger;
  return [
    none(
      `of ${acknowledged} writes before a backup under writes, not restored`,
      losses.lost.length,
      losses.lost,
    ),
    none('restored in halves', losses.halves.length + halves),
  ];
}

function restore(product: Product, file: string, databaseUrl: string): Promise<string> {
  return product.commandWith({ DATABASE_URL: databaseUrl }, 'restore', file);
}

/** How many of the visits that were written meanwhile lack parts. */
async function countHalves(client: Client): Promise<number> {
  const page = await client.json<{ items: { id: string }[] }>(
    'GET',
    '/v1/visits?q=Visit&sort=-updated&limit=200',
  );
  let halves = 0;
  for (const { id } of page.json?.items ?? []) {
    const { json } = await client.json<ReadVisit>('GET', `/v1/visits/${id}`);
    const people = await client.json<{ items: unknown[] }>('GET', `/v1/visits/${id}/participants?limit=200`);
    if (!json || !isWhole(json, people.json?.items.length ?? 0)) halves++;
  }
  return halves;
}
