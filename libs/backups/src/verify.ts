import { BackupError } from './error.js';
import type { Manifest } from './manifest.js';
import { BackupReader } from './reading.js';

/** Does something with an open backup, whose name begins whatever is wrong with it. */
export async function withBackup<T>(path: string, work: (backup: BackupReader) => Promise<T>): Promise<T> {
  try {
    const backup = await BackupReader.open(path);
    return await work(backup).finally(() => backup.close());
  } catch (error) {
    if (error instanceof BackupError)
      throw new BackupError(`${path} cannot be used. ${error.message}`, { cause: error });
    throw error;
  }
}

/**
 * Reads a backup to its end.
 * @returns what is in it
 * @throws BackupError where it is not complete, not as it was written, or none of Corteo
 */
export async function verifyBackup(path: string): Promise<Manifest> {
  return withBackup(path, async (backup) => {
    for (const table of backup.manifest.tables) for await (const _ of backup.rowsOf(table));
    await backup.finish();
    return backup.manifest;
  });
}
