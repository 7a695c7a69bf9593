import { chown, stat } from 'node:fs/promises';
import { EmbeddedPostgresError } from './error.js';
import { type Outcome, run } from './run.js';

/** The user that Postgres runs as where we are root; null where it runs as ourselves. */
export type Account = { readonly uid: number; readonly gid: number } | null;

const NAME = 'postgres';

/**
 * Finds whom the cluster's programs must run as, because Postgres refuses to run as root: the owner of the
 * data where there is any, else the system user "postgres", created where missing.
 * @param data the data folder, which need not exist
 * @throws EmbeddedPostgresError where root cannot step down on this machine
 */
export async function findAccount(data: string): Promise<Account> {
  if (process.getuid?.() !== 0) return null;
  if (process.platform !== 'linux') throw refuseRoot('On this system run it as an ordinary user.');
  const owner = await stat(data).catch(() => null);
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await readAccount()) ?? (await createAccount());
}

/** Makes a file or folder belong to the account. */
export async function giveTo(account: Account, path: string): Promise<void> {
  if (account !== null) await chown(path, account.uid, account.gid);
}

/**
 * Runs one program to its end as the account.
 * @param input what it reads from standard input
 */
export async function runAs(
  account: Account,
  program: string,
  args: string[],
  input?: string,
): Promise<Outcome> {
  if (account === null) return await run(program, args, input);
  const identity = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  return await run('setpriv', [...identity, '--', program, ...args], input);
}

async function readAccount(): Promise<Account> {
  const [uid, gid] = await Promise.all([run('id', ['-u', NAME]), run('id', ['-g', NAME])]);
  return uid.ok && gid.ok ? { uid: Number(uid.output), gid: Number(gid.output) } : null;
}

async function createAccount(): Promise<Account> {
  console.error(`Postgres does not run as root: the system user "${NAME}" is made now, to run it.`);
  const options = ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin'];
  const created = await run('useradd', [...options, NAME]);
  // Looked up even after a failure: another process may just have created the user.
  const account = await readAccount();
  if (account === null) throw refuseRoot(`Creating the user "${NAME}" failed: ${created.output}`);
  return account;
}

function refuseRoot(detail: string): EmbeddedPostgresError {
  const advice = 'Run it as an ordinary user, or set DATABASE_URL to a Postgres 18 of your own.';
  return new EmbeddedPostgresError(`Postgres does not run as root. ${detail} ${advice}`);
}
