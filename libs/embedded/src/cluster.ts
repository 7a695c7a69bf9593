import { setTimeout as sleep } from 'node:timers/promises';
import { answers, ensureDatabase } from './client.js';
import { type Connection, connectionUrl, readConnection } from './connection.js';
import { type Settings, startPostmaster, stopPostmaster } from './control.js';
import { ensureCreated } from './creation.js';
import { EmbeddedPostgresError, explainFailure } from './error.js';
import { holdLock } from './lock.js';
import { type Place, findPlace, isThere, makePlace } from './place.js';
import { findPostmaster } from './postmaster.js';

const RECOVERY_MS = 10 * 60_000;

/** A private Postgres cluster in one folder. */
export interface Cluster {
  /** postgres://user:password@127.0.0.1:port/corteo */
  readonly url: string;
  /** Absolute, free of symbolic links. */
  readonly folder: string;
  /** Stops it for everyone who uses it; does nothing where it no longer runs. */
  stop(): Promise<void>;
}

/**
 * Starts the cluster of a folder, creating it first where there is none, and adopting it where it already
 * runs (it then keeps the settings it was started with). It outlives this process until `stop` is called.
 * Calls at the same moment, from any process, end with the same running cluster.
 * @param folder created where missing
 * @param options.settings server settings by name, such as { fsync: 'off' }; it never leaves the loopback address
 * @throws EmbeddedPostgresError where it cannot be started
 */
export async function startCluster(folder: string, options: { settings?: Settings } = {}): Promise<Cluster> {
  return await inWords(folder, async () => {
    const place = await makePlace(folder);
    const connection = await holdLock(place.lock, () => bringUp(place, options.settings ?? {}));
    return describeCluster(place, connection);
  });
}

/**
 * Finds the cluster that runs in a folder, changing nothing.
 * @returns null where none runs or it does not take connections at the moment
 * @throws EmbeddedPostgresError where it belongs to another user
 */
export async function findCluster(folder: string): Promise<Cluster | null> {
  return await inWords(folder, async () => {
    if (!(await isThere(folder))) return null;
    const place = await findPlace(folder);
    const connection = await readRunning(place);
    return connection && (await answers(connection)) ? describeCluster(place, connection) : null;
  });
}

async function bringUp(place: Place, settings: Settings): Promise<Connection> {
  const created = await ensureCreated(place);
  const deadline = performance.now() + RECOVERY_MS;
  while (performance.now() < deadline) {
    const running = await readRunning(place);
    if (running === null) await startPostmaster(place, created, settings);
    else if (await ensureDatabase(running)) return running;
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
    url: connectionUrl(connection),
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
