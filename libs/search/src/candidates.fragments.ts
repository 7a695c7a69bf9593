import { type Sql, joinSql, sql, words } from '#platform';
import { TOLD_KINDS } from './hits.fragments.js';

/** How many candidates are judged, and how many of a share are read to tell whether there are more. */
const MOST = 1000;
const MOST_OF_SHARE = MOST + 1;
/** How many are read of those that are called exactly so; where these are more, the others are met by their days. */
const MOST_CALLED_SO = 200;
/** How many are met along their days, before today and after it, where more than are judged hold what is asked for. */
const MOST_MET = 100;

/** How what is asked for is read, as values of a search: once, not for each share. */
export const readingOfAsked = sql`with asked as materialized (
    select public.all_terms_of(:q, :how) as terms, public.all_terms_of(:q, 'whole') as whole_terms),
  shares as materialized (select * from asked, public.shares_of_names(terms, whole_terms, null, 50))
  select json_build_object(
    'names', array_to_string(terms, ' & '),
    'wholeNames', array_to_string(whole_terms, ' & '),
    'texts', case when :how = 'part' then public.texts_asked(:q)::text else '' end,
    'phrases', public.phrases_asked(:q),
    'plain', public.plain_asked(:q),
    'whole', public.whole_words_asked(:q),
    'parts', public.parts_asked(:q),
    'abound', public.is_met_sooner(dated, 'record_words', ${MOST_MET}),
    'aboundUndated', undated > 0.2,
    'aboundWhole', public.is_met_sooner(whole_dated, 'record_words', ${MOST_MET}) or whole_undated > 0.2,
    'isTooMuch', public.asks_too_much(:q, terms)) from shares`;

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

const ROW = sql`w.record_id, w.kind, w.first_day, w.day`;

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

/** Whether what abounds is met along its days. Where more narrows it, the planner may begin with that. */
function isMetAlong({ abound, isNarrowed }: Reading): boolean {
  return abound && !isNarrowed;
}

/** The first of what is found, the nearest days first, of the rows `w` where more is true. */
function sharesOf(where: Sql, reading: Reading): Sql {
  const { abound, aboundUndated, aboundWhole, isNarrowed } = reading;
  const names = (areMany: boolean): Sql => (areMany ? sql`:names::tsquery` : looked(sql`:names`));
  const rows = (areMany: boolean): Sql => named(sql`w.names @@ ${names(areMany)}`, where);
  const dated = sql`${rows(abound)} and w.day is not null`;
  const whole = named(sql`w.names @@ ${looked(sql`:wholeNames`)}`, where);
  const isAlong = isMetAlong(reading);
  const found = sql`with found as materialized (
    select ${ROW}, w.names @@ ${looked(sql`:wholeNames`)} as is_whole from ${dated})`;
  const inOrder = isAlong ? dated : sql`found w where true`;
  const wholeDated = isAlong ? sql`${whole} and w.day is not null` : sql`found w where w.is_whole`;
  const mostInOrder = isAlong ? MOST_MET : MOST_OF_SHARE;
  const shares = [
    share('calledSo', named(isCalledSo, where), MOST_CALLED_SO),
    // Whole words that abound are met among the others.
    ...(aboundWhole
      ? []
      : [
          share('whole', sql`${whole} and w.day is null`),
          share('whole', sql`${wholeDated} order by ${distanceOf(sql`w`)}`),
        ]),
    share('undated', sql`${rows(aboundUndated)} and w.day is null`),
    share('past', sql`${inOrder} and w.day <= :today::date order by w.day desc`, mostInOrder),
    share('ahead', sql`${inOrder} and w.day > :today::date order by w.day`, mostInOrder),
    // Texts come after names, and where those abound nobody gets so far.
    ...((abound || aboundUndated) && !isNarrowed
      ? []
      : [share('texts', sql`record_words w where ${inTexts(where)}`)]),
  ];
  return sql`${isAlong ? sql`` : found} ${joinSql(shares, sql` union all `)}`;
}

