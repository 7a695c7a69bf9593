import { type Sql, identifier, sql } from '#platform';

/** The condition for `q` in a list of a table: all words occur in its names, each of them as it is or as a part. */
export function nameFilter(table: string): Sql {
  return sql`e.id in (select w.record_id from record_words w
    where w.names @@ public.names_with(:q, '${identifier(table)}')
      and public.hold_phrases(w.spelled, public.phrases_asked(:q)))`;
}

/** The condition for `q` where texts count as names do. */
export function nameOrTextFilter(table: string): Sql {
  return sql`(${nameFilter(table)} or e.id in (select w.record_id from record_words w
    where w.texts @@ public.texts_asked(:q)))`;
}
