import { type Sql, joinSql, sql } from '#platform';

/** How many candidates are judged of each share of what is found: together they are a thousand. */
const SHARES = { undated: 350, past: 250, ahead: 150, texts: 250 };

/** What a search asks for. */
export interface Search {
  /** The words that names have to hold. */
  readonly names: Sql;
  /** The words that texts have to hold; null where texts are not looked through. */
  readonly texts: Sql | null;
  /** What else is true of the rows `w`. */
  readonly where: Sql;
}

/** The first of what is found, the nearest days first, read along an index. */
export function candidatesOf({ names, texts, where }: Search): Sql {
  const named = sql`w.names @@ ${names} and public.hold_phrases(w.spelled, public.phrases_asked(:q)) and ${where}`;
  const shares = [
    share(0, sql`${named} and w.day is null limit ${SHARES.undated}`),
    share(0, sql`${named} and w.day <= :today::date order by w.day desc limit ${SHARES.past}`),
    share(0, sql`${named} and w.day > :today::date order by w.day limit ${SHARES.ahead}`),
    ...(texts
      ? [share(1, sql`w.texts @@ ${texts} and not (w.names @@ ${names}) and ${where} limit ${SHARES.texts}`)]
      : []),
  ];
  return joinSql(shares, sql` union all `);
}

function share(place: number, found: Sql): Sql {
  return sql`(select w.*, ${place} as share from record_words w where ${found})`;
}

const saidNow = sql`unnest(c.spelled[1:c.current_names]) said`;

/**
 * How well the names of a candidate `c` fit: it is called so (0), is called so among others (1), was (2), or only parts of
 * words or words almost like them are found (3).
 */
export const fitOf = sql`case
  when exists (select from ${saidNow} where translate(said, '-', ' ') = public.plain_asked(:q)) then 0
  when exists (select from ${saidNow} where ' ' || translate(said, '-', ' ') || ' ' like all (public.whole_words_asked(:q))) then 1
  when exists (select from unnest(c.spelled) said
    where ' ' || translate(said, '-', ' ') || ' ' like all (public.whole_words_asked(:q))) then 2
  else 3 end`;

/** How far the nearest name of a candidate `c` is from what is asked for. */
export const nearnessOf = sql`(select 1 - coalesce(max(public.similarity(said, public.plain_asked(:q))), 0) from ${saidNow})`;
