import { type ErasedPerson, readErased } from '#platform';
import type { EntityManager } from 'typeorm';

/** Those who were erased, as some folders of backups know them. */
export async function readAllErased(folders: readonly string[]): Promise<ErasedPerson[]> {
  const known = await Promise.all([...new Set(folders)].map(readErased));
  return [...new Map(known.flat().map((one) => [one.personId, one])).values()];
}

/** Erases again who was erased after a backup was made; what the name stands in that was not known then, too. */
export async function eraseAgain(tx: EntityManager, erased: readonly ErasedPerson[]): Promise<void> {
  for (const one of erased) await tx.query('select public.erase_again($1)', [JSON.stringify(one)]);
}
