import type { Collected } from './collection.js';

/** The keys that the records of a dossier have in it, by id. */
export type Keys = ReadonlyMap<string, string>;

/**
 * Gives each record a key that is its own among those beside it: the one it was imported under, or one made of its name.
 * @param known keys by id, of what was imported
 */
export function keysFor(records: Iterable<Collected>, known: Keys): Keys {
  const keys = new Map<string, string>();
  for (const group of besideEachOther(records)) {
    const taken = new Set<string>();
    for (const record of group) {
      const key = unused(known.get(record.id) ?? slugOf(record), taken);
      taken.add(key);
      keys.set(record.id, key);
    }
  }
  return keys;
}

/** The records of each section of each record, in the order in which they were recorded. */
export function besideEachOther(records: Iterable<Collected>): Collected[][] {
  const groups = Map.groupBy(records, ({ section, within }) => `${within?.id ?? ''}/${section.name}`);
  return [...groups.values()].map((group) => group.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
}

function unused(key: string, taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key;
  for (let number = 2; ; number++) if (!taken.has(`${key}-${number}`)) return `${key}-${number}`;
}

/** `Città della Scienza` → `citta-della-scienza`. */
function slugOf({ view, section: { kind } }: Collected): string {
  const { name, title } = view as { name?: string; title?: Readonly<Record<string, string>> };
  return wordsOf(name ?? Object.values(title ?? {})[0] ?? '') || wordsOf(kind.name);
}

function wordsOf(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
}
