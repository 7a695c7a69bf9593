import { type AgendaItem, CreateAgendaItem } from '#agendas';
import { type Transaction, judgeInput } from '#platform';
import { type FieldCode, Refusal, invalid } from '#refusals';
import { STATUSES } from '../calendars/entry-texts.js';
import { type Differences, NO_DIFFERENCES, compare } from '../imports/changes.js';
import { attempt } from '../imports/entry-recorder.js';
import { fingerprintOf, fingerprintsOf } from '../imports/fingerprints.js';
import { saidOf, settledOf } from '../imports/ledger.js';
import type { ImportReasonView } from './agenda-imports.dto.js';
import type { ImportedItem } from './imported-items.js';
import { heldOf, inputOf } from './item-fields.js';
import { AgendaPlan, type Planned, keyOf } from './agenda-plan.js';
import type { SaidFields, WantedItem } from './wanted-items.js';

/** Writes items as everybody does who writes an agenda. */
export interface ItemDesk {
  /** Adds items: all of them, or none. */
  append(items: readonly CreateAgendaItem[]): Promise<string[]>;
  /** Writes the fields of an item that were edited in a calendar. */
  edit(item: AgendaItem, edited: Differences['edited']): Promise<void>;
}

/** What an import stands on: the agenda as it is, and what earlier imports brought to it. */
export interface Ground {
  readonly tx: Transaction;
  readonly desk: ItemDesk;
  readonly known: ReadonlyMap<string, ImportedItem>;
  readonly items: ReadonlyMap<string, AgendaItem>;
}

type Dealt = Omit<Planned, 'item'>;

/** An item whose fields can be accepted. */
interface Accepted {
  readonly item: WantedItem;
  readonly input: CreateAgendaItem;
}

/** The import of a calendar into one agenda, within a transaction. */
export class AgendaImport {
  readonly plan = new AgendaPlan();
  readonly remembered: ImportedItem[] = [];

  constructor(private readonly ground: Ground) {}

  /** Writes what was edited and what is new; what cannot be written is told. */
  async run(wanted: readonly WantedItem[]): Promise<void> {
    const [latest, dealt] = [latestOf(wanted), new Map<WantedItem, Dealt | null>()];
    for (const item of wanted)
      dealt.set(item, latest.get(keyOf(item)) === item ? await this.deal(item) : skipped(TWICE));
    await this.create(
      wanted.filter((item) => dealt.get(item) === null),
      dealt,
    );
    for (const [item, done] of dealt) this.plan.add({ item, ...done! });
    this.plan.tellLeft(this.ground.known, this.ground.items);
  }

  /** What becomes of an entry; null where it is new. */
  private deal(item: WantedItem): Promise<Dealt> | Dealt | null {
    const known = this.ground.known.get(keyOf(item));
    const held = known && this.ground.items.get(known.itemId);
    if (known && (!held || held.archivedAt)) return doubtful(PUT_AWAY, known.itemId);
    if (item.verdict) return { ...NOTHING, outcome: item.verdict, id: held?.id ?? null };
    if (item.isCancelled)
      return held && held.status !== 'cancelled' ? doubtful(CANCELLED, held.id) : skipped(OFF);
    if (!known || !held) return null;
    return isOlder(item, known) ? skipped(OLDER, held.id) : this.update(item, known, held);
  }

  private async create(items: readonly WantedItem[], dealt: Map<WantedItem, Dealt | null>): Promise<void> {
    const accepted: Accepted[] = [];
    for (const item of items) {
      const said = { ...inputOf(item.said), kind: item.kind };
      const { input, faults } = await judgeInput(CreateAgendaItem, said);
      if (faults.length > 0) dealt.set(item, refused(invalid(faults), null));
      else accepted.push({ item, input });
    }
    await this.append(accepted, dealt);
  }

  /** All at once; where that is refused, each half by itself, until those at fault are left. */
  private async append(accepted: readonly Accepted[], dealt: Map<WantedItem, Dealt | null>): Promise<void> {
    const { tx, desk } = this.ground;
    if (accepted.length === 0) return;
    const inputs = accepted.map(({ input }) => input);
    const done = await attempt(tx, () => desk.append(inputs));
    if (!(done instanceof Refusal))
      for (const [at, { item }] of accepted.entries()) dealt.set(item, this.created(item, done[at]!));
    else if (accepted.length === 1) dealt.set(accepted[0]!.item, refused(done, null));
    else {
      const half = Math.ceil(accepted.length / 2);
      await this.append(accepted.slice(0, half), dealt);
      await this.append(accepted.slice(half), dealt);
    }
  }

