import { createReadStream } from 'node:fs';
import { copyFile, open, rm, stat, truncate } from 'node:fs/promises';
import type { Place } from './place.js';
import { type Account, giveTo } from './privileges.js';

/** The log is kept up to here, and once more as it was before. */
export const LOG_BYTES = 5 * 1024 * 1024;

/** Makes the log writable for the account and gives its present length in bytes. */
export async function prepareLog(place: Place, account: Account): Promise<number> {
  const log = await open(place.log, 'a', 0o600);
  const { size } = await log.stat().finally(() => log.close());
  await giveTo(account, place.log);
  return size;
}

/** The last lines of the log after a byte position. */
export async function readLog(place: Place, start: number): Promise<string> {
  const chunks = await createReadStream(place.log, { start, encoding: 'utf8' }).toArray();
  return chunks.join('').trim().split('\n').slice(-8).join('\n');
}

/**
 * Puts a log that has grown long aside, in the place of the one before. Postgres goes on writing into the same file, which
 * its own rotation by size would never empty.
 */
export async function boundLog(log: string): Promise<void> {
  const { size } = await stat(log);
  if (size < LOG_BYTES) return;
  const before = `${log}.1`;
  // Where there is no room for a copy, room is what is needed most.
  await copyFile(log, before).catch(() => rm(before, { force: true }));
  await truncate(log);
}
