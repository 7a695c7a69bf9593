import type { Binding } from './bindings.js';
import type { Entry } from './entries.js';
import { MOST_FAULTS } from './faults.js';
import type { ImportRun } from './import-run.js';
import { type Paths, findMoved, pathsAsWritten } from './list-entries.js';
import { References } from './references.js';
import type { Resolution } from './resolution.js';
import { type Translated, Translator } from './translation.js';
import type { WrittenDossier } from './written-dossier.js';

/** What the entries of a dossier mean. */
export interface Understood {
  readonly resolved: Resolution;
  readonly translated: ReadonlyMap<Entry, Translated>;
}

/** Finds out what the entries of one dossier mean; what is at fault is added to the plan. */
export class EntryMeanings {
  constructor(
    private readonly run: ImportRun,
    private readonly written: WrittenDossier,
  ) {}

  /** What the entries mean; those in lists are what they were before, wherever they stand now. */
  async find(entries: readonly Entry[], known: ReadonlyMap<string, Binding>): Promise<Understood> {
    const written = await this.understandAt(pathsAsWritten(entries), known);
    if (this.run.plan.faults.length > 0) return written;
    const moved = findMoved(entries, known, written.translated);
    return moved ? this.understandAt(moved, known) : written;
  }

  private async understandAt(paths: Paths, known: ReadonlyMap<string, Binding>): Promise<Understood> {
    const resolved = await this.resolve(paths, known);
    return { resolved, translated: this.translate([...paths.keys()], resolved) };
  }

  private async resolve(paths: Paths, known: ReadonlyMap<string, Binding>): Promise<Resolution> {
    const { office, going, plan } = this.run;
    // What names a record may mean one that an earlier dossier has.
    if ([...paths.keys()].some(({ match, id }) => match ?? id)) await this.run.settle();
    const { keepsOtherIds = false, own = new Map<string, string>() } = going.options;
    const resolved = await office.resolver.resolve(this.written, paths, { known, own }, going.caller);
    plan.faults.push(...resolved.faults.filter(({ code }) => !keepsOtherIds || code !== 'other-id'));
    return resolved;
  }

  private translate(entries: readonly Entry[], { ids }: Resolution): Map<Entry, Translated> {
    const references = new References(this.run.office.outline.kinds, entries);
    const translator = new Translator(this.written, references, ids);
    const translated = new Map<Entry, Translated>();
    for (const entry of entries) {
      if (translator.faults.length >= MOST_FAULTS) break;
      translated.set(entry, translator.translate(entry));
    }
    this.run.plan.faults.push(...translator.faults);
    return translated;
  }
}
