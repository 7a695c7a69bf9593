import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Caller } from '#platform';
import { Subjects } from '#records';
import type { FieldCode } from '#refusals';
import { type Binding, Bindings, type Candidate, type Found, NOTHING_FOUND, placeOfKey } from './bindings.js';
import { type Entry, type Match, isKey } from './entries.js';
import { type Fault, faultAt } from './faults.js';
import type { Paths } from './list-entries.js';
import type { WrittenDossier } from './written-dossier.js';

/** What records the entries of a dossier are. */
export interface Resolution {
  /** The id of each: of the record that it is, or that it becomes. */
  readonly ids: ReadonlyMap<Entry, string>;
  /** What those became that were imported before. */
  readonly bindings: ReadonlyMap<Entry, Binding>;
  /** What each is remembered by. */
  readonly paths: Paths;
  /** Those that are records which were there before. */
  readonly matched: ReadonlySet<Entry>;
  /** Those that will be found by the key in their `match`, which leads to nothing yet. */
  readonly keyed: ReadonlySet<Entry>;
  readonly faults: readonly Fault[];
}

/** What entries were before they were written. */
export interface Before {
  /** What they became when they were imported, by path. */
  readonly known: ReadonlyMap<string, Binding>;
  /** The records that others of them were made of, by path. */
  readonly own: ReadonlyMap<string, string>;
}

/** Finds out which records the entries of a dossier are, and gives ids to those that are none yet. */
@Injectable()
export class Resolver {
  constructor(
    private readonly bindings: Bindings,
    private readonly subjects: Subjects,
  ) {}

  /**
   * @param paths the entries, with the paths that they are remembered by
   * @param before what they were before they were written
   */
  async resolve(
    written: WrittenDossier,
    paths: Paths,
    { known, own }: Before,
    caller: Caller,
  ): Promise<Resolution> {
    const entries = [...paths.keys()];
    const found = { ids: new Map<Entry, string>(), bindings: new Map<Entry, Binding>() };
    const [matched, keyed, faults] = [new Set<Entry>(), new Set<Entry>(), [] as Fault[]];
    // Sorted, so that records come in the order in which they were written.
    const fresh = entries.map(() => randomUUIDv7()).sort();
    for (const [index, entry] of entries.entries()) {
      const binding = known.get(paths.get(entry)!);
      const bound = binding?.recordKind === entry.section.kind.name ? binding : undefined;
      if (bound) found.bindings.set(entry, bound);
      const { way, candidates } = bound
        ? NOTHING_FOUND
        : await this.find(entry, own.get(paths.get(entry)!), caller);
      const wrong = faultsOf(written, entry, candidates, bound);
      faults.push(...wrong);
      // Of what may be there, no field is missing.
      if (candidates.length === 1 || wrong.length > 0) matched.add(entry);
      if (!bound && way !== 'key' && namesItsOwn(entry)) keyed.add(entry);
      found.ids.set(entry, bound?.recordId ?? candidates[0]?.id ?? entry.id ?? fresh[index]!);
    }
    const wanted = entries.filter((entry) => !found.bindings.has(entry) && !matched.has(entry));
    faults.push(...(await this.takenIds(written, wanted)));
    return { ...found, paths, matched, keyed, faults };
  }

  /** What new entries say to be their id, and another record has, or another entry before. */
  private async takenIds(written: WrittenDossier, entries: readonly Entry[]): Promise<Fault[]> {
    const taken = new Set(await this.subjects.taken(entries.flatMap(({ id }) => id ?? [])));
    const faults: Fault[] = [];
    for (const entry of entries.filter(({ id }) => id !== null)) {
      if (taken.has(entry.id!))
        faults.push(at(written, entry, 'id', 'taken-id', `The id ${entry.id} is that of another record.`));
      taken.add(entry.id!);
    }
    return faults;
  }

  private async find(entry: Entry, own: string | undefined, caller: Caller): Promise<Found> {
    // Whatever its key leads to knows what it was imported as.
    if (own !== undefined) return { way: 'key', candidates: [{ id: own, name: null }] };
    if (!entry.match || !canMatch(entry)) return NOTHING_FOUND;
    return this.bindings.candidates(entry.section.kind, entry.match, caller);
  }
}

/** Only what has names is found by one. */
function canMatch({ match, section: { fields } }: Entry): boolean {
  return match?.name === undefined || fields.has('names');
}

/** Whether the key in its `match` names an entry of the same section. */
function namesItsOwn({ match, section }: Entry): boolean {
  const { dossier, path } = placeOfKey(match?.key ?? '');
  const steps = path.split('/');
  return [dossier, ...steps].every(isKey) && steps.at(-2) === section.name;
}

function faultsOf(
  written: WrittenDossier,
  entry: Entry,
  candidates: readonly Candidate[],
  bound: Binding | undefined,
): Fault[] {
  const { match, id, section } = entry;
  const { name } = section.kind;
  if (candidates.length > 1)
    return [{ ...at(written, entry, 'match', ...severalCalledSo(name)), candidates }];
  if (!canMatch(entry)) return [at(written, entry, 'match', 'nameless', nameless(name))];
  if (match && !bound && candidates.length === 0) {
    if (match.id && !match.name)
      return [at(written, entry, 'match', 'unknown-reference', `There is no ${name} with this id.`)];
    if (Object.keys(entry.fields).length === 0)
      return [at(written, entry, 'match', 'unknown-reference', nothingThere(name, match))];
  }
  if (id && bound && bound.recordId !== id)
    return [
      at(written, entry, 'id', 'other-id', `This entry is the record ${bound.recordId}; its id stays.`),
    ];
  return [];
}

function severalCalledSo(name: string): [code: FieldCode, detail: string] {
  return ['ambiguous', `Several records of the kind ${name} are called so; say which by { id: … }.`];
}

function nothingThere(kind: string, { name, key }: Match): string {
  const found = name === undefined ? `stands at ${key}` : `is called ${name}`;
  return `No ${kind} ${found}; say its fields here, and it is recorded.`;
}

function nameless(name: string): string {
  return `No ${name} has names to be found by; say { key: … } or { id: … }.`;
}

function at(written: WrittenDossier, entry: Entry, field: string, code: FieldCode, detail: string): Fault {
  return faultAt(written, [...entry.at, field], detail, code);
}
