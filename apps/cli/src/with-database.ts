import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { findCluster, startCluster, stopUnclaimed } from '#embedded';
import { type Config, isOutage } from '#platform';
import pg from 'pg';
import { COMPLAINTS } from './complaints.js';

/** For how many milliseconds a command waits for a database that does not answer. */
const PATIENCE = 10_000;

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
 * @throws Error where a database that was named does not answer for some seconds
 */
export async function withDatabase<T>(config: Config, work: (place: Reached) => Promise<T>): Promise<T> {
  Logger.overrideLogger(COMPLAINTS);
  const reached = await reachDatabase(config);
  return work(reached).finally(() => reached.release());
}

async function reachDatabase(config: Config): Promise<Reached> {
  const { databaseUrl, migrationUrl, dataFolder, stateFolder } = config;
  if (databaseUrl) {
    await awaitAnswer(databaseUrl);
    return { url: databaseUrl, migrationUrl, release: async () => {} };
  }
  const running = await findCluster(dataFolder, stateFolder);
  if (running) return { url: running.url, migrationUrl: running.migrationUrl, release: async () => {} };
  const cluster = await startCluster(dataFolder, { stateFolder });
  return { url: cluster.url, migrationUrl: cluster.migrationUrl, release: () => stopUnclaimed(cluster) };
}

async function awaitAnswer(url: string): Promise<void> {
  for (const begun = Date.now(); ; await wait(500)) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (!isOutage(error as Error)) throw error;
      if (Date.now() - begun > PATIENCE)
        throw new Error('Postgres does not answer at DATABASE_URL; start it, or name another one.', {
          cause: error,
        });
    }
  }
}
