import { Injectable } from '@nestjs/common';
import { type Transaction, runOften } from '#platform';
import { type At, Kinds, type RecordEntity, type RecordKind, lockRecord, lockWhole } from '#records';
import { type FieldError, RECORD_PROBLEMS, Refusal, invalid } from '#refusals';
import { getMetadataStorage } from 'class-validator';
import type { Citation } from './citation.entity.js';
import { wordOf } from './cited-records.fragments.js';

/** A record that a citation is about, held until the transaction ends: nobody puts it away meanwhile. */
export interface Subject {
  readonly kind: RecordKind;
  readonly record: RecordEntity;
}

/** Finds what citations are about, among all kinds of record. */
@Injectable()
export class CitationSubjects {
  constructor(private readonly kinds: Kinds) {}

  /**
   * Holds the record at an address.
   * @throws Refusal `record.unknown`, `record.archived`
   */
  async holdAt(tx: Transaction, kind: RecordKind, at: At): Promise<Subject> {
    if (kind.within) await lockWhole(tx, kind.within, at, 'for_key_share');
    return { kind, record: await lockRecord(tx, kind, at, null, 'for_key_share') };
  }

  /**
   * Holds the record with an id, of whatever kind.
   * @throws Refusal `request.invalid` or `record.archived-reference`, at `/recordId`
   */
  async hold(tx: Transaction, id: string): Promise<Subject> {
    const found = await this.find(tx, id);
    if (!found) throw invalid([unknownSubject(id)]);
    if (found.record.archivedAt) throw archivedSubject(found);
    return found;
  }

  /** Holds the record that a citation is about, be it put away. */
  async holdOf(tx: Transaction, { recordId, recordKind }: Citation): Promise<Subject> {
    const record = await this.lock(tx, this.kindOf(recordKind), recordId);
    return { kind: this.kindOf(recordKind), record: record! };
  }

  private kindOf(word: string): RecordKind {
    return this.kinds.subjects().find((kind) => wordOf(kind) === word)!;
  }

  private async find(tx: Transaction, id: string): Promise<Subject | undefined> {
    // The first that is noted of a record is its creation, in its own table.
    const { rows } = await runOften<{ table_name: string }>(
      tx,
      'select table_name from history where record_id = $1 order by id limit 1',
      [id],
    );
    for (const kind of this.kinds.subjects().filter(({ table }) => table === rows[0]?.table_name)) {
      const record = await this.lock(tx, kind, id);
      if (record) return { kind, record };
    }
    return undefined;
  }

  private lock(tx: Transaction, { entity }: RecordKind, id: string): Promise<RecordEntity | null> {
    return tx.findOne(entity, { where: { id }, lock: { mode: 'for_key_share' } });
  }
}

/** The fields of a kind of record, as its inputs name them. */
export function fieldsOf({ shapes }: RecordKind): string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(shapes!.create, '', false, false);
  return [...new Set(rules.map(({ propertyName }) => propertyName))].sort();
}

function unknownSubject(id: string): FieldError {
  return { pointer: '/recordId', detail: `There is no record ${id}.`, code: 'unknown-reference' };
}

function archivedSubject({ kind, record }: Subject): Refusal {
  const detail = `The ${kind.name} ${record.id} is archived; restore it first.`;
  const errors = [{ pointer: '/recordId', detail, code: 'archived-reference' }];
  return new Refusal(RECORD_PROBLEMS['record.archived-reference'], detail, { errors });
}
