import { join } from 'node:path';
import type { Probe } from './probe.js';
import { Recovery } from './recovery.js';
import { findBackends, findPostmaster, findProcesses, signalAll } from './stage/postgres.js';
import { Product } from './stage/product.js';

/** Server, connections and main process of Postgres are killed in turn under writes, and all of it at once. */
export const kills: Probe = {
  name: 'kills',
  async run(stage, extent) {
    const dataFolder = join(await stage.makeFolder(), 'pg');
    const product = await Product.open(stage, { dataFolder });
    const recovery = await Recovery.open(product);
    const start = (): Promise<number> => product.start();
    const kinds: (() => Promise<void>)[] = [
      () => recovery.round(() => product.kill(), start),
      () => recovery.round(() => killBackend(dataFolder)),
      () => recovery.round(async () => signalAll([(await findPostmaster(dataFolder))!], 'SIGKILL')),
      () => recovery.round(() => killAll(product, dataFolder), start),
    ];
    for (let round = 0; round < extent.rounds(8, 100); round++) await kinds[round % kinds.length]!();
    return recovery.losses();
  },
};

async function killBackend(folder: string): Promise<void> {
  const backends = await findBackends(folder);
  signalAll([backends[Math.floor(Math.random() * backends.length)]!], 'SIGKILL');
}

async function killAll(product: Product, folder: string): Promise<void> {
  const postgres = await findProcesses(folder);
  await product.kill();
  signalAll(postgres, 'SIGKILL');
}
