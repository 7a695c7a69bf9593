import type { Database, Values } from '#platform';
import type { Filters } from './list-definition.js';
import { readAsked } from './name-filters.fragments.js';

/** What a list is asked for in words. */
interface AskedWords {
  /** What its conditions look for. */
  readonly values: Values;
  /** Whether many rows hold it. */
  readonly areMany: boolean;
  /** Whether only the commonest words are looked for of which a part is asked for. */
  readonly isMore: boolean;
}

/** Reads what a list is asked for in words, where it is. */
export async function readWords(
  database: Database,
  filters: Filters,
  { q }: { readonly q?: string },
): Promise<AskedWords | undefined> {
  const filter = filters.q;
  if (q === undefined || typeof filter !== 'object') return undefined;
  const { table, inTexts } = filter;
  const [names, texts, phrases, areMany, isMore] = (await database.readRow(readAsked, {
    q,
    table,
    inTexts,
  }))!;
  return { values: { names, texts, phrases }, areMany: areMany === 'true', isMore: isMore === 'true' };
}
