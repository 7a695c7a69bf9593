import { type Kinds, type RecordKind } from '#records';
import type { Entry } from './entries.js';

/** Finds what the references of a dossier lead to: the keys of its own entries. */
export class References {
  private readonly byKey: ReadonlyMap<string, readonly Entry[]>;

  constructor(
    private readonly kinds: Kinds,
    private readonly entries: readonly Entry[],
  ) {
    this.byKey = Map.groupBy(entries, ({ path }) => path.at(-1)!);
  }

  /**
   * The entries that a reference can mean.
   * @param written `naples`, `naples-rome.welcome`, `visits.naples-rome.agenda.welcome`
   * @param refersTo the kind of record that it must be of, or `any`
   * @param from where it stands: what is within the same record comes first
   */
  find(written: string, refersTo: string, from: Entry): Entry[] {
    const steps = written.split('.');
    const fitting = (this.byKey.get(steps.at(-1)!) ?? []).filter(
      (entry) => this.isOf(entry.section.kind, refersTo) && leadsTo(steps, entry, from),
    );
    const near = fitting.filter((entry) => rootOf(entry) === rootOf(from) && entry.within);
    return steps.length === 1 && near.length > 0 ? near : fitting;
  }

  /** The keys of all entries of a kind, as references to them are written from afar. */
  keysOf(refersTo: string): string[] {
    return this.entries
      .filter(({ section: { kind } }) => this.isOf(kind, refersTo))
      .map((entry) => (refersTo === 'any' ? entry.path : keysIn(entry.path)).join('.'));
  }

  private isOf(kind: RecordKind, refersTo: string): boolean {
    if (refersTo === 'any' || kind.name === refersTo) return true;
    const shared = this.kinds.all().find(({ name, shapes }) => name === refersTo && !shapes);
    return shared?.table === kind.table;
  }
}

function leadsTo(steps: readonly string[], entry: Entry, from: Entry): boolean {
  const written = steps.join('.');
  if (written === entry.path.join('.') || written === keysIn(entry.path).join('.')) return true;
  return steps.length === 1 && rootOf(entry) === rootOf(from);
}

/** The keys of a path, without the names of its sections. */
function keysIn(path: readonly string[]): string[] {
  return path.filter((_, at) => at % 2 === 1);
}

function rootOf(entry: Entry): Entry {
  return entry.within ? rootOf(entry.within) : entry;
}
