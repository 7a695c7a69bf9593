import type { Sql } from '#platform';
import type { Verification } from '#vocabulary';

/** Who knows what sources say of records: a feature above, since a citation may be of any kind of record. */
export const CITED_RECORDS = Symbol('CITED_RECORDS');

/** What sources say of records, as SQL. */
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
}
