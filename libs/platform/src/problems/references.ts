import { Injectable } from '@nestjs/common';
import { type FieldError, RECORD_PROBLEMS, Refusal, invalid } from '#refusals';
import { Database } from '../database/database.js';
import { ArchivedReference, UnknownReference } from '../database/violations.js';
import { escapePointer } from '../http/field-errors.js';
import { isPatch } from '../http/patches.js';
import { ANY_KIND, ReferredTables, referredKind } from '../http/references.js';

interface GivenReference {
  readonly pointer: string;
  /** The kind of record that is referred to. */
  readonly kind: string;
  readonly id: string;
}

/** A record that is referred to: its first name, where it has names, and whether it was put away. */
interface FoundRecord {
  readonly id: string;
  readonly name: string | null;
  readonly archived: boolean;
}

/** Finds which fields of a refused input refer to what cannot be referred to: the database stops at the first of them. */
@Injectable()
export class References {
  constructor(
    private readonly database: Database,
    private readonly tables: ReferredTables,
  ) {}

  /**
   * @param refusal what the database said
   * @param input the accepted input of the request
   * @returns a refusal that names every reference at fault, or the one given where none is found
   */
  async explain(refusal: Refusal, input: object): Promise<Refusal> {
    const references = await this.lookUp(input);
    if (refusal instanceof ArchivedReference) return explainArchived(refusal, references, isPatch(input));
    const named = refusal instanceof UnknownReference ? refusal.id : undefined;
    const isLost = ({ kind, id }: GivenReference): boolean => kind !== ANY_KIND || id === named;
    const lost = references.flatMap(([given, found]) => (!found && isLost(given) ? [given] : []));
    const became = await this.findMerged(lost.map(({ id }) => id));
    const errors = lost.map((given) => unknown(given, became.get(given.id)));
    return errors.length > 0 ? invalid(errors) : refusal;
  }

  private async lookUp(input: object): Promise<[GivenReference, FoundRecord | undefined][]> {
    const looked: [GivenReference, FoundRecord | undefined][] = [];
    for (const [kind, references] of Map.groupBy(referencesIn(input, ''), (given) => given.kind)) {
      const known = await this.findRecords(
        kind,
        references.map(({ id }) => id),
      );
      looked.push(
        ...references.map((given) => [given, known.get(given.id)] as [GivenReference, FoundRecord]),
      );
    }
    return looked;
  }

  /** What was merged leads to the record that it has become, as far as that may be seen. */
  private async findMerged(ids: string[]): Promise<Map<string, string>> {
    const rows = await this.database.transaction((tx) =>
      tx.query<{ id: string; became: string }[]>(
        `select m.id, m.became from (select id, public.seen_merged_into(
             nullif(current_setting('corteo.caller', true), '')::jsonb, id) as became from unnest($1::uuid[]) id) m
         where m.became is not null`,
        [ids],
      ),
    );
    return new Map(rows.map(({ id, became }) => [id, became]));
  }

  private async findRecords(kind: string, ids: string[]): Promise<Map<string, FoundRecord>> {
    if (kind === ANY_KIND) return new Map();
    const table = this.tables.tableOf(kind);
    const rows = await this.database.transaction((tx) =>
      tx.query<FoundRecord[]>(
        `select r.id, to_jsonb(r) #>> '{names,0,text}' as name, to_jsonb(r) ->> 'archived_at' is not null as archived
         from ${table} r where r.id = any ($1) and r.id <> all (public.unseen($2, variadic $1))`,
        [ids, table],
      ),
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

function unknown({ pointer, kind, id }: GivenReference, became?: string): FieldError {
  const detail = `The ${kind} ${id} was merged into ${became}; name that one.`;
  if (became) return { pointer, detail, code: 'merged-reference' };
  return { pointer, detail: `There is no ${kind} ${id}.`, code: 'unknown-reference' };
}

/** @param mayKeep whether what the input names may have been referred to before, which is no fault */
function explainArchived(
  refusal: ArchivedReference,
  references: readonly [GivenReference, FoundRecord | undefined][],
  mayKeep: boolean,
): Refusal {
  const errors = references
    .filter(([{ id }, found]) => (mayKeep ? refusal.ids.includes(id) : found?.archived))
    .map(([given, found]) => archived(given, found));
  if (errors.length === 0) return refusal;
  const problem = RECORD_PROBLEMS['record.archived-reference'];
  return new Refusal(problem, errors[0]!.detail, { errors: errors.slice(0, 100) });
}

function archived({ pointer, kind, id }: GivenReference, found: FoundRecord | undefined): FieldError {
  const called = found?.name ? `“${found.name}” (${id})` : id;
  return {
    pointer,
    detail: `The ${kind} ${called} is archived; restore it first.`,
    code: 'archived-reference',
  };
}

function* referencesIn(input: object, at: string): Generator<GivenReference> {
  for (const [property, value] of Object.entries(input)) {
    const pointer = `${at}/${escapePointer(property)}`;
    const kind = referredKind(input, property);
    if (kind && typeof value === 'string') yield { pointer, kind, id: value };
    else if (Array.isArray(value)) yield* referencesInList(value, pointer, kind);
    else if (typeof value === 'object' && value !== null) yield* referencesIn(value as object, pointer);
  }
}

function* referencesInList(
  values: unknown[],
  at: string,
  kind: string | undefined,
): Generator<GivenReference> {
  for (const [index, value] of values.entries()) {
    const pointer = `${at}/${index}`;
    if (kind && typeof value === 'string') yield { pointer, kind, id: value };
    else if (typeof value === 'object' && value !== null) yield* referencesIn(value, pointer);
  }
}
