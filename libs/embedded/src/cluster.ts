import { setTimeout as sleep } from 'node:timers/promises';
import { answers } from './client.js';
import { type Connection, connectionUrl, readConnection } from './connection.js';
import { type Settings, startPostmaster, stopPostmaster } from './control.js';
import { ensureCreated, findCreated } from './creation.js';
import { ClusterGoneError, EmbeddedPostgresError, explainFailure } from './error.js';
import { holdLock } from './lock.js';
import { type Place, STATE_FOLDER, findPlace, isThere, makePlace } from './place.js';
import { findPostmaster } from './postmaster.js';
import { ensureRoles } from './roles.js';

const RECOVERY_MS = 10 * 60_000;

/** A private Postgres cluster in one folder. */
export interface Cluster {
  /** The product's database as the application: postgres://role:password@127.0.0.1:port/corteo */
  readonly url: string;
  /** The same as the role that owns its tables, and migrates them. */
  readonly migrationUrl: string;
  /** The same as the superuser, whom nothing is denied: for benchmarks and tests, never for the application. */
  readonly adminUrl: string;
  /** Absolute, free of symbolic links. */
  readonly folder: string;
  /** Stops it for everyone who uses it; does nothing where it no longer runs. */
  stop(): Promise<void>;
}

/** How a cluster is started. */
export interface StartOptions {
  /** Server settings by name, such as { fsync: 'off' }; it never leaves the loopback address. */
  readonly settings?: Settings;
  /** Where the programs stand that root's Postgres runs. */
  readonly stateFolder?: string;
}

/**
 * Starts the cluster of a folder, creating it first where there is none, and adopting it where it already
 * runs (it then keeps the settings it was started with). It outlives this process until `stop` is called.
 * Calls at the same moment, from any process, end with the same running cluster.
 * @param folder created where missing
 * @throws EmbeddedPostgresError where it cannot be started
 */
export async function startCluster(folder: string, options: StartOptions = {}): Promise<Cluster> {
  return await inWords(folder, async () => {
    const place = await makePlace(folder, options.stateFolder ?? STATE_FOLDER);
    return await holdLock(place.lock, async () => {
      const created = await ensureCreated(place);
      return await bringUp(place, created, options.settings ?? {});
    });
  });
}

/**
 * Starts a cluster again that was there before, as `startCluster` does, but never an empty one instead of it.
 * @throws ClusterGoneError where its data are gone; EmbeddedPostgresError where it cannot be started
 */
export async function restartCluster(
  { folder }: Cluster,
  options: StartOptions,
  signal: AbortSignal,
): Promise<Cluster> {
  return await inWords(folder, async () => {
    if (!(await isThere(folder))) throw new ClusterGoneError(folder);
    const place = await findPlace(folder, options.stateFolder ?? STATE_FOLDER);
    return await holdLock(place.lock, async () => {
      const created = await findCreated(place);
      if (created === null) throw new ClusterGoneError(folder);
      return await bringUp(place, created, options.settings ?? {}, signal);
    });
  });
}

/**
 * Finds the cluster that runs in a folder, changing nothing.
 * @returns null where none runs or it does not take connections at the moment
 * @throws EmbeddedPostgresError where it belongs to another user
 */
export async function findCluster(folder: string, stateFolder = STATE_FOLDER): Promise<Cluster | null> {
  return await inWords(folder, async () => {
    if (!(await isThere(folder))) return null;
    const place = await findPlace(folder, stateFolder);
    const connection = await readRunning(place);
    return connection && (await answers(connection)) ? describeCluster(place, connection) : null;
  });
}

async function bringUp(
  place: Place,
  created: Connection,
  settings: Settings,
  signal?: AbortSignal,
): Promise<Cluster> {
  const deadline = performance.now() + RECOVERY_MS;
  while (performance.now() < deadline) {
    signal?.throwIfAborted();
    const running = await readRunning(place);
    if (running === null) await startPostmaster(place, created, settings);
    else if ((await answers(running)) || (await ensureRoles(running))) return describeCluster(place, running);
    else await sleep(100);
  }
  throw new EmbeddedPostgresError(`The database does not answer. Its log is ${place.log}.`);
}

/** The connection of the running cluster: the port it was started with, which no file can misstate. */
async function readRunning(place: Place): Promise<Connection | null> {
  const connection = await readConnection(place);
  const postmaster = connection && (await findPostmaster(place));
  return postmaster && { ...connection, port: postmaster.port };
}

function describeCluster(place: Place, connection: Connection): Cluster {
  const stop = () => holdLock(place.lock, () => stopPostmaster(place));
  return {
    url: connectionUrl(connection, 'application'),
    migrationUrl: connectionUrl(connection, 'owner'),
    adminUrl: connectionUrl(connection, 'admin'),
    folder: place.folder,
    stop: () => inWords(place.folder, stop),
  };
}

async function inWords<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explainFailure(error, folder);
  }
}
