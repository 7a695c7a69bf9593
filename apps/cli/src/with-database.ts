import {
  Clock,
  type Config,
  Database,
  dataSourceOptions,
  findCluster,
  readConfig,
  startCluster,
} from '#platform';
import { DataSource } from 'typeorm';

/**
 * Runs `work` on the configured database, migrated. Beside a running app it attaches to the app's embedded cluster
 * and leaves it running; without one it starts the cluster and stops it afterwards.
 */
export async function withDatabase(work: (database: Database, clock: Clock) => Promise<void>): Promise<void> {
  const config = readConfig();
  const reached = await reachDatabase(config);
  const dataSource = new DataSource(dataSourceOptions(reached.url, 2));
  try {
    const database = new Database(dataSource);
    await database.open(config.migrationUrl);
    await work(database, new Clock());
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await reached.release();
  }
}

async function reachDatabase(config: Config): Promise<{ url: string; release(): Promise<void> }> {
  if (config.databaseUrl) return { url: config.databaseUrl, release: async () => {} };
  const running = await findCluster(config.dataFolder);
  if (running) return { url: running.url, release: async () => {} };
  const cluster = await startCluster(config.dataFolder);
  return { url: cluster.url, release: () => cluster.stop() };
}
