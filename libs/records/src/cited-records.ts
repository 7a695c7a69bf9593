import type { Sql, Transaction } from '#platform';
import type { Verification } from '#vocabulary';
import type { RecordKind } from './kinds/record-kind.js';
import type { RecordEntity } from './record.entity.js';

/** Who knows what sources say of records: a feature above, since a citation may be of any kind of record. */
export const CITED_RECORDS = Symbol('CITED_RECORDS');

/** The id of a record, and what is about to be changed of it. */
export type ChangedRow = Readonly<Record<string, unknown>> & { readonly id: string };

/** A list of a record, as it was and as it is now. */
export interface ChangedList {
  readonly recordId: string;
  readonly field: string;
  readonly held: readonly unknown[];
  readonly now: readonly unknown[];
}

/** What sources say of records, mostly as SQL. */
export interface CitedRecords {
  /** True where sources may contradict the record or each other, otherwise null: it costs next to nothing. */
  doubted(row: Sql): Sql;
  /**
   * The JSON of what sources contradict each other about, or null where they do not.
   * @param row one of a table of records
   * @param renamed its fields that are not named like their column, by column
   */
  disputed(row: Sql, renamed: Readonly<Record<string, string>>): Sql;
  /** What is true of the rows `e` of any list that have a citation with one of these, which are `:verification`. */
  verified(verifications: readonly Verification[]): Sql;
  /**
   * Has citations of locked records keep what these say, where they are about to say something else: a source has not
   * changed when a record has.
   */
  keepSaid(
    tx: Transaction,
    kind: RecordKind,
    changed: readonly ChangedRow[],
    stamp: Pick<RecordEntity, 'updatedAt' | 'updatedById'>,
  ): Promise<void>;
  /** The same of a list that is kept in a table of its own, once it is written. */
  keepSaidOfList(
    tx: Transaction,
    changed: ChangedList,
    stamp: Pick<RecordEntity, 'updatedAt' | 'updatedById'>,
  ): Promise<void>;
}
