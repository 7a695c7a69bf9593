import { createWriteStream } from 'node:fs';
import { access, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { makeFolders } from '#platform';
import { BackupError } from './error.js';

const NAMED_BY_INSTANT = /^corteo-(\d{4}-\d{2}-\d{2}T)(\d{2})-(\d{2})-(\d{2}[.]\d{3}Z)[.]tar[.]gz$/;

/** The file for a backup of an instant in a folder, which is made where it is missing. */
export async function placeIn(folder: string, at: Date): Promise<string> {
  await makeFolders(folder, 0o700);
  return join(folder, `corteo-${at.toISOString().replaceAll(':', '-')}.tar.gz`);
}

/**
 * The instant of the newest backup that was written to a folder whole, by its name.
 * @returns null where there is none, or no folder
 */
export async function newestBackup(folder: string): Promise<Date | null> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const instants = names.flatMap((name) => {
    const [, day, hour, minute, second] = NAMED_BY_INSTANT.exec(name) ?? [];
    return day ? [new Date(`${day}${hour}:${minute}:${second}`)] : [];
  });
  return instants.reduce<Date | null>((newest, at) => (newest && newest > at ? newest : at), null);
}

/**
 * Writes a file that is there whole or not at all, readable by its owner only; it survives a power cut.
 * @throws BackupError where there is one of this name, or where it cannot be written
 */
export async function writeWhole(
  path: string,
  contents: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<void> {
  await refuseExisting(path, 'A backup replaces no file; choose another name.');
  const partial = `${path}.partial`;
  await refuseExisting(
    partial,
    'Another backup is being written there, or was cut short: then remove it first.',
  );
  try {
    const file = createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(contents, file, { signal });
    await refuseExisting(path, 'A backup replaces no file; choose another name.');
    await rename(partial, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function refuseExisting(path: string, advice: string): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) throw new BackupError(`${path} is there already. ${advice}`);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
