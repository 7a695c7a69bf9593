import { findCluster, startCluster, stopUnclaimed } from '#embedded';
import type { Config } from '#platform';

/** The configured database, which answers until it is released. */
export interface Reached {
  readonly url: string;
  /** As the role that owns the tables, where that is another. */
  readonly migrationUrl: string | undefined;
  release(): Promise<void>;
}

/**
 * Reaches the configured database. Beside a running app it attaches to the app's embedded cluster and leaves it
 * running; without one it starts the cluster and stops it afterwards.
 */
export async function reachDatabase(config: Config): Promise<Reached> {
  const { databaseUrl, migrationUrl, dataFolder, stateFolder } = config;
  if (databaseUrl) return { url: databaseUrl, migrationUrl, release: async () => {} };
  const running = await findCluster(dataFolder, stateFolder);
  if (running) return { url: running.url, migrationUrl: running.migrationUrl, release: async () => {} };
  const cluster = await startCluster(dataFolder, { stateFolder });
  return { url: cluster.url, migrationUrl: cluster.migrationUrl, release: () => stopUnclaimed(cluster) };
}
