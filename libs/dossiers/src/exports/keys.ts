import { LONGEST_KEY } from '../imports/entries.js';
import type { Collected } from './collection.js';
import type { RememberedEntries } from './remembered-entries.js';

/** The keys that the records of a dossier have in it, by id. */
export type Keys = ReadonlyMap<string, string>;

/**
 * Gives each record a key that is its own among those beside it, and none that the dossier has for another: the one it
 * was imported under there, or elsewhere, or one made of its name.
 * @param numbers keys of those that need none
 */
export function keysFor(records: Iterable<Collected>, remembered: RememberedEntries, numbers: Keys): Keys {
  const keys = new Map<string, string>();
  for (const group of besideEachOther(records)) {
    const section = sectionPath(group[0]!, keys);
    const taken = new Set<string>();
    const give = (id: string, key: string): void => {
      taken.add(key);
      keys.set(id, key);
    };
    const own = new Map(group.map(({ id }) => [id, remembered.keyIn(section, id)]));
    for (const [id, key] of own) if (key && !taken.has(key)) give(id, key);
    const isTaken = (key: string): boolean => taken.has(key) || remembered.isTaken(`${section}/${key}`);
    for (const record of group.filter(({ id }) => !keys.has(id))) {
      const wanted = remembered.keyOf(record.id) ?? numbers.get(record.id) ?? slugOf(record);
      give(record.id, unused(wanted, isTaken));
    }
  }
  return keys;
}

/** The records of each section of each record, in the order in which they were recorded. */
export function besideEachOther(records: Iterable<Collected>): Collected[][] {
  const groups = Map.groupBy(records, ({ section, within }) => `${within?.id ?? ''}/${section.name}`);
  return [...groups.values()].map((group) => group.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
}

/** The path of a record in the dossier. */
export function pathIn(record: Collected, keys: Keys): string {
  return `${sectionPath(record, keys)}/${keys.get(record.id)!}`;
}

function sectionPath({ within, section: { name } }: Collected, keys: Keys): string {
  return within ? `${pathIn(within, keys)}/${name}` : name;
}

function unused(key: string, isTaken: (key: string) => boolean): string {
  for (let number = 1; ; number++) {
    const tried = numbered(key, number);
    if (!isTaken(tried)) return tried;
  }
}

/** A key, or the one that the second, third … has which would have it as well. */
export function numbered(key: string, number: number): string {
  const end = number === 1 ? '' : `-${number}`;
  return `${shortened(key, LONGEST_KEY - end.length)}${end}`;
}

function shortened(text: string, most: number): string {
  return [...text].slice(0, most).join('');
}

/** `Città della Scienza` → `citta-della-scienza`. */
function slugOf({ view, section: { kind } }: Collected): string {
  const { name, title } = view as { name?: string; title?: Readonly<Record<string, string>> };
  return wordsOf(name ?? Object.values(title ?? {})[0] ?? '') || wordsOf(kind.name);
}

function wordsOf(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  return shortened(words, 60).replace(/-$/, '');
}
