import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolders } from './folders.js';

/** The file, beside backups, of those who were erased since they were made: whoever restores one erases them again. */
const FILE = 'erasures.ndjson';

/** Somebody who was erased, as the database has it: a line of the file. */
export interface ErasedPerson {
  readonly personId: string;
  readonly at: string;
  readonly byId: string;
  readonly reason: string;
  readonly redacted: readonly object[];
  readonly kept: readonly object[];
  /** Which documents went from which records. */
  readonly documents?: readonly object[];
}

/** Those whom a folder of backups knows as erased; none where there is no such file. */
export async function readErased(folder: string): Promise<ErasedPerson[]> {
  const text = await readFile(join(folder, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as ErasedPerson);
}

/**
 * Adds those whom a folder of backups does not know as erased yet; the folder is made where it is missing. The file is
 * there as it was or as it should be: what was cut short would hide somebody. Keys of what was redacted, which lines of
 * former versions hold, may be made of the name, and go.
 */
export async function keepErased(folder: string, erased: readonly ErasedPerson[]): Promise<void> {
  const noted = await readErased(folder);
  const known = new Set(noted.map(({ personId }) => personId));
  const others = erased.filter(({ personId }) => !known.has(personId));
  if (others.length === 0 && !noted.some(({ redacted }) => redacted.some((one) => 'key' in one))) return;
  await makeFolders(folder, 0o700);
  const lines = [...noted, ...others].map((one) => `${JSON.stringify(withoutKeys(one))}\n`).join('');
  const written = join(folder, `${FILE}.${randomUUID()}.partial`);
  await writeFile(written, lines, { mode: 0o600, flush: true });
  await rename(written, join(folder, FILE));
  // Another instance that wrote at the same time knew nothing of these.
  await keepErased(folder, erased);
}

function withoutKeys({ redacted, ...one }: ErasedPerson): ErasedPerson {
  return { ...one, redacted: redacted.map((mention) => ({ ...mention, key: undefined })) };
}
