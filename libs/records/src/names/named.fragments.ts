import { type Sql, joinSql, object, reference, shownName, sql } from '#platform';
import type { RecordKind } from '../kinds/record-kind.js';
import { hasColumn } from '../kinds/tables.js';

/** How many of those that have a name are told. */
const TOLD = 10;

/** How many, and the first of the records of some kinds that have the name `:name`, as `{ count, candidates }`. */
export function recordsNamed(kinds: readonly RecordKind[]): Sql {
  const named = joinSql(
    kinds.map((kind) => rowsOf(kind, isCalled)),
    sql` union all `,
  );
  return sql`select ${object({
    count: sql`count(*)`,
    candidates: sql`coalesce(json_agg(found.candidate order by found.place) filter (where found.place <= ${TOLD}), '[]'::json)`,
  })} from (select named.candidate, row_number() over (order by named.sort_name, named.id) as place from (${named}) named) found`;
}

/** The names to show of the records of some kinds that have a name like `:name`, the likest first. */
export function namesLike(kinds: readonly RecordKind[]): Sql {
  const isLike = sql`public.fold_text(:name::text) operator(public.<%) e.search`;
  const like = joinSql(
    kinds.map((kind) => rowsOf(kind, isLike)),
    sql` union all `,
  );
  return sql`select coalesce(json_agg(found.candidate ->> 'name' order by found.place), '[]'::json)
    from (select near.candidate, row_number() over (order by near.likeness desc, near.sort_name, near.id) as place
      from (${like}) near limit 3) found`;
}

// Any part of a name is found along the index of the search; what is found so is compared as a whole.
const isCalled = sql`e.search like public.search_pattern(:name::text) and exists (
  select from jsonb_array_elements(e.names) n where ${folded(sql`n ->> 'text'`)} = ${folded(sql`:name::text`)})`;

/** A name as search understands it: without case and accents, and however it is spaced. */
function folded(name: Sql): Sql {
  return sql`btrim(regexp_replace(public.fold_text(${name}), '\\s+', ' ', 'g'))`;
}

function rowsOf(kind: RecordKind, condition: Sql): Sql {
  const conditions = [condition, sql`e.archived_at is null`, kind.ofKind, kind.inUse].filter(
    (one) => one !== null,
  );
  return sql`select e.id, e.sort_name, ${candidateOf(kind)} as candidate,
      similarity(e.search, public.fold_text(:name::text)) as likeness
    from ${kind.visible} e where ${joinSql(conditions, sql` and `)}`;
}

function candidateOf({ entity, visible, name }: RecordKind): Sql {
  return object({
    id: sql`e.id`,
    name: shownName(sql`e`),
    record: sql`'${name.replaceAll("'", '') as Sql}'`,
    ...(hasColumn(entity, 'kind') ? { kind: sql`e.kind` } : {}),
    ...(hasColumn(entity, 'parentId') ? { within: reference(visible, sql`e.parent_id`) } : {}),
  });
}
