import { type FieldCode, Refusal } from '#refusals';
import type { Binding } from './bindings.js';
import { NO_DIFFERENCES } from './changes.js';
import { type Postponed, orderOf, withoutPostponed } from './circles.js';
import { type Entry, EntryFinder } from './entries.js';
import { EntryMeanings } from './entry-meanings.js';
import { EntryRecorder, type Recorded, type View, attempt } from './entry-recorder.js';
import { faultAt } from './faults.js';
import { fingerprintsOf } from './fingerprints.js';
import { withoutGuesses } from './guesses.js';
import type { ImportRun } from './import-run.js';
import { Ledger } from './ledger.js';
import { faultsOfRefusal } from './refused-entries.js';
import type { Resolution } from './resolution.js';
import { type Translated, saidIn } from './translation.js';
import { findUnchanged } from './unchanged-entries.js';
import type { WrittenDossier } from './written-dossier.js';

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
    const { resolved, translated } = await new EntryMeanings(this.run, this.written).find(entries, known);
    const recorder = new EntryRecorder(office.desks, resolved.ids, going.caller);
    await this.judgeAll(translated, resolved, recorder);
    plan.faults.push(...(this.written.unread ?? []));
    if (plan.faults.length === 0) await this.record(entries, translated, resolved, recorder);
    if (plan.faults.length > 0) return;
    this.ledger.tellLeft(known, resolved);
    plan.understand(this.written);
  }

  private async record(
    entries: readonly Entry[],
    translated: ReadonlyMap<Entry, Translated>,
    resolved: Resolution,
    recorder: EntryRecorder,
  ): Promise<void> {
    const { order, circle, postponed } = await orderOf(entries, translated, (entry) =>
      isNew(entry, resolved),
    );
    if (circle.length > 0) return this.fault(circle[0]!, circular(circle), 'circle');
    const { office, going } = this.run;
    const unchanged = await findUnchanged(office.bindings, order, translated, resolved, going.caller);
    // What a source says of a record is written down anew where that changes.
    for (const entry of order)
      if (entry.section.kind.about && resolved.bindings.has(entry) && !unchanged.has(entry))
        await recorder.look(entry);
    for (const [index, entry] of order.entries()) {
      going.options.signal?.throwIfAborted();
      if (unchanged.has(entry)) await this.tell(entry, resolved);
      else await this.deal(entry, this.atFirst(entry, translated, postponed, recorder), resolved, recorder);
      going.options.onProgress?.(index + 1, order.length);
    }
    await this.catchUp(postponed, translated, resolved, recorder);
  }

  private atFirst(
    entry: Entry,
    translated: ReadonlyMap<Entry, Translated>,
    postponed: Postponed,
    recorder: EntryRecorder,
  ): Translated {
    const [all, later] = [translated.get(entry)!, postponed.get(entry)];
    if (!later) return all;
    recorder.postpone(entry, later);
    return withoutPostponed(all, later);
  }

  /** Writes what was postponed. */
  private async catchUp(
    postponed: Postponed,
    translated: ReadonlyMap<Entry, Translated>,
    resolved: Resolution,
    recorder: EntryRecorder,
  ): Promise<void> {
    for (const [entry, later] of postponed) {
      if (this.failed.has(entry)) continue;
      const all = translated.get(entry)!;
      const before = { said: fingerprintsOf(saidIn(withoutPostponed(all, later))), settled: {} };
      await this.attempt(
        entry,
        () => recorder.update(entry, all, before),
        (done) => this.ledger.remember(entry, all, resolved, { ...done, differences: NO_DIFFERENCES }),
      );
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
    const others = translated.needs.map((need) => need.entry);
    if ([entry.within, ...others].some((other) => other && this.failed.has(other))) {
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
    await this.attempt(entry, () => this.dealAlone(entry, translated, resolved, recorder), note);
  }

  private async attempt(
    entry: Entry,
    work: () => Promise<Recorded>,
    note: (done: Recorded) => void,
  ): Promise<void> {
    const { isCareful, tx } = this.run.going;
    const done = isCareful ? await attempt(tx, work) : await work();
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

  private fault(entry: Entry, detail: string, code: FieldCode): void {
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
