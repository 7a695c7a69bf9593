import { type Binding, type Remembered, placeOfKey } from './bindings.js';
import { type Entry, keyOf } from './entries.js';
import type { Recorded } from './entry-recorder.js';
import { fingerprintsOf } from './fingerprints.js';
import type { ImportPlan } from './import-plan.js';
import type { Resolution } from './resolution.js';
import { type Translated, saidIn } from './translation.js';
import type { WrittenDossier } from './written-dossier.js';

/** Notes what became of the entries of a dossier: for whoever imports it, and for when it is imported again. */
export class Ledger {
  /** @param remembered what is to be remembered of this import */
  constructor(
    private readonly written: WrittenDossier,
    private readonly plan: ImportPlan,
    private readonly remembered: Remembered[],
  ) {}

  /** Notes an entry that was looked at. */
  note(entry: Entry, translated: Translated, resolved: Resolution, recorded: Recorded): void {
    const { ids, bindings, matched } = resolved;
    this.remember(entry, translated, resolved, recorded);
    this.plan.add({
      ...this.placeOf(entry),
      id: ids.get(entry)!,
      isNew: !bindings.has(entry) && !matched.has(entry),
      archived: recorded.archived,
      differences: recorded.differences,
    });
  }

  /** Notes for later imports what an entry became, instead of what was noted before. */
  remember(
    entry: Entry,
    translated: Translated,
    { ids, bindings, matched, paths, keyed }: Resolution,
    { version, held, differences }: Recorded,
  ): void {
    const [id, before] = [ids.get(entry)!, bindings.get(entry)];
    const became = {
      recordKind: entry.section.kind.name,
      recordId: id,
      version,
      said: saidOf(saidIn(translated), differences, before),
      settled: settledOf(held, differences, before),
    };
    const { key = '', name = entry.match?.id } = entry.match ?? {};
    // First, as it was where the file comes from.
    if (keyed.has(entry)) this.remembered.push({ ...placeOfKey(key), ...became, isNamed: true });
    const isNamed = matched.has(entry) && name !== undefined;
    this.remembered.push({ dossier: this.dossier, path: paths.get(entry)!, ...became, isNamed });
  }

  /** Tells of an entry that there was nothing to look at. */
  tell(entry: Entry, { ids }: Resolution): void {
    this.plan.add({ ...this.placeOf(entry), id: ids.get(entry)!, isNew: false });
  }

  /** Tells what the dossier has no longer. */
  tellLeft(known: ReadonlyMap<string, Binding>, { ids }: Resolution): void {
    const there = new Set(ids.values());
    const gone = [...known.values()].filter(({ recordId }) => !there.has(recordId));
    const { dossier } = this;
    this.plan.leave(gone.map(({ path, recordKind: kind, recordId: id }) => ({ dossier, path, kind, id })));
  }

  private placeOf(entry: Entry) {
    return { dossier: this.dossier, entry, line: this.written.positionOf(entry.at).line };
  }

  private get dossier(): string {
    return keyOf(this.written);
  }
}

type Fingerprinted = Pick<Binding, 'said' | 'settled'>;

/** What the file said; what is contested is told again, until the file or Corteo gives way. */
export function saidOf(
  input: Readonly<Record<string, unknown>>,
  { contested }: Recorded['differences'],
  before: Fingerprinted | undefined,
): Record<string, string> {
  return withBefore(fingerprintsOf(input), before?.said, before ? contested : []);
}

/** What a record held when it was compared last; what is kept or contested is still to be told of. */
export function settledOf(
  held: Recorded['held'],
  { kept, contested }: Recorded['differences'],
  before: Fingerprinted | undefined,
): Record<string, string> {
  return withBefore(fingerprintsOf(held), before?.settled, before ? [...kept, ...contested] : []);
}

/** Fingerprints, but as they were before for some properties. */
function withBefore(
  now: Record<string, string>,
  before: Binding['said'] = {},
  changes: Recorded['differences']['kept'],
): Record<string, string> {
  const kept = changes.map(({ property }) => property);
  const others = Object.entries(now).filter(([property]) => !kept.includes(property));
  const earlier = Object.entries(before).filter(([property]) => kept.includes(property));
  return Object.fromEntries([...others, ...earlier]);
}
