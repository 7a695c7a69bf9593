import type { Pool, PoolClient } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { waitingRequest } from '../waiting.js';
import { databaseBusy, outcomeUnknown } from './database.problems.js';
import { OverdueError, isCut } from './outages.js';

const PLANNED_FOR_VALUES = 'set local plan_cache_mode = auto';

/** What is done without anybody waiting for it may take its time. */
const UNLIMITED = `set local statement_timeout = 0; set local lock_timeout = 0;
  set local idle_in_transaction_session_timeout = 0; ${PLANNED_FOR_VALUES}`;

/** Uses any connection, for as long as the caller waits. */
export async function onConnection<T>(pool: Pool, use: (client: PoolClient) => Promise<T>): Promise<T> {
  const until = waitingRequest()?.until;
  const client = await waitUntil(pool.connect(), until, (late) => late.release());
  try {
    return await useUntil(client, until, () => use(client));
  } finally {
    client.release();
  }
}

/** Asks for what is to be planned for the values at hand, which connections otherwise do for no statement. */
export async function askForItsValues<T>(
  client: PoolClient,
  ask: (client: PoolClient) => Promise<T>,
  isInTransaction: boolean,
): Promise<T> {
  await client.query(isInTransaction ? PLANNED_FOR_VALUES : `begin; ${PLANNED_FOR_VALUES}`);
  try {
    return await ask(client);
  } finally {
    if (!isInTransaction) await client.query('commit');
  }
}

/**
 * Does work in one transaction, for as long as the caller waits.
 * @throws Refusal `database.outcome-unknown` where nobody knows whether it was kept
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  const request = waitingRequest();
  const runner = dataSource.createQueryRunner();
  const connected = runner.connect() as Promise<PoolClient>;
  const client = await waitUntil(connected, request?.until, () => runner.release());
  let isWorkDone = false;
  const doWork = async (tx: EntityManager): Promise<T> => {
    if (!request) await tx.query(UNLIMITED);
    else await tellRights(tx, request.rights?.());
    const result = await work(tx);
    isWorkDone = true;
    return result;
  };
  try {
    return await useUntil(client, request?.until, () => runner.manager.transaction(doWork));
  } catch (error) {
    throw isWorkDone && isCut(error as Error) ? outcomeUnknown() : error;
  } finally {
    await runner.release();
  }
}

/** Tells the database for whom it works, so that nobody writes or refers to what he may not see. */
async function tellRights(tx: EntityManager, rights?: string | null): Promise<void> {
  if (rights) await tx.query("select set_config('corteo.caller', $1, true)", [rights]);
}

/**
 * Waits for a connection until a deadline.
 * @param until the time of `performance.now()`; without one, there is no deadline
 * @param giveBack what becomes of one that comes too late
 * @throws Refusal `database.busy`
 */
async function waitUntil<T>(
  connection: Promise<T>,
  until = Infinity,
  giveBack: (late: T) => unknown,
): Promise<T> {
  if (until === Infinity) return connection;
  const { promise: late, reject } = Promise.withResolvers<never>();
  const refuse = (): void => {
    reject(databaseBusy());
    connection.then(giveBack, () => undefined);
  };
  const timer = setTimeout(refuse, timeLeft(until));
  return Promise.race([connection, late]).finally(() => clearTimeout(timer));
}

/**
 * Uses a connection until a deadline; then it is cut, since nobody knows its state, and does not go back to the pool.
 * @param until the time of `performance.now()`; without one, there is no deadline
 * @throws what has cut the connection, whatever failed because of it
 */
async function useUntil<T>(client: PoolClient, until = Infinity, use: () => Promise<T>): Promise<T> {
  let cut: Error | undefined;
  const note = (error: Error): void => void (cut ??= error);
  const timer = until < Infinity ? setTimeout(destroy, timeLeft(until), client, note) : undefined;
  client.on('error', note);
  try {
    return await use();
  } catch (error) {
    throw cut ?? error;
  } finally {
    clearTimeout(timer);
    client.off('error', note);
  }
}

/** Not `end`, which would wait until Postgres has taken leave. */
function destroy(client: PoolClient, note: (error: Error) => void): void {
  note(new OverdueError());
  const { connection } = client as unknown as { connection: { stream: { destroy(): void } } };
  connection.stream.destroy();
}

function timeLeft(until: number): number {
  return Math.max(0, until - performance.now());
}
