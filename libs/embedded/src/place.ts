import { mkdir, open, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './error.js';

/** Where everything of one cluster lies; all paths absolute and free of symbolic links. */
export interface Place {
  readonly folder: string;
  readonly data: string;
  readonly log: string;
  readonly connection: string;
  readonly lock: string;
}

/**
 * Names the paths of a cluster.
 * @param folder an existing folder
 * @throws EmbeddedPostgresError where pg_ctl could not take the path; ENOENT where it does not exist
 */
export async function findPlace(folder: string): Promise<Place> {
  const real = await realpath(folder);
  // pg_ctl hands these paths to a shell between double quotes.
  if (/["$`\\\n]/.test(real)) {
    const rule = 'Its path may not contain " $ ` \\ or a line break.';
    throw new EmbeddedPostgresError(`The database cannot live in ${real}. ${rule} Choose another folder.`);
  }
  return {
    folder: real,
    data: join(real, 'data'),
    log: join(real, 'postgres.log'),
    connection: join(real, 'connection.json'),
    lock: join(real, 'start.lock'),
  };
}

/** Names the paths of a cluster like `findPlace`, creating the folder and its parents where missing. */
export async function makePlace(folder: string): Promise<Place> {
  // Others may pass but see nothing: in a container, the user that Postgres runs as cannot be let in otherwise.
  await mkdir(folder, { recursive: true, mode: 0o711 });
  return await findPlace(folder);
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
