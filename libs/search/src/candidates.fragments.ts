import { type Sql, joinSql, sql, words } from '#platform';
import { TOLD_KINDS } from './hits.fragments.js';

/** How many candidates are judged, and how many of each share are read to tell whether there are more. */
const MOST = 1000;
const MOST_OF_SHARE = MOST + 1;
/** How many are read of those that are called exactly so; where these are more, the others are met by their days. */
const MOST_CALLED_SO = 200;

/** How what is asked for is read, as values of a search: once, not for each share. */
export const readingOfAsked = sql`with asked as materialized (
    select public.all_terms_of(:q, :how) as terms, public.all_terms_of(:q, 'whole') as whole_terms),
  shares as materialized (select asked.*, s.dated, s.undated, w.dated as whole_dated, w.undated as whole_undated
    from asked, public.shares_of_names(terms, null, 100) s, public.shares_of_names(whole_terms, null, 100) w)
  select json_build_object(
    'names', array_to_string(terms, ' & '),
    'wholeNames', array_to_string(whole_terms, ' & '),
    'texts', case when :how = 'part' then public.texts_asked(:q)::text else '' end,
    'phrases', public.phrases_asked(:q),
    'plain', public.plain_asked(:q),
    'whole', public.whole_words_asked(:q),
    'parts', public.parts_asked(:q),
    'abound', public.is_met_sooner(dated, 'record_words', ${MOST}),
    'aboundUndated', undated > 0.2,
    'aboundWhole', public.is_met_sooner(whole_dated, 'record_words', ${MOST}) or whole_undated > 0.2,
    'isTooMuch', public.asks_too_much(:q)) from shares`;

/** How candidates are read. */
export interface Reading {
  /** Whether those of many days, or of none, hold what is asked for, so that the first of them are soon met. */
  readonly abound: boolean;
  readonly aboundUndated: boolean;
  /** Whether those that hold whole words are so many. */
  readonly aboundWhole: boolean;
  /** Whether more is asked for than words. */
  readonly isNarrowed: boolean;
}

// What is looked up is asked for as a subquery: what the planner expects of words that it never counted is far too much, and
// it would rather read the whole table.
const looked = (asked: Sql): Sql => sql`(select ${asked}::tsquery)`;

const ROW = sql`w.record_id, w.kind, w.first_day, w.day, w.spelled, w.current_names`;

/** What candidates are read as: what stands first is what is judged before the others, of these a like part each. */
const SHARES = ['calledSo', 'whole', 'undated', 'past', 'ahead', 'texts'] as const;
const OTHERS = SHARES.indexOf('undated');
const TEXTS = SHARES.indexOf('texts');

function share(name: (typeof SHARES)[number], rows: Sql, most = MOST_OF_SHARE): Sql {
  return sql`(select ${ROW}, ${SHARES.indexOf(name)} as share from ${rows} limit ${most})`;
}

/** How many days the row is from today; none, where it has no day. */
const distanceOf = (row: Sql): Sql =>
  sql`greatest(${row}.first_day - :today::date, :today::date - ${row}.day, 0)`;

/** The first of what is found, the nearest days first, of the rows `w` where more is true. */
function sharesOf(where: Sql, { abound, aboundUndated, aboundWhole, isNarrowed }: Reading): Sql {
  const names = (areMany: boolean): Sql => (areMany ? sql`:names::tsquery` : looked(sql`:names`));
  const rows = (areMany: boolean): Sql => named(sql`w.names @@ ${names(areMany)}`, where);
  const dated = sql`${rows(abound)} and w.day is not null`;
  // Where more narrows what abounds, the planner may begin with that.
  const isAlong = abound && !isNarrowed;
  const found = isAlong ? sql`` : sql`with found as materialized (select ${ROW} from ${dated})`;
  const inOrder = isAlong ? dated : sql`found w where true`;
  const shares = [
    share('calledSo', named(isCalledSo, where), MOST_CALLED_SO),
    // Whole words that abound are met among the others.
    ...(aboundWhole ? [] : wholeWords(where)),
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

const isCalledSo = sql`public.whole_names(w.spelled) @> (select array[left(:plain::text, 100)])`;

function wholeWords(where: Sql): Sql[] {
  const rows = named(sql`w.names @@ ${looked(sql`:wholeNames`)}`, where);
  return [
    share('whole', sql`${rows} and w.day is null`),
    share('whole', sql`${rows} and w.day is not null order by ${distanceOf(sql`w`)}`),
  ];
}

function named(condition: Sql, where: Sql): Sql {
  return sql`record_words w where ${condition}
    and (:phrases::text[] = '{}' or public.hold_phrases(w.spelled, :phrases::text[])) and ${where}`;
}

function inTexts(where: Sql): Sql {
  return sql`w.texts @@ ${looked(sql`:texts`)} and not (w.names @@ :names::tsquery) and ${where}`;
}

/** All that some names say, between spaces: what hyphens join stands there in parts, and as one word. */
function saidBy(names: Sql): Sql {
  const said = sql`array_to_string(${names}, ' ')`;
  return sql`(' ' || translate(${said}, '-', ' ') || ' ' || translate(${said}, '-', '') || ' ')`;
}

const namesNow = sql`c.spelled[1:c.current_names]`;

/**
 * How well the names of a candidate `c` fit: it is called so (0), is called so among others (1), was (2), has what is asked
 * for as parts of its words (3), or only in former names, or almost (4).
 */
const fitOf = sql`case
  when c.share = ${SHARES.indexOf('calledSo')} and left(:plain::text, 100) = any (public.whole_names(${namesNow})) then 0
  when ${saidBy(namesNow)} like all (:whole::text[]) then 1
  when ${saidBy(sql`c.spelled`)} like all (:whole::text[]) then 2
  when ${saidBy(namesNow)} like all (:parts::text[]) then 3
  else 4 end`;

/** How far the nearest name of a candidate `c` is from what is asked for. */
const nearnessOf = sql`(select 1 - coalesce(max(public.similarity(said, :plain::text)), 0) from unnest(${namesNow}) said)`;

/** The candidates, the best first: of each its id, and its kind; and whether there are more than are judged. */
export function rankedCandidates(where: Sql, nearest: boolean, reading: Reading): Sql {
  return sql`with met as materialized (
    select distinct on (m.record_id) m.* from (${sharesOf(where, reading)}) m order by m.record_id, m.share),
  candidates as materialized (
    select m.* from met m order by least(m.share, ${OTHERS}),
      row_number() over (partition by m.share order by ${distanceOf(sql`m`)}, m.record_id) limit ${MOST})
  select coalesce(json_agg(json_build_array(record_id, kind) order by place), '[]'::json),
    ((select count(*) from met) > ${MOST})::text
  from (select c.record_id, c.kind, row_number() over (
      order by c.share = ${TEXTS}, ${nearest ? nearnessOf : fitOf}, c.kind in (${words(TOLD_KINDS)}), ${distanceOf(sql`c`)},
        c.spelled[1], c.record_id) as place
    from candidates c) ranked`;
}
