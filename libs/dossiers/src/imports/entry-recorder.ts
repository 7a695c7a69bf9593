import type { Caller, Precondition, Transaction } from '#platform';
import { JsonText, judgeInput } from '#platform';
import { type At, type Desks } from '#records';
import { Refusal, invalid } from '#refusals';
import type { Binding } from './bindings.js';
import { type Differences, type FieldChange, NO_DIFFERENCES, compare } from './changes.js';
import type { Entry } from './entries.js';
import { pathOf } from './faults.js';
import { inputOf } from './input-form.js';
import { addressWithin } from './outline.js';
import { isNeverEmpty, patchFor } from './patches.js';
import { type Translated, saidIn } from './translation.js';

/** What is read of a record. */
export type View = Readonly<Record<string, unknown>> & { readonly version: number };

/** A record as it stands once an entry has been dealt with. */
export interface Recorded {
  readonly version: number;
  /** What it holds, by property of its input. */
  readonly held: Readonly<Record<string, unknown>>;
  readonly differences: Differences;
  readonly archived: boolean;
}

/** Records the entries of one dossier, and changes what they became before: each by who keeps its kind of record. */
export class EntryRecorder {
  private readonly accepted = new Map<Entry, object>();
  private readonly views = new Map<Entry, View>();
  private readonly before = new Map<Entry, Recorded>();

  constructor(
    private readonly desks: Desks,
    private readonly ids: ReadonlyMap<Entry, string>,
    private readonly caller: Caller,
  ) {}

  /**
   * Judges what an entry says, field by field.
   * @param isThere whether it is a record that is there, of which it need not say all
   * @throws Refusal `request.invalid`
   */
  async judge(entry: Entry, translated: Translated, isThere: boolean): Promise<void> {
    const said = { ...translated.input, ...this.subjectOf(entry) };
    const { input, faults } = await judgeInput(entry.section.kind.shapes.create, said);
    const isSaid = ([property = '']: readonly string[]): boolean => Object.hasOwn(said, property);
    const told = faults.filter(({ pointer }) => !isThere || isSaid(pathOf(pointer)));
    if (told.length > 0) throw invalid(told);
    this.accepted.set(entry, input);
  }

  /** Records what an entry says, once it is judged. */
  async create(entry: Entry, translated: Translated): Promise<Recorded> {
    const { kind } = entry.section;
    const known = Object.assign(this.inputOf(entry), await this.legsOf(entry, translated));
    return this.noteAnswer(entry, await this.desks.writerOf(kind).create(this.at(entry), known, this.caller));
  }

  /** What records an entry, once it is judged; without what is known only when it is written. */
  inputOf(entry: Entry): object {
    return Object.assign(this.accepted.get(entry)!, { id: this.ids.get(entry) });
  }

  /** Has an entry recorded without some properties, which are written later. */
  postpone(entry: Entry, properties: ReadonlySet<string>): void {
    for (const property of properties) Reflect.deleteProperty(this.accepted.get(entry)!, property);
  }

  /** Compares what an entry says with a record that was there before; it stays as it is. */
  async adopt(entry: Entry, translated: Translated): Promise<Recorded> {
    const recorded = this.noteAnswer(entry, await this.read(entry));
    const said = await this.complete(entry, translated);
    const contested = Object.keys(said)
      .filter((property) => !isWithin(said[property], recorded.held[property]))
      .map((property) => ({ property, from: recorded.held[property], to: said[property] }));
    return { ...recorded, differences: { ...NO_DIFFERENCES, contested } };
  }

  /** Looks at a record before anything is written, for what it held then. */
  async look(entry: Entry): Promise<void> {
    this.before.set(entry, this.noteAnswer(entry, await this.read(entry)));
  }

  /** Changes what was edited in the file since, and nowhere else. */
  async update(
    entry: Entry,
    translated: Translated,
    binding: Pick<Binding, 'said' | 'settled'>,
  ): Promise<Recorded> {
    const now = this.noteAnswer(entry, await this.read(entry));
    const said = await this.complete(entry, translated);
    const { held } = this.before.get(entry) ?? now;
    const differences = compare(binding, said, held, saidIn(translated));
    if (now.archived) return now;
    if (differences.edited.length === 0) return { ...now, differences };
    const edited = differences.edited.map((change) => ({ ...change, from: now.held[change.property] }));
    return { ...(await this.change(entry, edited)), differences };
  }

