import { Injectable } from '@nestjs/common';
import { Database, type Transaction, UnknownReference, lockRow, sql, statement } from '#platform';
import { type FieldError, RECORD_PROBLEMS, Refusal } from '#refusals';
import { Kinds } from '../kinds/kinds.js';
import type { At, RecordKind } from '../kinds/record-kind.js';
import { lockRecord, lockWhole } from '../record-locks.js';
import type { RecordEntity } from '../record.entity.js';
import { wordOf } from './subjects.fragments.js';

/** A record that another is about, held until the transaction ends: nobody puts it away meanwhile. */
export interface Subject {
  readonly kind: RecordKind;
  readonly record: RecordEntity;
}

/** How a record says what it is about: no foreign key can hold a reference to any kind of record. */
export interface AboutRecord {
  readonly recordId: string;
  readonly recordKind: string;
}

/** How a record says that it is about a subject. */
export function aboutSubject({ kind, record }: Subject): AboutRecord {
  return { recordId: record.id, recordKind: wordOf(kind) };
}

// The first that is noted of a record is its creation, in its own table.
const firstNoted = statement(
  'record-table',
  sql`select h.table_name from history h where h.record_id = :id order by h.id limit 1`,
);

const everNoted = statement(
  'records-noted',
  sql`select json_agg(i.id) from unnest(:ids::uuid[]) i(id) where exists (select from history h where h.record_id = i.id)`,
);

/** Finds what records are about, among all kinds of record. */
@Injectable()
export class Subjects {
  constructor(
    private readonly kinds: Kinds,
    private readonly database: Database,
  ) {}

  /** The table of the record with an id, of whatever kind; undefined where there never was one. */
  async tableOf(id: string, tx?: Transaction): Promise<string | undefined> {
    const row = await this.database.readRow(firstNoted, { id }, tx);
    return row?.[0] ?? undefined;
  }

  /** Those of some ids that are, or were, the ids of records, of whatever kind. */
  async taken(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const row = ids.length > 0 ? await this.database.readRow(everNoted, { ids }) : undefined;
    return new Set(JSON.parse(row?.[0] ?? '[]') as string[]);
  }

  /**
   * Holds the record at an address.
   * @throws Refusal `record.unknown`, `record.archived`
   */
  async holdAt(tx: Transaction, kind: RecordKind, at: At): Promise<Subject> {
    if (kind.within) await lockWhole(tx, kind.within, at, 'key share');
    return { kind, record: await lockRecord(tx, kind, at, null, 'key share') };
  }

  /**
   * Holds the record with an id, of whatever kind.
   * @param about the kind of what is to be about it
   * @throws UnknownReference, Refusal `record.archived-reference` at `/recordId`
   */
  async hold(tx: Transaction, about: RecordKind, id: string): Promise<Subject> {
    const found = await this.find(tx, about, id);
    if (!found) throw new UnknownReference(id);
    if (found.record.archivedAt) throw archivedSubject(found);
    return found;
  }

  /** Holds the record that one is about, be it put away. */
  async holdOf(tx: Transaction, about: RecordKind, { recordId, recordKind }: AboutRecord): Promise<Subject> {
    const kind = this.kinds.subjectsOf(about).find((one) => wordOf(one) === recordKind)!;
    return { kind, record: (await this.lock(tx, kind, recordId))! };
  }

  private async find(tx: Transaction, about: RecordKind, id: string): Promise<Subject | undefined> {
    const found = await this.tableOf(id, tx);
    for (const kind of this.kinds.subjectsOf(about).filter(({ table }) => table === found)) {
      const record = await this.lock(tx, kind, id);
      if (record) return { kind, record };
    }
    return undefined;
  }

  private lock(tx: Transaction, { entity }: RecordKind, id: string): Promise<RecordEntity | null> {
    return lockRow(tx, entity, { id }, 'key share');
  }
}

function archivedSubject({ kind, record }: Subject): Refusal {
  const detail = `The ${kind.name} ${record.id} is archived; restore it first.`;
  const errors: FieldError[] = [{ pointer: '/recordId', detail, code: 'archived-reference' }];
  return new Refusal(RECORD_PROBLEMS['record.archived-reference'], detail, { errors });
}
