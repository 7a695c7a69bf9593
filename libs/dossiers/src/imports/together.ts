import type { Caller } from '#platform';
import type { Desks } from '#records';
import { unknownRecord } from '#refusals';
import type { Entry } from './entries.js';
import type { EntryRecorder, View } from './entry-recorder.js';
import type { Translated } from './translation.js';

/** How many are recorded at once: more would hardly be faster, and stay in memory for longer. */
export const MOST_TOGETHER = 50;

/** An entry that is to be recorded. */
interface Creation {
  readonly entry: Entry;
  readonly translated: Translated;
  readonly recorder: EntryRecorder;
  /** Is told of the record. */
  readonly done: (view: View) => void;
}

/** Entries of one kind that follow each other, recorded together: one by one, each would cost several times as much. */
export class Together {
  private waiting: Creation[] = [];

  constructor(
    private readonly desks: Desks,
    private readonly caller: Caller,
  ) {}

  /** Whether an entry can wait for others. */
  takes({ section: { kind }, within }: Entry): boolean {
    return !within && this.desks.writerOf(kind).createAll !== undefined;
  }

  /** Takes an entry, and records those before it first where they are of another kind or it stands on one of them. */
  async add(creation: Creation): Promise<void> {
    const { entry, translated } = creation;
    const isApart = this.waiting.some(
      (other) =>
        other.entry.section !== entry.section || translated.needs.some((need) => need.entry === other.entry),
    );
    if (isApart || this.waiting.length === MOST_TOGETHER) await this.finish();
    this.waiting.push(creation);
  }

  /** Records those that wait. */
  async finish(): Promise<void> {
    const creations = this.waiting.splice(0);
    if (creations.length === 0) return;
    const { kind, fields } = creations[0]!.entry.section;
    const inputs = creations.map(({ recorder, entry }) => recorder.inputOf(entry));
    const ids = await this.desks.writerOf(kind).createAll!(inputs, this.caller);
    const views = await this.desks.readerOf(kind).readMembers(ids, [...fields.keys()], this.caller);
    const byId = new Map(views.map((view) => [view.id, view]));
    for (const [index, { done }] of creations.entries()) {
      const view = byId.get(ids[index]!);
      if (!view) throw unknownRecord(kind.name);
      done(view);
    }
  }
}
