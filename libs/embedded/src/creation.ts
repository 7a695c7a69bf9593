import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Connection, ROLES, makePassword, readConnection, writeConnection } from './connection.js';
import { stopPostmaster } from './control.js';
import { EmbeddedPostgresError, explainRefusal } from './error.js';
import { type Place, isThere, syncFolder } from './place.js';
import { clearPidFile } from './postmaster.js';
import { type Account, findAccount, giveTo, runAs } from './privileges.js';
import { findPrograms, letIn } from './programs.js';

const STAGING = 'data.new-';

/**
 * Makes sure that there is a complete cluster and that its password is known, without starting it.
 *
 * The data folder is made aside and renamed into place after its password has been written down, so a data
 * folder in place is always complete. A `connection.json` that got lost is made anew with another password.
 * @throws EmbeddedPostgresError where initdb or Postgres refuses
 */
export async function ensureCreated(place: Place): Promise<Connection> {
  const found = await findCreated(place);
  if (found !== null) return found;
  const isCreated = await isThere(join(place.data, 'PG_VERSION'));
  const connection = { port: 0, password: makePassword() };
  await (isCreated ? resetPassword(place, connection) : createData(place, connection));
  return connection;
}

/** How to reach a complete cluster whose password is known; null where there is none. */
export async function findCreated(place: Place): Promise<Connection | null> {
  return (await isThere(join(place.data, 'PG_VERSION'))) ? await readConnection(place) : null;
}

async function createData(place: Place, connection: Connection): Promise<void> {
  await refuseOtherData(place);
  await removeStaging(place);
  const account = await letIn(place);
  try {
    const data = await initialize(place, account, connection.password);
    await writeConnection(place, account, connection);
    await rename(data, place.data);
    await syncFolder(place.folder);
  } finally {
    await removeStaging(place);
  }
}

async function refuseOtherData({ data }: Place): Promise<void> {
  if (!(await isThere(data)) || (await readdir(data)).length === 0) return;
  const advice = 'Move it away, or choose another folder for the database.';
  throw new EmbeddedPostgresError(`${data} holds something other than a database. ${advice}`);
}

/** Removes what creations that were cut short have left, where an orphaned initdb may still be writing. */
async function removeStaging(place: Place): Promise<void> {
  const left = (await readdir(place.folder)).filter((name) => name.startsWith(STAGING));
  const options = { recursive: true, force: true, maxRetries: 10, retryDelay: 50 };
  await Promise.all(left.map((name) => rm(join(place.folder, name), options)));
}

/** Makes a data folder inside a staging folder and gives its path. */
async function initialize(place: Place, account: Account, password: string): Promise<string> {
  const staging = await mkdtemp(join(place.folder, STAGING));
  const [data, passwordFile] = [join(staging, 'data'), join(staging, 'password')];
  await mkdir(data, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  for (const path of [staging, data, passwordFile]) await giveTo(account, path);
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'];
  const access = ['--auth=scram-sha-256', `--username=${ROLES.admin}`, `--pwfile=${passwordFile}`];
  const { initdb } = await findPrograms(place, account);
  const made = await runAs(account, initdb, [...locale, ...access, '-D', data]);
  if (!made.ok) throw explainRefusal('The database could not be created.', made.output);
  return data;
}

/** Sets the password in Postgres' single-user mode, which asks for none and needs the cluster to be stopped. */
async function resetPassword(place: Place, connection: Connection): Promise<void> {
  await stopPostmaster(place);
  await clearPidFile(place);
  const account = await findAccount(place.data);
  const command = `alter role ${ROLES.admin} password '${connection.password}'\n`;
  const args = ['--single', '-D', place.data, 'postgres'];
  const { postgres } = await findPrograms(place, account);
  const done = await runAs(account, postgres, args, command);
  if (!done.ok) throw explainRefusal('The database got no new password.', done.output);
  await writeConnection(place, account, connection);
}
