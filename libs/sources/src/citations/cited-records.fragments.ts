import { type Sql, identifier, joinSql, list, object, reference, referenceTo, sql } from '#platform';
import type { CitedRecords, RecordKind } from '#records';

/** The word for a kind of record in citations: `agenda_item`. */
export function wordOf({ name }: RecordKind): string {
  return name.replaceAll(/[ -]/g, '_');
}

/** `{ id, kind, name }` of the record that a citation is about, of whichever of some kinds it is. */
export function citedRecord(kinds: readonly RecordKind[], citation: Sql): Sql {
  const branches = kinds.map((kind) => {
    const shown = { kind: sql`${citation}.record_kind`, name: kind.called(sql`r`) };
    return sql`when '${identifier(wordOf(kind))}' then (
      select ${referenceTo(sql`r`, shown)} from ${kind.visible} r where r.id = ${citation}.record_id)`;
  });
  return sql`(case ${citation}.record_kind ${joinSql(branches, sql` `)} end)`;
}

const IN_USE = sql`(:archived::boolean or c.archived_at is null)`;

/** Whether a citation `c` says something else than the record `row`, and is not known to be wrong. */
function contradicts(row: Sql, field = sql`c.field`): Sql {
  return sql`(c.value is not null and c.verification <> 'refuted'
    and c.value is distinct from public.field_of(to_jsonb(${row}), ${field}))`;
}

/** The field of a citation `c` as its column is named. */
function columnField(renamed: Readonly<Record<string, string>>): Sql {
  const cases = Object.entries(renamed).map(
    ([column, field]) => sql`when '${identifier(field)}' then '${identifier(column)}'`,
  );
  return cases.length > 0 ? sql`(case c.field ${joinSql(cases, sql` `)} else c.field end)` : sql`c.field`;
}

const source = reference(sql`visible_sources(:caller)`, sql`s.source_id`);
const said = object({ value: sql`s.value`, source, verification: sql`s.verification` });

/** What sources say of records, as SQL. */
export const citedRecords: CitedRecords = {
  doubted: (row) => sql`(select true from visible_citations(:caller) c
    where c.record_id = ${row}.id and (c.value is not null or c.verification = 'disputed') limit 1)`,
  disputed: (row, renamed) => {
    const field = columnField(renamed);
    const own = sql`public.field_of(to_jsonb(${row}), ${field})`;
    const differs = contradicts(row, field);
    // What no source says is said by the record itself.
    const values = list(
      said,
      sql`(
        select null::uuid as id, d.own as value, null::uuid as source_id, null as verification where not d.supported
        union all select * from unnest(d.ids, d.told, d.sources, d.verifications)
      ) s(id, value, source_id, verification)`,
      sql`s.value is distinct from d.own, s.id nulls first`,
    );
    return sql`(select json_agg(${object({ field: sql`d.field`, values })} order by d.field nulls first) from (
      select c.field, (array_agg(${own}))[1] as own, bool_or(not ${differs}) or c.field is null as supported,
        array_agg(c.id) as ids, array_agg(case when ${differs} then c.value else ${own} end) as told,
        array_agg(c.source_id) as sources, array_agg(c.verification) as verifications
      from visible_citations(:caller) c
      where c.record_id = ${row}.id and ${IN_USE} and c.verification <> 'refuted'
      group by c.field having bool_or(c.verification = 'disputed' or ${differs})) d)`;
  },
  verified: (verifications) => {
    const cited = sql`e.id in (select c.record_id from visible_citations(:caller) c
      where ${IN_USE} and c.verification = any (:verification))`;
    if (!verifications.includes('disputed')) return cited;
    return sql`(${cited} or exists (select from visible_citations(:caller) c
      where c.record_id = e.id and ${IN_USE} and ${contradicts(sql`e`)}))`;
  },
};
