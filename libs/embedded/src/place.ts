import { chmod, open, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { makeFolders } from '#platform';
import { EmbeddedPostgresError } from './error.js';

/** Where everything of one cluster lies; all paths absolute and free of symbolic links. */
export interface Place {
  readonly folder: string;
  readonly data: string;
  readonly log: string;
  readonly connection: string;
  readonly lock: string;
  /** Where the programs stand that another user than root can run. */
  readonly programs: string;
}

/** Where root's Postgres has its programs and, by default, its data. */
export const STATE_FOLDER = '/var/lib/corteo';

/**
 * Names the paths of a cluster.
 * @param folder an existing folder
 * @throws EmbeddedPostgresError where pg_ctl could not take the path; ENOENT where it does not exist
 */
export async function findPlace(folder: string, stateFolder: string): Promise<Place> {
  const real = await realpath(folder);
  // pg_ctl hands these paths to a shell between double quotes.
  if (/["$`\\\n]/.test(real)) {
    const rule = 'Its path may not contain " $ ` \\ or a line break.';
    throw new EmbeddedPostgresError(`The database cannot live in ${real}. ${rule} Choose another folder.`);
  }
  return {
    folder: real,
    data: join(real, 'data'),
    log: logOf(real),
    connection: join(real, 'connection.json'),
    lock: join(real, 'start.lock'),
    programs: join(stateFolder, 'programs'),
  };
}

/** What the Postgres of a folder writes. */
export function logOf(folder: string): string {
  return join(folder, 'postgres.log');
}

/** Names the paths of a cluster like `findPlace`, creating the folder and its parents where missing. */
export async function makePlace(folder: string, stateFolder: string): Promise<Place> {
  await makeFolder(folder);
  return await findPlace(folder, stateFolder);
}

/** Makes a folder, and its parents, that others may pass but see nothing of, whatever the umask of root. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await makeFolders(folder, 0o711);
  if (first === undefined || process.getuid?.() !== 0) return;
  for (let made = resolve(folder); made.length >= resolve(first).length; made = dirname(made))
    await chmod(made, 0o711);
}

/** Tells whether a file or folder exists; EACCES where that cannot be seen. */
export async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}

/** Makes the names in a folder survive a power cut, above all one just given by rename. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
