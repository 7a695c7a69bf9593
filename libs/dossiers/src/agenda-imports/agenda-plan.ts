import { hash } from 'node:crypto';
import type { AgendaItem, ItemKind } from '#agendas';
import type { Differences, FieldChange } from '../imports/changes.js';
import {
  AGENDA_OUTCOMES,
  type AgendaImportView,
  type AgendaOutcome,
  type ImportCountsView,
  type ImportReasonView,
  type ImportedEntryView,
  type ImportedFieldView,
  type LeftItemView,
} from './agenda-imports.dto.js';
import type { ImportedItem } from './imported-items.js';
import type { WantedItem } from './wanted-items.js';

/** What becomes of an entry. */
export interface Planned {
  readonly item: WantedItem;
  readonly outcome: AgendaOutcome;
  readonly reasons: readonly ImportReasonView[];
  readonly id: string | null;
  readonly differences: Differences;
}

/** What an entry, or an item that came from one, is found again by. */
export function keyOf({ uid, repetition }: Pick<ImportedItem, 'uid' | 'repetition'>): string {
  return JSON.stringify([uid, repetition]);
}

/** What an import does, as it is found out. */
export class AgendaPlan {
  private readonly entries: ImportedEntryView[] = [];
  private readonly left: LeftItemView[] = [];
  private readonly keys = new Set<string>();

  add(planned: Planned): void {
    this.keys.add(keyOf(planned.item));
    this.entries.push(describe(planned));
  }

  /** Tells what the calendar has no longer. */
  tellLeft(known: ReadonlyMap<string, ImportedItem>, items: ReadonlyMap<string, AgendaItem>): void {
    for (const [key, { uid, repetition, itemId }] of known) {
      const item = items.get(itemId);
      const isInUse = item && !item.archivedAt && item.status !== 'cancelled';
      if (isInUse && !this.keys.has(key)) this.left.push({ uid, repetition: repetition || null, id: itemId });
    }
  }

  /** Whether anything is written. */
  get writes(): boolean {
    return this.entries.some(({ changes }) => changes.length > 0);
  }

  describe(applied: boolean): Omit<AgendaImportView, 'encoding'> {
    const { left } = this;
    // What is created has another id each time, and none before it is there.
    const planned = this.entries.map((entry) =>
      entry.outcome === 'created' ? { ...entry, id: null } : entry,
    );
    const plan = hash('sha256', JSON.stringify([planned, left]), 'base64url').slice(0, 22);
    const entries = applied ? this.entries : planned;
    return { applied, plan, counts: countOutcomes(entries), entries, left };
  }
}

function describe({ item, outcome, reasons, id, differences }: Planned): ImportedEntryView {
  return {
    line: item.line,
    uid: item.uid,
    repetition: item.repetition || null,
    sequence: item.sequence,
    title: item.title,
    outcome,
    reasons: [...item.reasons, ...reasons],
    id,
    kind: outcome === 'created' ? (item.kind as ItemKind) : null,
    changes: described(differences.edited),
    contested: described(differences.contested),
    kept: described(differences.kept),
  };
}

function described(changes: readonly FieldChange[]): ImportedFieldView[] {
  return changes.map(({ property: field, from = null, to = null }) => ({ field, from, to }));
}

function countOutcomes(entries: readonly ImportedEntryView[]): ImportCountsView {
  const counts = AGENDA_OUTCOMES.map((name) => [
    name,
    entries.filter(({ outcome }) => outcome === name).length,
  ]);
  return Object.fromEntries(counts) as Record<AgendaOutcome, number>;
}
