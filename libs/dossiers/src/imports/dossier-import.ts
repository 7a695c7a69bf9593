import type { Caller, Transaction } from '#platform';
import type { Desks } from '#records';
import { Refusal } from '#refusals';
import type { Bindings } from './bindings.js';
import { type Entry, EntryFinder } from './entries.js';
import { EntryRecorder, attempt } from './entry-recorder.js';
import { faultAt } from './faults.js';
import { withoutGuesses } from './guesses.js';
import type { ImportPlan } from './import-plan.js';
import { Ledger } from './ledger.js';
import { inOrder } from './order.js';
import type { Outline } from './outline.js';
import { References } from './references.js';
import { faultsOfRefusal } from './refused-entries.js';
import type { Resolution, Resolver } from './resolution.js';
import { type Translated, Translator } from './translation.js';
import { findUnchanged } from './unchanged-entries.js';
import type { WrittenDossier } from './written-dossier.js';

/** How dossiers are imported. */
export interface ImportOptions {
  /** Whether a dossier may say which ids its records have. */
  readonly mayFixIds?: boolean;
  /** Whether what was recorded before with another id than the dossier says keeps it in silence. */
  readonly keepsOtherIds?: boolean;
  /** Is told how many of the entries have been dealt with. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Cuts the import off: nothing of it is recorded. */
  readonly signal?: AbortSignal;
}

/** What an import is done with. */
interface Office {
  readonly outline: Outline;
  readonly resolver: Resolver;
  readonly bindings: Bindings;
  readonly desks: Desks;
}

/** The import that a dossier is part of. */
interface Going {
  readonly tx: Transaction;
  readonly plan: ImportPlan;
  readonly caller: Caller;
  readonly options: ImportOptions;
}

/** The import of one dossier, within a transaction. */
export class DossierImport {
  private readonly failed = new Set<Entry>();
  private readonly ledger: Ledger;

  constructor(
    private readonly office: Office,
    private readonly written: WrittenDossier,
    private readonly going: Going,
  ) {
    this.ledger = new Ledger(written, going.plan);
  }

  /** Records what is new and changes what was edited; what is at fault is added to the plan. */
  async run(): Promise<void> {
    const finder = new EntryFinder(this.written, this.going.options).find(this.office.outline.top);
    this.going.plan.faults.push(...finder.faults);
    const known = await this.office.bindings.of(finder.key, this.going.caller);
    const resolved = await this.office.resolver.resolve(
      this.written,
      finder.entries,
      known,
      this.going.caller,
    );
    const { keepsOtherIds = false } = this.going.options;
    const faults = resolved.faults.filter(({ code }) => !keepsOtherIds || code !== 'other-id');
    this.going.plan.faults.push(...faults);
    const translated = this.translate(finder.entries, resolved);
    if (this.going.plan.faults.length === 0) await this.record(finder, translated, resolved);
    else this.going.plan.faults.push(...(this.written.unread ?? []));
    if (this.going.plan.faults.length > 0) return;
    await this.office.bindings.remember(this.going.tx, finder.key, this.ledger.remembered);
    this.ledger.tellLeft(finder.entries, known);
    this.going.plan.understand(this.written.columns ?? []);
  }

  private translate(entries: readonly Entry[], { ids }: Resolution): Map<Entry, Translated> {
    const references = new References(this.office.outline.kinds, entries);
    const translator = new Translator(this.written, references, ids);
    const translated = new Map(entries.map((entry) => [entry, translator.translate(entry)]));
    this.going.plan.faults.push(...translator.faults);
    return translated;
  }

  private async record(
    { entries }: EntryFinder,
    translated: ReadonlyMap<Entry, Translated>,
    resolved: Resolution,
  ): Promise<void> {
    const { order, circle } = inOrder(entries, (entry) => translated.get(entry)!.needs);
    if (circle.length > 0) return this.fault(circle[0]!, circular(circle), 'circle');
    const recorder = new EntryRecorder(this.office.desks, resolved.ids, this.going.caller);
    await this.judgeAll(order, translated, resolved, recorder);
    this.going.plan.faults.push(...(this.written.unread ?? []));
    if (this.going.plan.faults.length > 0) return;
    const unchanged = await findUnchanged(
      this.office.bindings,
      order,
      translated,
      resolved,
      this.going.caller,
    );
    for (const [index, entry] of order.entries()) {
      this.going.options.signal?.throwIfAborted();
      if (unchanged.has(entry)) this.ledger.tell(entry, resolved);
      else await this.deal(entry, translated.get(entry)!, resolved, recorder);
      this.going.options.onProgress?.(index + 1, order.length);
    }
  }

  /** Before anything is recorded, so that every field at fault is told at once. */
  private async judgeAll(
    entries: readonly Entry[],
    translated: ReadonlyMap<Entry, Translated>,
    { bindings, matched }: Resolution,
    recorder: EntryRecorder,
  ): Promise<void> {
    for (const entry of entries)
      await recorder
        .judge(entry, translated.get(entry)!, bindings.has(entry) || matched.has(entry))
        .catch((error: unknown) => {
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
    const binding = resolved.bindings.get(entry);
    const done = await attempt(this.going.tx, () => {
      if (binding) return recorder.update(entry, translated, binding);
      return resolved.matched.has(entry)
        ? recorder.adopt(entry, withoutGuesses(this.written, entry, translated))
        : recorder.create(entry, translated);
    });
    if (done instanceof Refusal) this.refuse(entry, done);
    else this.ledger.note(entry, translated, resolved, done);
  }

  private refuse(entry: Entry, refusal: Refusal): void {
    this.failed.add(entry);
    this.going.plan.faults.push(...faultsOfRefusal(refusal, entry, this.written));
  }

  private fault(entry: Entry, detail: string, code: string): void {
    this.going.plan.faults.push(faultAt(this.written, entry.at, detail, code));
  }
}

function circular(circle: readonly Entry[]): string {
  const paths = [...circle, circle[0]!].map(({ path }) => path.join('.'));
  return `These refer to each other all around: ${paths.join(' → ')}.`;
}
