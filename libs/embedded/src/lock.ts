import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './error.js';
import { isThere } from './place.js';

const PATIENCE_MS = 15 * 60_000;
const SQLITE_BUSY = 5;

/**
 * Runs work while holding a lock file alone, among all processes of the machine and all calls of this one.
 *
 * The file is an empty SQLite database, held by an exclusive transaction: the standard library has no other
 * lock that the operating system lets go of when its owner dies.
 * @param file absolute path, created where missing
 * @throws EmbeddedPostgresError after a quarter of an hour; EACCES where the file belongs to another user
 */
export async function holdLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  // SQLite's own refusals do not say why. Not tried by opening: a close would drop this process's lock.
  await access((await isThere(file)) ? file : dirname(file), constants.W_OK);
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    await acquire(lock);
    return await work();
  } finally {
    lock.close();
  }
}

async function acquire(lock: DatabaseSync): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!tryAcquire(lock)) {
    if (performance.now() > deadline) {
      throw new EmbeddedPostgresError(
        'Another process has been starting or stopping the database for too long.',
      );
    }
    await sleep(50);
  }
}

function tryAcquire(lock: DatabaseSync): boolean {
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive');
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return false;
    throw error;
  }
}
