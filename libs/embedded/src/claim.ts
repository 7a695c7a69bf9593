import pg from 'pg';
import type { Cluster } from './cluster.js';
import { EmbeddedPostgresError } from './error.js';

/** Another process runs on the cluster. */
export class ClusterClaimedError extends EmbeddedPostgresError {}

/** Any number, the same in every instance. */
const CLAIM = 4_182_027;

/**
 * Claims an embedded cluster for this process. Postgres forgets the claim with the connection, so a killed owner
 * leaves none behind.
 * @param onEnd called when the connection ends, for whatever reason: the claim is given up then
 * @returns a function that gives the claim up
 * @throws ClusterClaimedError where another process runs on the cluster
 */
export async function claimCluster(
  url: string,
  folder: string,
  onEnd: () => void = () => {},
): Promise<() => Promise<void>> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'corteo-claim',
    keepAlive: true,
    connectionTimeoutMillis: 5000,
  });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ claimed: boolean }>('select pg_try_advisory_lock($1) as claimed', [
    CLAIM,
  ]);
  if (rows[0]!.claimed) {
    client.on('end', onEnd);
    return () => client.end();
  }
  await client.end();
  throw new ClusterClaimedError(
    `Corteo is already running on ${folder}. Stop it first, or set DATA_FOLDER or DATABASE_URL for a second one.`,
  );
}

/** Stops a cluster, unless a process runs on it. */
export async function stopUnclaimed(cluster: Cluster): Promise<void> {
  try {
    const giveUp = await claimCluster(cluster.url, cluster.folder);
    await cluster.stop();
    await giveUp();
  } catch (error) {
    if (!(error instanceof ClusterClaimedError)) throw error;
  }
}