const isCalledSo = sql`public.whole_names(w.spelled) @> (select array[left(:plain::text, 100)])`;

function named(condition: Sql, where: Sql): Sql {
  return sql`record_words w where ${condition}
    and (:phrases::text[] = '{}' or public.hold_phrases(w.spelled, :phrases::text[])) and ${where}`;
}

function inTexts(where: Sql): Sql {
  return sql`w.texts @@ ${looked(sql`:texts`)} and not (w.names @@ :names::tsquery) and ${where}`;
}

/** What some names say, joined by spaces, between spaces: what hyphens join stands there in parts, and as one word. */
function saidBy(names: Sql): Sql {
  return sql`(' ' || case when strpos(${names}, '-') = 0 then ${names}
    else translate(${names}, '-', ' ') || ' ' || translate(${names}, '-', '') end || ' ')`;
}

const saidNow = saidBy(sql`c.said_now`);
const saidEver = saidBy(sql`array_to_string(c.spelled, ' ')`);
const namesNow = sql`c.spelled[1:c.current_names]`;

/**
 * How well the names of a candidate `c` fit: it is called so (0), is called so among others (1), was (2), has what is asked
 * for as parts of its words (3), or only in former names, or almost (4).
 */
const fitOf = sql`case
  when c.share = ${SHARES.indexOf('calledSo')} and left(:plain::text, 100) = any (public.whole_names(${namesNow})) then 0
  when ${saidNow} like all (:whole::text[]) then 1
  when ${saidEver} like all (:whole::text[]) then 2
  when ${saidNow} like all (:parts::text[]) then 3
  else 4 end`;

/** How far the nearest name of a candidate `c` is from what is asked for. */
const nearnessOf = sql`(select 1 - coalesce(max(public.similarity(said, :plain::text)), 0) from unnest(${namesNow}) said)`;

/**
 * The candidates: of the best of them the id and the kind; how many there are, up to as many as are judged; whether there are
 * more; and where it is asked for, how many of those that are judged are of each kind.
 */
export function rankedCandidates(where: Sql, nearest: boolean, reading: Reading): Sql {
  return sql`with shares as materialized (${sharesOf(where, reading)}),
  met as materialized (select distinct on (record_id) * from shares order by record_id, share),
  judged as materialized (
    select m.* from met m order by least(m.share, ${OTHERS}),
      row_number() over (partition by m.share order by ${distanceOf(sql`m`)}, m.record_id) limit ${MOST}),
  candidates as materialized (
    select j.*, w.spelled, w.current_names, array_to_string(w.spelled[1:w.current_names], ' ') as said_now
    from judged j join record_words w on w.record_id = j.record_id),
  first as (
    select c.record_id, c.kind, row_number() over (
      order by c.share = ${TEXTS}, ${nearest ? nearnessOf : fitOf}, c.kind in (${words(TOLD_KINDS)}), ${distanceOf(sql`c`)},
        c.spelled[1], c.record_id) as place
    from candidates c order by place limit :limit),
  counted as materialized (
    select case when ${isFullAlong(reading)} then ${MOST_OF_SHARE} else (select count(*) from met) end as number)
  select (select coalesce(json_agg(json_build_array(record_id, kind) order by place), '[]'::json) from first),
    (select least(number, ${MOST}) from counted)::text,
    (select number > ${MOST} from counted)::text,
    case when :counts::boolean then (select coalesce(json_object_agg(kind, number), '{}'::json)
      from (select kind, count(*) as number from candidates group by kind order by kind) by_kind) end`;
}

/** Whether of some that abound as many are met as are read. */
function isFullAlong(reading: Reading): Sql {
  const full = (name: 'past' | 'ahead'): Sql =>
    sql`(select count(*) from shares where share = ${SHARES.indexOf(name)}) = ${MOST_MET}`;
  return isMetAlong(reading) ? sql`${full('past')} or ${full('ahead')}` : sql`false`;
}
