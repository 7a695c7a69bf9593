import { chmod, chown, cp, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Binaries, findBinaries } from './binaries.js';
import { EmbeddedPostgresError, explainRefusal } from './error.js';
import { holdLock } from './lock.js';
import { type Place, isThere, makeFolder } from './place.js';
import { type Account, findAccount, runAs } from './privileges.js';
import { run } from './run.js';

/**
 * Finds the programs that the account can run: those of the package, or for another user than ourselves, who may not be
 * let into its folder, a copy of them that is made once for each version.
 */
export async function findPrograms(place: Place, account: Account): Promise<Binaries> {
  const packaged = findBinaries();
  if (account === null) return packaged;
  const copy = join(place.programs, packaged.version);
  if (!(await isThere(copy))) await copyPrograms(packaged.folder, copy);
  const inCopy = (program: string): string => join(copy, 'bin', basename(program));
  const { initdb, pgCtl, postgres } = packaged;
  return { ...packaged, initdb: inCopy(initdb), pgCtl: inCopy(pgCtl), postgres: inCopy(postgres) };
}

async function copyPrograms(from: string, to: string): Promise<void> {
  await makeFolder(dirname(to));
  await holdLock(`${to}.lock`, async () => {
    if (await isThere(to)) return;
    const draft = `${to}.new`;
    await rm(draft, { recursive: true, force: true });
    await cp(from, draft, { recursive: true, verbatimSymlinks: true });
    await run('chmod', ['-R', 'a+rX', draft]);
    const tried = await run(join(draft, 'bin', 'postgres'), ['--version']);
    if (!tried.ok) throw explainRefusal('The programs of the database cannot run.', tried.output);
    await run('sync', ['-f', draft]);
    await rename(draft, to);
  });
}

/**
 * Finds whom Postgres runs as, and lets them pass the folder of the cluster, but nobody else who could not before.
 * @throws EmbeddedPostgresError where a folder above it does not let them pass
 */
export async function letIn({ folder, data }: Place): Promise<Account> {
  const account = await findAccount(data);
  if (account === null || (await canPass(account, folder))) return account;
  const { uid, mode } = await stat(folder);
  await chown(folder, uid, account.gid);
  await chmod(folder, (mode & 0o777) | 0o010);
  if (await canPass(account, folder)) return account;
  const { output: name } = await run('id', ['-un', `${account.uid}`]);
  const advice =
    'Let that user pass every folder above it (chmod o+x), or move it to where they can, such as /var/lib/corteo, and name that with DATA_FOLDER.';
  throw new EmbeddedPostgresError(
    `The database runs as the user “${name}”, who cannot get into ${folder}. ${advice}`,
  );
}

async function canPass(account: Account, folder: string): Promise<boolean> {
  return (await runAs(account, 'test', ['-x', folder])).ok;
}