  private created(item: WantedItem, id: string): Dealt {
    const settled = fingerprintsOf({ status: 'proposed', ...item.said });
    this.remember(item, id, { said: fingerprintsOf(item.said), settled });
    const edited = Object.entries(item.said).map(([property, to]) => ({ property, from: null, to }));
    return { ...NOTHING, outcome: 'created', id, differences: { ...NO_DIFFERENCES, edited } };
  }

  private async update(item: WantedItem, known: ImportedItem, held: AgendaItem): Promise<Dealt> {
    const said = { ...statusSaid(known), ...item.said };
    const before = heldOf(held, { ...known.said, ...said }, said);
    const differences = compare(known, said, before);
    const { edited, contested, kept } = differences;
    const done = await attempt(this.ground.tx, () => this.ground.desk.edit(held, edited));
    if (done instanceof Refusal) return refused(done, held.id);
    const after = { ...before, ...Object.fromEntries(edited.map(({ property, to }) => [property, to])) };
    const others = Object.entries(known.settled).filter(([property]) => !(property in before));
    this.remember(item, held.id, {
      said: saidOf(said, differences, known),
      settled: { ...Object.fromEntries(others), ...settledOf(after, differences, known) },
    });
    const outcome = contested.length > 0 ? 'doubtful' : edited.length > 0 ? 'updated' : 'skipped';
    const reasons =
      contested.length > 0 ? [CONTESTED] : kept.length > 0 ? [KEPT] : edited.length > 0 ? [] : [UNCHANGED];
    return { outcome, reasons, id: held.id, differences };
  }

  private remember(
    { uid, repetition, sequence, modified }: WantedItem,
    itemId: string,
    fingerprints: Pick<ImportedItem, 'said' | 'settled'>,
  ): void {
    this.remembered.push({ uid, repetition, sequence, modified, itemId, ...fingerprints });
  }
}

const NOTHING: Dealt = { outcome: 'skipped', reasons: [], id: null, differences: NO_DIFFERENCES };

function skipped(reason: ImportReasonView, id: string | null = null): Dealt {
  return { ...NOTHING, reasons: [reason], id };
}

function doubtful(reason: ImportReasonView, id: string): Dealt {
  return { ...skipped(reason, id), outcome: 'doubtful' };
}

function refused(refusal: Refusal, id: string | null): Dealt {
  const { errors = [] } = refusal.facts;
  const named = errors.length > 0 ? errors : [{ code: refusal.code, detail: refusal.message }];
  const reasons = named.map(({ code, detail }) => ({ code, detail }));
  return { ...NOTHING, outcome: 'doubtful', reasons, id };
}

/** The status that a calendar said last: no item is without one, so it stands until the calendar says another. */
function statusSaid({ said }: ImportedItem): SaidFields {
  const status = Object.values(STATUSES).find((one) => fingerprintOf(one) === said.status);
  return status === undefined ? {} : { status };
}

/** Of entries with the same UID the one with the highest SEQUENCE, of those the one changed last, and else the last. */
function latestOf(wanted: readonly WantedItem[]): Map<string, WantedItem> {
  const changed = ({ modified }: WantedItem): string => modified ?? '';
  const sorted = wanted.toSorted(
    (a, b) => a.sequence - b.sequence || (changed(a) < changed(b) ? -1 : Number(changed(a) > changed(b))),
  );
  return new Map(sorted.map((item) => [keyOf(item), item]));
}

function isOlder(item: WantedItem, known: ImportedItem): boolean {
  if (item.sequence !== known.sequence) return item.sequence < known.sequence;
  return item.modified !== null && known.modified !== null && item.modified < known.modified;
}

const reason = (code: FieldCode, detail: string): ImportReasonView => ({ code, detail });
const TWICE = reason('twice', 'The file has a newer entry with the same UID.');
const PUT_AWAY = reason('put-away', 'Its item was put away here since; restore it to have it changed.');
const CANCELLED = reason(
  'cancelled',
  'It is cancelled there, and stands here: cancel the item, or leave it.',
);
const OFF = reason('cancelled', 'It is cancelled.');
const OLDER = reason('older', 'It is older than what was taken of it before.');
const UNCHANGED = reason('unchanged', 'It says what it said before.');
const KEPT = reason('kept', 'It was changed here since, and stays so.');
const CONTESTED = reason(
  'contested',
  'It was changed both there and here: what is here stays, until one gives way.',
);
