import { describe, placeIn, restoreBackup, verifyBackup, writeBackup } from '#backups';
import { Clock, readConfig } from '#platform';
import { watchForInterruption } from './interruption.js';
import { withDatabase } from './with-database.js';

/**
 * Writes a backup, or verifies one.
 * @param words the file; without it, one is written to the folder for backups, named by the instant
 */
export async function runBackupCommand(
  [file, ...others]: string[],
  { verify }: { verify?: boolean },
  usage: string,
): Promise<void> {
  if (others.length > 0 || (verify && !file)) throw new Error(usage);
  if (verify) return console.log(`${file} is complete and sound: ${describe(await verifyBackup(file!))}.`);
  const config = readConfig();
  const at = new Clock().now();
  const written = file ?? (await placeIn(config.backupFolder, at));
  const contents = await withDatabase(config, (place) =>
    // What is written half is taken away again, also where the operator does not wait.
    writeBackup(place, { file: written, at, signal: watchForInterruption() }),
  );
  console.log(`Wrote ${written}: ${describe(contents)}.`);
}

/**
 * Restores a backup into the configured database, which has to be empty.
 * @param words the file
 */
export async function runRestoreCommand([file, ...others]: string[], usage: string): Promise<void> {
  if (!file || others.length > 0) throw new Error(usage);
  const config = readConfig();
  const contents = await withDatabase(config, (place) => restoreBackup(place, file, [config.backupFolder]));
  console.log(`Restored ${file}: ${describe(contents)}.`);
}
