import { findCluster, startCluster, stopUnclaimed } from '#embedded';
import type { Config } from '#platform';

/** The configured database, which answers until it is released. */
interface Reached {
  readonly url: string;
  /** As the role that owns the tables, where that is another. */
  readonly migrationUrl: string | undefined;
  release(): Promise<void>;
}

/**
 * Runs `work` while the configured database answers. Beside a running app it attaches to the app's embedded cluster and
 * leaves it running; without one it starts the cluster, and stops it afterwards where no app has begun to run on it.
 */
export async function withDatabase<T>(config: Config, work: (place: Reached) => Promise<T>): Promise<T> {
  const reached = await reachDatabase(config);
  return work(reached).finally(() => reached.release());
}

async function reachDatabase(config: Config): Promise<Reached> {
  const { databaseUrl, migrationUrl, dataFolder, stateFolder } = config;
  if (databaseUrl) return { url: databaseUrl, migrationUrl, release: async () => {} };
  const running = await findCluster(dataFolder, stateFolder);
  if (running) return { url: running.url, migrationUrl: running.migrationUrl, release: async () => {} };
  const cluster = await startCluster(dataFolder, { stateFolder });
  return { url: cluster.url, migrationUrl: cluster.migrationUrl, release: () => stopUnclaimed(cluster) };
}
