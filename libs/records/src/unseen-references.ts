import { type Transaction, UnknownReference, runOften } from '#platform';

/** Which of some ids lead to records that the caller of a transaction does not see; who works for nobody sees all. */
export async function unseenAmong(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const text = `
    select given as id from unnest($1::uuid[]) given, nullif(current_setting('corteo.caller', true), '') caller
    where caller is not null and not public.id_seen(caller::jsonb, given)`;
  const { rows } = await runOften<{ id: string }>(tx, text, [ids]);
  return new Set(rows.map(({ id }) => id));
}

/**
 * What of some changes remains for a caller: what the record refers to and they do not see is not there to be cleared, and
 * stays.
 * @throws UnknownReference where they name it
 */
export async function changesOfSeen<T extends object>(
  tx: Transaction,
  record: T,
  changes: Partial<T>,
): Promise<Partial<T>> {
  const present = record as Readonly<Record<string, unknown>>;
  const kept = Object.entries(changes).filter(
    ([key, value]) => key.endsWith('Id') && present[key] && (value === null || value === present[key]),
  );
  const unseen = await unseenAmong(
    tx,
    kept.map(([key]) => present[key] as string),
  );
  const named = kept.find(([, value]) => unseen.has(value as string));
  if (named) throw new UnknownReference(named[1] as string);
  const isLeft = ([key]: [string, unknown]): boolean => !unseen.has(present[key] as string);
  return unseen.size === 0
    ? changes
    : (Object.fromEntries(Object.entries(changes).filter(isLeft)) as Partial<T>);
}
