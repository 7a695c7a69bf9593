import { type Sql, identifier, joinSql, referenceTo, sql } from '#platform';
import type { RecordKind } from '../kinds/record-kind.js';

/** The word for a kind of record in what is about one of any kind: `agenda_item`. */
export function wordOf({ name }: RecordKind): string {
  return name.replaceAll(/[ -]/g, '_');
}

/** `{ id, kind, name }` of the record that a row is about, of whichever of some kinds it is; null where there is none. */
export function subjectReference(kinds: readonly RecordKind[], row: Sql): Sql {
  const branches = kinds.map((kind) => {
    const shown = { kind: sql`${row}.record_kind`, name: kind.called(sql`r`) };
    return sql`when '${identifier(wordOf(kind))}' then (
      select ${referenceTo(sql`r`, shown)} from ${kind.visible} r where r.id = ${row}.record_id)`;
  });
  return sql`(case ${row}.record_kind ${joinSql(branches, sql` `)} end)`;
}
