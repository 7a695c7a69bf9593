import { type ErasedPerson, readErased } from '#platform';
import type { EntityManager } from 'typeorm';
import { BackupError } from './error.js';

/**
 * Those who were erased, as some folders of backups know them.
 * @throws BackupError where a file of them cannot be read: nobody is to come back by that
 */
export async function readAllErased(folders: readonly string[]): Promise<ErasedPerson[]> {
  const known = await Promise.all([...new Set(folders)].map(readFrom));
  return [...new Map(known.flat().map((one) => [one.personId, one])).values()];
}

async function readFrom(folder: string): Promise<ErasedPerson[]> {
  return readErased(folder).catch((error: Error) => {
    throw new BackupError(`Those who were erased cannot be read in ${folder}: ${error.message}.`, {
      cause: error,
    });
  });
}

/** Erases again who was erased after a backup was made; what the name stands in that was not known then, too. */
export async function eraseAgain(tx: EntityManager, erased: readonly ErasedPerson[]): Promise<void> {
  for (const one of erased) await tx.query('select public.erase_again($1)', [JSON.stringify(one)]);
}
