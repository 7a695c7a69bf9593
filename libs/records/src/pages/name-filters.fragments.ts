import { type Sql, identifier, joinSql, sql } from '#platform';

/** The condition for `q` in a list of a table: all words occur in its names, each of them as it is or as a part. */
export function nameFilter(table: string): Sql {
  return filterBy(table, [nameCondition(table)]);
}

/** The condition for `q` where texts count as names do. */
export function nameOrTextFilter(table: string): Sql {
  return filterBy(table, [nameCondition(table), sql`w.texts @@ public.texts_asked(:q)`]);
}

// What many rows hold is looked for row by row, in the order of the list; what few do, by its words.
function filterBy(table: string, conditions: readonly Sql[]): Sql {
  const found = conditions.map((one) => sql`select w.record_id from record_words w where ${one}`);
  return sql`case when public.names_are_common(:q, '${identifier(table)}')
    then (select ${joinSql(conditions, sql` or `)} from record_words w where w.record_id = e.id)
    else e.id = any (array(${joinSql(found, sql` union `)})) end`;
}

function nameCondition(table: string): Sql {
  return sql`w.names @@ public.names_with(:q, '${identifier(table)}')
    and (public.phrases_asked(:q) = '{}' or public.hold_phrases(w.spelled, public.phrases_asked(:q)))`;
}
