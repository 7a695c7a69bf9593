import { join } from 'node:path';
import type { Probe } from './probe.js';
import { Recovery } from './recovery.js';
import { findPostmaster, signalAll } from './stage/postgres.js';
import { Product } from './stage/product.js';

/** The main process of the embedded Postgres is killed under writes. */
export const postmaster: Probe = {
  name: 'postmaster',
  async run(stage, extent) {
    const dataFolder = join(await stage.makeFolder(), 'pg');
    const recovery = await Recovery.open(await Product.open(stage, { dataFolder }));
    const kill = async (): Promise<void> => signalAll([(await findPostmaster(dataFolder))!], 'SIGKILL');
    for (let round = 0; round < extent.rounds(3, 20); round++) await recovery.round(kill);
    return [recovery.readiness(), ...recovery.losses()];
  },
};
