import { type Binding, pathText } from './bindings.js';
import type { Entry } from './entries.js';
import { type Fingerprints, fingerprintOf, fingerprintsOf } from './fingerprints.js';
import { type Translated, saidIn } from './translation.js';

/** The paths that entries are remembered by: where they stand in the file, but in lists, where they stood at first. */
export type Paths = ReadonlyMap<Entry, string>;

/** The paths of entries as the file has them. */
export function pathsAsWritten(entries: readonly Entry[]): Paths {
  return new Map(entries.map((entry) => [entry, pathText(entry.path)]));
}

/**
 * Finds what entries of lists became before, wherever they stand in them now: by all that they say, else by what they
 * refer to, else by their place.
 * @param known what entries became before, by path
 * @returns null where all are where they were
 */
export function findMoved(
  entries: readonly Entry[],
  known: ReadonlyMap<string, Binding>,
  translated: ReadonlyMap<Entry, Translated>,
): Paths | null {
  if (known.size === 0 || !entries.some(isInList)) return null;
  const { paths } = new PathFinder(known, translated).find(entries);
  if (entries.every((entry) => paths.get(entry) === pathText(entry.path))) return null;
  return new Map(entries.map((entry) => [entry, paths.get(entry)!]));
}

/** What tells an entry from others; null where nothing of that kind does. */
type Sign = (said: Fingerprints) => string | null;

class PathFinder {
  readonly paths = new Map<Entry, string>();
  private readonly bySection: ReadonlyMap<string, readonly Binding[]>;

  constructor(
    known: ReadonlyMap<string, Binding>,
    private readonly translated: ReadonlyMap<Entry, Translated>,
  ) {
    this.bySection = Map.groupBy(known.values(), ({ path }) => path.slice(0, path.lastIndexOf('/')));
  }

  find(entries: readonly Entry[]): this {
    // What is within others comes after them.
    for (const those of Map.groupBy(entries, ({ path }) => pathText(path.slice(0, -1))).values()) {
      const section = this.sectionOf(those[0]!);
      if (isInList(those[0]!)) this.findList(section, those);
      else for (const entry of those) this.paths.set(entry, `${section}/${entry.path.at(-1)}`);
    }
    return this;
  }

  private sectionOf({ within, section }: Entry): string {
    return within ? `${this.paths.get(within)}/${section.name}` : section.name;
  }

  private findList(section: string, entries: readonly Entry[]): void {
    const before = this.bySection.get(section) ?? [];
    const open = new Set(before.toSorted((a, b) => numberOf(a.path) - numberOf(b.path)));
    this.pair(entries, open, fingerprintOf);
    this.pair(entries, open, (said) => referencesIn(said, entries[0]!));
    const taken = new Set(before.map(({ path }) => path));
    for (const entry of entries.filter((one) => !this.paths.has(one))) {
      const there = [...open].find(({ path }) => path === `${section}/${entry.path.at(-1)}`);
      const path = there?.path ?? freePath(section, entry, taken);
      if (there) open.delete(there);
      this.paths.set(entry, path);
      taken.add(path);
    }
  }

  /** Pairs each entry that is left with one of before that has the same sign, of several with the one most like it. */
  private pair(entries: readonly Entry[], open: Set<Binding>, sign: Sign): void {
    const bySign = Map.groupBy(open, ({ said }) => sign(said));
    for (const entry of entries.filter((one) => !this.paths.has(one))) {
      const said = fingerprintsOf(saidIn(this.translated.get(entry)!));
      const own = sign(said);
      const same = own === null ? [] : (bySign.get(own) ?? []).filter((one) => open.has(one));
      const [found] = same.toSorted((a, b) => inCommon(b.said, said) - inCommon(a.said, said));
      if (!found) continue;
      open.delete(found);
      this.paths.set(entry, found.path);
    }
  }
}

function isInList({ at }: Entry): boolean {
  return typeof at.at(-1) === 'number';
}

function numberOf(path: string): number {
  return Number(path.slice(path.lastIndexOf('/') + 1)) || Infinity;
}

function freePath(section: string, { path }: Entry, taken: ReadonlySet<string>): string {
  for (let number = Number(path.at(-1)); ; number++)
    if (!taken.has(`${section}/${number}`)) return `${section}/${number}`;
}

function referencesIn(said: Fingerprints, { section: { fields } }: Entry): string | null {
  const references = [...fields.values()].filter(({ refersTo }) => refersTo && refersTo !== 'leg');
  const held = references.map(({ property }) => said[property] ?? null);
  return held.every((one) => one === null) ? null : JSON.stringify(held);
}

function inCommon(a: Fingerprints, b: Fingerprints): number {
  return Object.keys(a).filter((property) => a[property] === b[property]).length;
}
