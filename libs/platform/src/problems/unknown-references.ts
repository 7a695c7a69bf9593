import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { UnknownReference } from '../database/constraints.js';
import { escapePointer } from '../http/field-errors.js';
import { referredTable } from '../http/references.js';
import { type FieldError, type Refusal, invalid } from './refusal.js';

interface FoundReference {
  readonly pointer: string;
  readonly table: string;
  readonly id: string;
}

/** Finds which fields of a refused input refer to nothing: a foreign key stops at the first of them. */
@Injectable()
export class UnknownReferences {
  constructor(private readonly database: Database) {}

  /**
   * @param refusal what the foreign key said
   * @param input the accepted input of the request
   * @returns a refusal that names every reference that leads nowhere, or the one given where none is found
   */
  async explain(refusal: UnknownReference, input: object): Promise<Refusal> {
    const found = [...referencesIn(input, '')];
    const errors: FieldError[] = [];
    for (const table of new Set(found.map((reference) => reference.table))) {
      const ofTable = found.filter((reference) => reference.table === table);
      const known = await this.knownIds(
        table,
        ofTable.map(({ id }) => id),
      );
      const missing = ofTable.filter(({ id }) => !known.has(id));
      errors.push(
        ...missing.map(({ pointer, id }) => ({
          pointer,
          detail: `There is no ${nounOf(table)} ${id}.`,
          code: 'unknown-reference',
        })),
      );
    }
    return errors.length > 0 ? invalid(errors) : refusal;
  }

  private async knownIds(table: string, ids: string[]): Promise<Set<string>> {
    const rows = await this.database.transaction((tx) =>
      tx.query<{ id: string }[]>(`select id from ${table} where id = any ($1)`, [ids]),
    );
    return new Set(rows.map(({ id }) => id));
  }
}

function* referencesIn(input: object, at: string): Generator<FoundReference> {
  for (const [property, value] of Object.entries(input)) {
    const pointer = `${at}/${escapePointer(property)}`;
    const table = referredTable(input, property);
    if (table && typeof value === 'string') yield { pointer, table, id: value };
    else if (Array.isArray(value)) yield* referencesInList(value, pointer, table);
    else if (typeof value === 'object' && value !== null) yield* referencesIn(value as object, pointer);
  }
}

function* referencesInList(
  values: unknown[],
  at: string,
  table: string | undefined,
): Generator<FoundReference> {
  for (const [index, value] of values.entries()) {
    const pointer = `${at}/${index}`;
    if (table && typeof value === 'string') yield { pointer, table, id: value };
    else if (typeof value === 'object' && value !== null) yield* referencesIn(value, pointer);
  }
}

function nounOf(table: string): string {
  const nouns: Record<string, string> = {
    people: 'person',
    agenda_items: 'agenda item',
    forum_series: 'forum series',
    event_legs: 'leg',
    agreement_parties: 'party',
    agreement_obligations: 'obligation',
  };
  return nouns[table] ?? table.replace(/s$/, '');
}
