import { setTimeout as sleep } from 'node:timers/promises';
import { type Connection, HOST, writeConnection } from './connection.js';
import { explainRefusal } from './error.js';
import { prepareLog, readLog } from './log.js';
import type { Place } from './place.js';
import { findFreePort } from './port.js';
import { clearPidFile, findPostmaster } from './postmaster.js';
import { type Account, findAccount, runAs } from './privileges.js';
import { findPrograms, letIn } from './programs.js';

/** Server settings by name, as in postgresql.conf. */
export type Settings = Record<string, string>;

const DEFAULTS: Settings = {
  shared_buffers: '128MB',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // What was asked may be long, and is told to who asked.
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
};
const LOOPBACK_ONLY: Settings = { listen_addresses: HOST, unix_socket_directories: '' };

/** Refusals that will pass: someone took the port first, or a process of the killed cluster is still ending. */
const PASSING = /Address already in use|is still in use|lock file .* already exists/;
const TRIES = 60;

/**
 * Starts a complete cluster that is not running, on the port of its connection or, where that is taken, on
 * another one, then written to `connection.json`. The cluster may still be recovering when this ends.
 * @throws EmbeddedPostgresError with the end of the log where Postgres refuses
 */
export async function startPostmaster(
  place: Place,
  connection: Connection,
  settings: Settings,
): Promise<void> {
  const account = await letIn(place);
  for (let tries = 1; ; tries++) {
    const refusal = await tryStart(place, connection, settings, account);
    if (refusal === null) return;
    if (tries === TRIES || !PASSING.test(refusal)) {
      throw explainRefusal(`The database in ${place.folder} does not start.`, refusal);
    }
    await sleep(500);
  }
}

/**
 * Stops the cluster where it runs: open transactions are rolled back, committed data is on disk at the end.
 * @throws EmbeddedPostgresError where it still runs after two minutes
 */
export async function stopPostmaster(place: Place): Promise<void> {
  if ((await findPostmaster(place)) === null) return;
  const account = await findAccount(place.data);
  const args = ['stop', '-D', place.data, '-m', 'fast', '-w', '-t', '120'];
  const { pgCtl } = await findPrograms(place, account);
  const stopped = await runAs(account, pgCtl, args);
  if (stopped.ok || (await findPostmaster(place)) === null) return;
  throw explainRefusal(`The database in ${place.folder} does not stop.`, stopped.output);
}

/** Tries once; gives what Postgres said where it refused. */
async function tryStart(
  place: Place,
  connection: Connection,
  settings: Settings,
  account: Account,
): Promise<string | null> {
  const port = await findFreePort(connection.port);
  if (port !== connection.port) await writeConnection(place, account, { ...connection, port });
  await clearPidFile(place);
  const logged = await prepareLog(place, account);
  const options = formatOptions(port, { ...DEFAULTS, ...settings, ...LOOPBACK_ONLY });
  const args = ['start', '-w', '-D', place.data, '-l', place.log, '-o', options];
  const { pgCtl } = await findPrograms(place, account);
  const started = await runAs(account, pgCtl, args);
  // pg_ctl gives up after a minute, which a long recovery may exceed.
  if (started.ok || (await findPostmaster(place)) !== null) return null;
  return (await readLog(place, logged)) || started.output;
}

/** Writes options for pg_ctl, which hands them to a shell. */
function formatOptions(port: number, settings: Settings): string {
  const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
  const pairs = Object.entries(settings).map(([name, value]) => `-c ${quote(`${name}=${value}`)}`);
  return [`-p ${port}`, ...pairs].join(' ');
}
