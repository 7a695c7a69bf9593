import { type Sql, identifier, joinSql, sql } from '#platform';

/** How many candidates are judged of each share of what is found: together they are a thousand. */
const SHARES = { undated: 350, past: 250, ahead: 150, texts: 250 };

/** How what is asked for is read, as `:names`, `:texts`, `:phrases`, `:plain` and `:whole` of a search: once, not for each share. */
export const readingOfAsked = sql`with asked as materialized (select public.all_terms_of(:q, :how) as terms),
  shares as materialized (select s.* from asked, public.shares_of_names(terms, null, 100) s)
  select json_build_object(
    'names', array_to_string(terms, ' & '),
    'texts', case when :how = 'part' then public.texts_asked(:q)::text else '' end,
    'phrases', public.phrases_asked(:q),
    'plain', public.plain_asked(:q),
    'whole', public.whole_words_asked(:q),
    'abound', public.is_met_sooner(dated, 'record_words', ${SHARES.past}),
    'aboundUndated', undated > 0.2,
    'isTooMuch', public.asks_too_much(:q)) from asked, shares`;

/** How candidates are read. */
export interface Reading {
  /** Whether those of many days, or of none, hold what is asked for, so that the first of them are soon met. */
  readonly abound: boolean;
  readonly aboundUndated: boolean;
  /** Whether more is asked for than words. */
  readonly isNarrowed: boolean;
}

// What is looked up is asked for as a subquery: what the planner expects of words that it never counted is far too much, and
// it would rather read the whole table.
const looked = (asked: Sql): Sql => sql`(select ${asked}::tsquery)`;

/** The first of what is found, the nearest days first, of the rows `w` where more is true. */
function candidatesOf(where: Sql, { abound, aboundUndated, isNarrowed }: Reading): Sql {
  const names = (areMany: boolean): Sql => (areMany ? sql`:names::tsquery` : looked(sql`:names`));
  const rows = (areMany: boolean): Sql => sql`record_words w where ${named(names(areMany), where)}`;
  const dated = sql`${rows(abound)} and w.day is not null`;
  // Where more narrows what abounds, the planner may begin with that.
  const isAlong = abound && !isNarrowed;
  const found = isAlong ? sql`` : sql`with found as materialized (select ${ROW} from ${dated})`;
  const inOrder = isAlong ? dated : sql`found w where true`;
  const shares = [
    share('undated', sql`${rows(aboundUndated)} and w.day is null`),
    share('past', sql`${inOrder} and w.day <= :today::date order by w.day desc`),
    share('ahead', sql`${inOrder} and w.day > :today::date order by w.day`),
    // Texts come after names, and where those abound nobody gets so far.
    ...((abound || aboundUndated) && !isNarrowed
      ? []
      : [share('texts', sql`record_words w where ${inTexts(where)}`)]),
  ];
  return sql`${found} ${joinSql(shares, sql` union all `)}`;
}

function named(asked: Sql, where: Sql): Sql {
  return sql`w.names @@ ${asked} and (:phrases::text[] = '{}' or public.hold_phrases(w.spelled, :phrases::text[])) and ${where}`;
}

function inTexts(where: Sql): Sql {
  return sql`w.texts @@ ${looked(sql`:texts`)} and not (w.names @@ :names::tsquery) and ${where}`;
}

const ROW = sql`w.record_id, w.kind, w.day, w.spelled, w.current_names`;

function share(name: keyof typeof SHARES, rows: Sql): Sql {
  return sql`(select ${ROW}, '${identifier(name)}' as share, ${SHARES[name]} as most from ${rows} limit ${SHARES[name]})`;
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

/** The candidates, the best first: of each its id, and its kind; and whether there are more than are judged. */
export function rankedCandidates(where: Sql, nearest: boolean, reading: Reading): Sql {
  return sql`with candidates as materialized (${candidatesOf(where, reading)})
  select coalesce(json_agg(json_build_array(record_id, kind) order by place), '[]'::json),
    exists (select from candidates group by share, most having count(*) >= most)::text
  from (select c.record_id, c.kind, row_number() over (
      order by c.share = 'texts', ${nearest ? nearnessOf : fitOf}, abs(c.day - :today::date) nulls first, c.spelled[1], c.record_id) as place
    from candidates c) ranked`;
}
