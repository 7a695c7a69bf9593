import { Refusal } from '#refusals';
import type { Binding } from './bindings.js';
import { type Entry, EntryFinder } from './entries.js';
import { EntryRecorder, type Recorded, type View, attempt } from './entry-recorder.js';
import { MOST_FAULTS, faultAt } from './faults.js';
import { withoutGuesses } from './guesses.js';
import type { ImportRun } from './import-run.js';
import { Ledger } from './ledger.js';
import { type Paths, findMoved, pathsAsWritten } from './list-entries.js';
import { inOrder } from './order.js';
import { References } from './references.js';
import { faultsOfRefusal } from './refused-entries.js';
import type { Resolution } from './resolution.js';
import { type Translated, Translator } from './translation.js';
import { findUnchanged } from './unchanged-entries.js';
import type { WrittenDossier } from './written-dossier.js';

/** What the entries of a dossier mean. */
interface Understood {
  readonly resolved: Resolution;
  readonly translated: ReadonlyMap<Entry, Translated>;
}

/** The import of one dossier, within a transaction. */
export class DossierImport {
  private readonly failed = new Set<Entry>();
  private readonly ledger: Ledger;

  constructor(
    private readonly run: ImportRun,
    private readonly written: WrittenDossier,
  ) {
    this.ledger = new Ledger(written, run.plan, run.remembered);
  }

  /**
   * Records what is new and changes what was edited; what is at fault is added to the plan.
   * @param known what its entries became before, by path
   */
  async import(known: ReadonlyMap<string, Binding>): Promise<void> {
    const { office, going, plan } = this.run;
    const { entries, faults } = new EntryFinder(this.written, going.options).find(office.outline.top);
    plan.faults.push(...faults);
    const { resolved, translated } = await this.understand(entries, known);
    const recorder = new EntryRecorder(office.desks, resolved.ids, going.caller);
    await this.judgeAll(translated, resolved, recorder);
    plan.faults.push(...(this.written.unread ?? []));
    if (plan.faults.length === 0) await this.record(entries, translated, resolved, recorder);
    if (plan.faults.length > 0) return;
    this.ledger.tellLeft(known, resolved);
    plan.understand(this.written.columns ?? []);
  }

  /** What the entries mean; those in lists are what they were before, wherever they stand now. */
  private async understand(
    entries: readonly Entry[],
    known: ReadonlyMap<string, Binding>,
  ): Promise<Understood> {
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
    const resolved = await office.resolver.resolve(this.written, paths, known, going.caller);
    const { keepsOtherIds = false } = going.options;
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

  private async record(
    entries: readonly Entry[],
    translated: ReadonlyMap<Entry, Translated>,
    resolved: Resolution,
    recorder: EntryRecorder,
  ): Promise<void> {
    const { order, circle } = inOrder(entries, (entry) => translated.get(entry)!.needs);
    if (circle.length > 0) return this.fault(circle[0]!, circular(circle), 'circle');
    const { office, going } = this.run;
    const unchanged = await findUnchanged(office.bindings, order, translated, resolved, going.caller);
    for (const [index, entry] of order.entries()) {
      going.options.signal?.throwIfAborted();
      if (unchanged.has(entry)) await this.tell(entry, resolved);
      else await this.deal(entry, translated.get(entry)!, resolved, recorder);
      going.options.onProgress?.(index + 1, order.length);
    }
  }

  private async tell(entry: Entry, resolved: Resolution): Promise<void> {
    await this.run.together.finish();
    this.ledger.tell(entry, resolved);
  }

  /** Before anything is recorded, so that every field at fault is told at once. */
  private async judgeAll(
    translated: ReadonlyMap<Entry, Translated>,
    { bindings, matched }: Resolution,
    recorder: EntryRecorder,
  ): Promise<void> {
    for (const [entry, one] of translated)
      await recorder.judge(entry, one, bindings.has(entry) || matched.has(entry)).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        this.refuse(entry, error);
      });
  }

  /** Records an entry, unless what it stands on could not be recorded: that is told already. */
  private async deal(
    entry: Entry,
    translated: Translated,
    resolved: Resolution,
    recorder: EntryRecorder,
  ): Promise<void> {
    if ([entry.within, ...translated.needs].some((other) => other && this.failed.has(other))) {
      this.failed.add(entry);
      return;
    }
    const { going, together } = this.run;
    const note = (recorded: Recorded): void => this.ledger.note(entry, translated, resolved, recorded);
    if (!going.isCareful && isNew(entry, resolved) && together.takes(entry)) {
      const done = (view: View): void => note(recorder.note(entry, view));
      return together.add({ entry, translated, recorder, done });
    }
    await together.finish();
    const work = (): Promise<Recorded> => this.dealAlone(entry, translated, resolved, recorder);
    const done = going.isCareful ? await attempt(going.tx, work) : await work();
    if (done instanceof Refusal) this.refuse(entry, done);
    else note(done);
  }

  private dealAlone(
    entry: Entry,
    translated: Translated,
    resolved: Resolution,
    recorder: EntryRecorder,
  ): Promise<Recorded> {
    if (isNew(entry, resolved)) return recorder.create(entry, translated);
    const binding = resolved.bindings.get(entry);
    return binding
      ? recorder.update(entry, translated, binding)
      : recorder.adopt(entry, withoutGuesses(this.written, entry, translated));
  }

  private refuse(entry: Entry, refusal: Refusal): void {
    this.failed.add(entry);
    this.run.plan.faults.push(...faultsOfRefusal(refusal, entry, this.written));
  }

  private fault(entry: Entry, detail: string, code: string): void {
    this.run.plan.faults.push(faultAt(this.written, entry.at, detail, code));
  }
}

function isNew(entry: Entry, { bindings, matched }: Resolution): boolean {
  return !bindings.has(entry) && !matched.has(entry);
}

function circular(circle: readonly Entry[]): string {
  const paths = [...circle, circle[0]!].map(({ path }) => path.join('.'));
  return `These refer to each other all around: ${paths.join(' → ')}.`;
}
