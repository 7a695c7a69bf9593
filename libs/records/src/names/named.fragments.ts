import { type Sql, identifier, joinSql, object, reference, shownName, sql } from '#platform';
import type { RecordKind } from '../kinds/record-kind.js';
import { hasColumn } from '../kinds/tables.js';
import { namesHold } from '../pages/name-filters.fragments.js';

/** How many of those that have a name are told. */
const TOLD = 10;

/**
 * How many, and the first of the records of some kinds that have the name `:name`, as `{ count, candidates }`.
 * @param among what they must be besides, as a condition on `e`
 */
export function recordsNamed(kinds: readonly RecordKind[], among: Sql = sql`true`): Sql {
  const named = joinSql(
    kinds.map((kind) => rowsOf(kind, sql`${isCalled(kind)} and ${among}`)),
    sql` union all `,
  );
  return sql`select ${object({
    count: sql`count(*)`,
    candidates: sql`coalesce(json_agg(found.candidate order by found.place) filter (where found.place <= ${TOLD}), '[]'::json)`,
  })} from (select named.candidate, row_number() over (order by named.sort_name, named.id) as place from (${named}) named) found`;
}

/** The names to show of the records of some kinds that have a name like `:name`, the likest first. */
export function namesLike(kinds: readonly RecordKind[]): Sql {
  const like = joinSql(
    kinds.map((kind) =>
      rowsOf(kind, hasWords(sql`public.names_asked(:name, '${identifier(kind.table)}', 'near')`)),
    ),
    sql` union all `,
  );
  return sql`select coalesce(json_agg(found.candidate ->> 'name' order by found.place), '[]'::json)
    from (select near.candidate, row_number() over (order by near.likeness desc, near.sort_name, near.id) as place
      from (${like}) near limit 3) found`;
}

/** All words of the name occur; what is found so is compared as a whole. */
function isCalled(kind: RecordKind): Sql {
  const words = hasWords(sql`public.names_asked(:name, '${identifier(kind.table)}', 'whole')`);
  return sql`${words} and exists (
    select from jsonb_array_elements(e.names) n where ${spelled(sql`n ->> 'text'`)} = ${spelled(sql`:name::text`)})`;
}

function hasWords(asked: Sql): Sql {
  return sql`e.id in (with asked as materialized (select ${asked} as names)
    select w.record_id from record_words w where ${namesHold(sql`(select names from asked)`)})`;
}

/** A name as search understands it: without case and accents, and however it is spaced. */
function spelled(name: Sql): Sql {
  return sql`translate(public.spell_text(${name}), '-', ' ')`;
}

function rowsOf(kind: RecordKind, condition: Sql): Sql {
  const conditions = [condition, sql`e.archived_at is null`, kind.ofKind, kind.inUse].filter(
    (one) => one !== null,
  );
  return sql`select e.id, e.sort_name, ${candidateOf(kind)} as candidate,
      (select max(similarity(${spelled(sql`n ->> 'text'`)}, ${spelled(sql`:name::text`)})) from jsonb_array_elements(e.names) n) as likeness
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
