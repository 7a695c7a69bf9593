import { type Sql, identifier, joinSql, list, object, reference, runOften, sql, toColumns } from '#platform';
import type { CitedRecords } from '#records';

const IN_USE = sql`(:archived::boolean or c.archived_at is null)`;

/** The citations `c` of a row that may contradict something: those that are known to be wrong do not. */
function citationsOf(row: Sql): Sql {
  return sql`visible_citations(:caller) c
    where c.record_id = ${row}.id and ${IN_USE} and c.verification <> 'refuted'`;
}

/**
 * Whether the citations `c` of one field contradict the record or each other, or are said to. What the record leaves
 * open is no value that a source could contradict; a list of it may have more than a source names, in another order.
 * @param own what the record holds: null where it is open, nothing where no column tells
 */
function contradict(own: Sql): Sql {
  const isAmongOwn = sql`(jsonb_typeof(${own}) = 'array' and c.value <> '[]' and ${own} @> c.value)`;
  return sql`(count(distinct ${comparable(own)}) > 1 or bool_or(c.verification = 'disputed'
    or ${own} <> 'null' and c.value <> ${own} and not ${isAmongOwn}))`;
}

/** What a citation `c` says, as it is compared with the others of its field; nothing where the list of the record decides. */
function comparable(own: Sql): Sql {
  return sql`case when jsonb_typeof(${own}) = 'array' then null
    when jsonb_typeof(c.value) = 'array' and not c.value @? '$[*] ? (@.type() == "object")'
    then (select coalesce(jsonb_agg(distinct one), '[]') from jsonb_array_elements(c.value) one)
    else c.value end`;
}

/** What a row holds in a field. */
function ownValue(row: Sql, field: Sql): Sql {
  return sql`public.field_of(to_jsonb(${row}), ${field})`;
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

/** True where sources contradict a row of a table of records, or each other about it; otherwise null. */
export function isDisputed(row: Sql): Sql {
  return sql`(select true from ${citationsOf(row)}
    group by c.field having ${contradict(ownValue(row, sql`c.field`))} limit 1)`;
}

/** What sources say of records, mostly as SQL. */
export const citedRecords: CitedRecords = {
  doubted: (row) => sql`(select true from visible_citations(:caller) c
    where c.record_id = ${row}.id and (c.value is not null or c.verification = 'disputed') limit 1)`,
  disputed: (row, renamed) => {
    const own = ownValue(row, columnField(renamed));
    // What no source says is said by the record itself, unless it says nothing.
    const values = list(
      said,
      sql`(
        select null::uuid as id, d.own as value, null::uuid as source_id, null as verification where not d.supported
        union all select * from unnest(d.ids, d.told, d.sources, d.verifications)
      ) s(id, value, source_id, verification)`,
      sql`s.value is distinct from d.own, s.id nulls first`,
    );
    return sql`(select json_agg(${object({ field: sql`d.field`, values })} order by d.field nulls first) from (
      select c.field, (array_agg(${own}))[1] as own, array_agg(c.id) as ids,
        c.field is null or bool_or(c.value is null or ${own} in (c.value, 'null')) as supported,
        array_agg(coalesce(c.value, ${own})) as told,
        array_agg(c.source_id) as sources, array_agg(c.verification) as verifications
      from ${citationsOf(row)} group by c.field having ${contradict(own)}) d)`;
  },
  verified: (verifications) => {
    const cited = sql`e.id in (select c.record_id from visible_citations(:caller) c
      where ${IN_USE} and c.verification = any (:verification))`;
    if (!verifications.includes('disputed')) return cited;
    const own = ownValue(sql`e`, sql`c.field`);
    return sql`(${cited} or exists (
      select from ${citationsOf(sql`e`)} group by c.field having ${contradict(own)}))`;
  },
  keepSaid: async (tx, { table, renamed }, changed, { updatedAt, updatedById }) => {
    const columns = Object.fromEntries(Object.entries(renamed).map(([column, field]) => [field, column]));
    await runOften(
      tx,
      `update citations c set value = s.value, version = c.version + 1, updated_at = $4, updated_by_id = $5
       from public.said_before($1, $2, $3) s where c.id = s.citation_id`,
      [table, JSON.stringify(changed.map(toColumns)), JSON.stringify(columns), updatedAt, updatedById],
    );
  },
  keepSaidOfList: async (tx, { recordId, field, held, now }, { updatedAt, updatedById }) => {
    await runOften(
      tx,
      `update citations c set value = $3, version = c.version + 1, updated_at = $5, updated_by_id = $6
       where c.record_id = $1 and c.field = $2 and c.value is null and $3::jsonb <> '[]' and not $4::jsonb @> $3`,
      [recordId, field, JSON.stringify(held), JSON.stringify(now), updatedAt, updatedById],
    );
  },
};
