import { Injectable } from '@nestjs/common';
import { type FieldError, type Refusal, invalid } from '#refusals';
import { Database } from '../database/database.js';
import type { UnknownReference } from '../database/violations.js';
import { escapePointer } from '../http/field-errors.js';
import { ReferredTables, referredKind } from '../http/references.js';

interface FoundReference {
  readonly pointer: string;
  /** The kind of record that is referred to. */
  readonly kind: string;
  readonly id: string;
}

/** Finds which fields of a refused input refer to nothing: a foreign key stops at the first of them. */
@Injectable()
export class UnknownReferences {
  constructor(
    private readonly database: Database,
    private readonly tables: ReferredTables,
  ) {}

  /**
   * @param refusal what the foreign key said
   * @param input the accepted input of the request
   * @returns a refusal that names every reference that leads nowhere, or the one given where none is found
   */
  async explain(refusal: UnknownReference, input: object): Promise<Refusal> {
    const errors: FieldError[] = [];
    for (const [kind, references] of Map.groupBy(referencesIn(input, ''), (found) => found.kind)) {
      const known = await this.knownIds(
        kind,
        references.map(({ id }) => id),
      );
      errors.push(...references.filter(({ id }) => !known.has(id)).map(unknown));
    }
    return errors.length > 0 ? invalid(errors) : refusal;
  }

  private async knownIds(kind: string, ids: string[]): Promise<Set<string>> {
    const rows = await this.database.transaction((tx) =>
      tx.query<{ id: string }[]>(`select id from ${this.tables.tableOf(kind)} where id = any ($1)`, [ids]),
    );
    return new Set(rows.map(({ id }) => id));
  }
}

function unknown({ pointer, kind, id }: FoundReference): FieldError {
  return { pointer, detail: `There is no ${kind} ${id}.`, code: 'unknown-reference' };
}

function* referencesIn(input: object, at: string): Generator<FoundReference> {
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
): Generator<FoundReference> {
  for (const [index, value] of values.entries()) {
    const pointer = `${at}/${index}`;
    if (kind && typeof value === 'string') yield { pointer, kind, id: value };
    else if (typeof value === 'object' && value !== null) yield* referencesIn(value, pointer);
  }
}
