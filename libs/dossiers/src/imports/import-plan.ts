import type { Entry } from './entries.js';
import type { ReadColumn, Untaken, WrittenDossier } from './written-dossier.js';
import { type Differences, type FieldChange, NO_DIFFERENCES } from './changes.js';
import type { Fault } from './faults.js';
import { type Fields, fieldOf } from './fields.js';
import {
  type PlannedChangeView,
  type ImportPlanView,
  type LeftEntryView,
  type Outcome,
  OUTCOMES,
  type PlannedEntryView,
  type PlannedKindView,
} from './plan.dto.js';

/** What became of an entry. */
export interface Done {
  readonly dossier: string;
  readonly entry: Entry;
  readonly line: number;
  readonly id: string;
  readonly isNew: boolean;
  readonly archived?: boolean;
  readonly differences?: Differences;
}

/** What an import does, as it is found out. */
export class ImportPlan {
  readonly faults: Fault[] = [];
  private readonly done: { readonly entry: PlannedEntryView; readonly isNew: boolean }[] = [];
  private readonly left: LeftEntryView[] = [];
  private readonly columns: ReadColumn[] = [];
  private readonly untaken: Untaken[] = [];

  add(done: Done): void {
    this.done.push({ entry: describe(done), isNew: done.isNew });
  }

  leave(entries: readonly LeftEntryView[]): void {
    this.left.push(...entries);
  }

  understand({ columns = [], untaken = [] }: WrittenDossier): void {
    this.columns.push(...columns);
    this.untaken.push(...untaken);
  }

  /** @param dryRun whether what was created is not there afterwards */
  describe(dryRun: boolean): ImportPlanView {
    const entries = this.done.map(({ entry, isNew }) => (isNew && dryRun ? { ...entry, id: null } : entry));
    const { left, columns, untaken } = this;
    return { dryRun, kinds: countByKind(entries), entries, left, columns, untaken };
  }
}

function describe(done: Done): PlannedEntryView {
  const { dossier, entry, line, id, archived = false, differences = NO_DIFFERENCES } = done;
  const { fields, kind } = entry.section;
  return {
    dossier,
    path: entry.path.join('/'),
    line,
    kind: kind.name,
    id,
    outcome: outcomeOf(done),
    changes: described(differences.edited, fields),
    contested: described(differences.contested, fields),
    kept: described(differences.kept, fields),
    archived,
  };
}

function outcomeOf({ isNew, archived, differences = NO_DIFFERENCES }: Done): Outcome {
  if (archived || differences.contested.length > 0) return 'doubtful';
  if (isNew) return 'created';
  return differences.edited.length > 0 ? 'changed' : 'unchanged';
}

function described(changes: readonly FieldChange[], fields: Fields): PlannedChangeView[] {
  return changes.map(({ property, from = null, to = null }) => ({
    field: fieldOf(property, fields)?.name ?? property,
    from,
    to,
  }));
}

function countByKind(entries: readonly PlannedEntryView[]): PlannedKindView[] {
  return [...Map.groupBy(entries, ({ kind }) => kind)].map(([kind, all]) => {
    const counts = OUTCOMES.map((outcome) => [outcome, all.filter((one) => one.outcome === outcome).length]);
    return { kind, ...(Object.fromEntries(counts) as Record<Outcome, number>) };
  });
}
