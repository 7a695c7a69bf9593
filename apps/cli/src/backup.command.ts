import { describe, placeIn, restoreBackup, verifyBackup, writeBackup } from '#backups';
import { Clock, readConfig } from '#platform';
import { watchForInterruption } from './interruption.js';
import { withDatabase } from './with-database.js';

/**
 * Writes a backup.
 * @param file without it, one is written to the folder for backups, named by the instant
 */
export async function runBackupCommand(file?: string): Promise<void> {
  const config = readConfig();
  const at = new Clock().now();
  const written = file ?? (await placeIn(config.backupFolder, at));
  const contents = await withDatabase(config, (place) =>
    // What is written half is taken away again, also where the operator does not wait.
    writeBackup(place, { file: written, at, signal: watchForInterruption() }),
  );
  console.log(`Wrote ${written}: ${describe(contents)}.`);
}

/** Reads a backup through, and tells that nothing is missing. */
export async function verifyFile(file: string): Promise<void> {
  console.log(`${file} is complete and sound: ${describe(await verifyBackup(file))}.`);
}

/** Restores a backup into the configured database, which has to be empty. */
export async function runRestoreCommand(file: string): Promise<void> {
  const config = readConfig();
  const contents = await withDatabase(config, (place) => restoreBackup(place, file, [config.backupFolder]));
  console.log(`Restored ${file}: ${describe(contents)}.`);
}