  private async change(entry: Entry, edited: readonly FieldChange[]): Promise<Recorded> {
    const { kind } = entry.section;
    const [at, writer] = [{ ...this.at(entry), id: this.ids.get(entry)! }, this.desks.writerOf(kind)];
    const moved = kind.lifecycle && edited.find(({ property }) => property === kind.statusProperty);
    if (moved && moved.to === undefined) throw invalid([isNeverEmpty(moved.property)]);
    const patched = edited.filter((change) => change !== moved);
    let answer: object | undefined;
    if (patched.length > 0)
      answer = await writer.patch(
        at,
        ANY_VERSION,
        await patchFor(entry.section, patched, this.views.get(entry)!),
        this.caller,
      );
    if (moved) answer = await writer.move(at, null, { to: moved.to as string }, this.caller);
    return this.noteAnswer(entry, answer!);
  }

  /** The input with what is known only now: the legs of its event, and what it is about. */
  private async complete(entry: Entry, translated: Translated): Promise<Record<string, unknown>> {
    return { ...translated.input, ...this.subjectOf(entry), ...(await this.legsOf(entry, translated)) };
  }

  private subjectOf({ section: { kind }, within }: Entry): object {
    return kind.about && within ? { [kind.about]: this.ids.get(within) } : {};
  }

  private async legsOf(entry: Entry, { legs }: Translated): Promise<Record<string, string>> {
    const found: Record<string, string> = {};
    for (const [property, index] of Object.entries(legs))
      found[property] = await this.legOf(entry, index, property);
    return found;
  }

  private async legOf({ within }: Entry, index: number, property: string): Promise<string> {
    const view = this.views.get(within!) ?? (await this.readView(within!));
    const leg = (view.legs as { id: string }[] | undefined)?.[index];
    if (leg) return leg.id;
    const detail = 'There is no leg with this position; they are counted from 0.';
    throw invalid([{ pointer: `/${property}`, detail, code: 'unknown-leg' }]);
  }

  private async readView(entry: Entry): Promise<View> {
    this.noteAnswer(entry, await this.read(entry));
    return this.views.get(entry)!;
  }

  private read(entry: Entry): Promise<object> {
    const at = { ...this.at(entry), id: this.ids.get(entry)! };
    return this.desks.readerOf(entry.section.kind).read(at, { ...this.caller, archived: true });
  }

  private noteAnswer(entry: Entry, answer: object): Recorded {
    return this.note(entry, JSON.parse((answer as unknown as JsonText).text) as View);
  }

  /** Notes how a record stands, of which its fields at least are read. */
  note(entry: Entry, view: View): Recorded {
    this.views.set(entry, view);
    const held = inputOf(view, entry.section);
    return { version: view.version, held, differences: NO_DIFFERENCES, archived: view.archivedAt !== null };
  }

  /** The address of the collection that an entry is in. */
  private at({ section: { kind }, within }: Entry): At {
    return within ? addressWithin(kind, within.section.kind, this.ids.get(within)!) : {};
  }
}

/** Runs a part of a transaction; where it is refused, nothing of the part is left, and the rest goes on. */
export async function attempt<T>(tx: Transaction, work: () => Promise<T>): Promise<T | Refusal> {
  await tx.query('savepoint entry');
  try {
    const done = await work();
    await tx.query('release savepoint entry');
    return done;
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind === 'unavailable') throw error;
    await tx.query('rollback to savepoint entry');
    return error;
  }
}

const ANY_VERSION = null as unknown as Precondition;

/** Whether all that is said is held as well, beside more: one of several names, one language of a text. */
function isWithin(said: unknown, held: unknown): boolean {
  if (Array.isArray(said))
    return Array.isArray(held) && said.every((one) => held.some((other) => isWithin(one, other)));
  if (typeof said !== 'object' || said === null) return said === held;
  if (typeof held !== 'object' || held === null) return false;
  return Object.entries(said).every(([key, value]) =>
    isWithin(value, (held as Record<string, unknown>)[key]),
  );
}
