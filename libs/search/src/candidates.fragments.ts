import { type Sql, joinSql, sql } from '#platform';

/** How many candidates are judged of each share of what is found: together they are a thousand. */
const SHARES = { undated: 350, past: 250, ahead: 150, texts: 250 };

/** How what is asked for is read, as `:names`, `:texts`, `:phrases`, `:plain` and `:whole` of a search: once, not for each share. */
export const readingOfAsked = sql`select json_build_object(
  'names', public.names_asked(:q, null, :how)::text,
  'texts', case when :how = 'part' then public.texts_asked(:q)::text else '' end,
  'phrases', public.phrases_asked(:q),
  'plain', public.plain_asked(:q),
  'whole', public.whole_words_asked(:q),
  'isTooMuch', public.asks_too_much(:q))`;

/** The first of what is found, the nearest days first, read along an index, of the rows `w` where more is true. */
function candidatesOf(where: Sql): Sql {
  const named = sql`w.names @@ :names::tsquery and (:phrases::text[] = '{}' or public.hold_phrases(w.spelled, :phrases::text[])) and ${where}`;
  const shares = [
    share(0, sql`${named} and w.day is null limit ${SHARES.undated}`),
    share(0, sql`${named} and w.day <= :today::date order by w.day desc limit ${SHARES.past}`),
    share(0, sql`${named} and w.day > :today::date order by w.day limit ${SHARES.ahead}`),
    share(
      1,
      sql`w.texts @@ :texts::tsquery and not (w.names @@ :names::tsquery) and ${where} limit ${SHARES.texts}`,
    ),
  ];
  return joinSql(shares, sql` union all `);
}

function share(place: number, found: Sql): Sql {
  return sql`(select w.record_id, w.kind, w.day, w.spelled, w.current_names, ${place} as share from record_words w where ${found})`;
}

const saidNow = sql`unnest(c.spelled[1:c.current_names]) said`;

/**
 * How well the names of a candidate `c` fit: it is called so (0), is called so among others (1), was (2), or only parts of
 * words or words almost like them are found (3).
 */
const fitOf = sql`case
  when exists (select from ${saidNow} where translate(said, '-', ' ') = :plain::text) then 0
  when exists (select from ${saidNow} where ' ' || translate(said, '-', ' ') || ' ' like all (:whole::text[])) then 1
  when exists (select from unnest(c.spelled) said
    where ' ' || translate(said, '-', ' ') || ' ' like all (:whole::text[])) then 2
  else 3 end`;

/** How far the nearest name of a candidate `c` is from what is asked for. */
const nearnessOf = sql`(select 1 - coalesce(max(public.similarity(said, :plain::text)), 0) from ${saidNow})`;

/** The candidates, the best first: of each its id, and its kind. */
export function rankedCandidates(where: Sql, nearest: boolean): Sql {
  return sql`select coalesce(json_agg(json_build_array(record_id, kind) order by place), '[]'::json)
  from (select c.record_id, c.kind, row_number() over (
      order by c.share, ${nearest ? nearnessOf : fitOf}, abs(c.day - :today::date) nulls first, c.spelled[1], c.record_id) as place
    from (${candidatesOf(where)}) c) ranked`;
}
