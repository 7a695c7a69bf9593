import { type Sql, identifier, joinSql, sql, statement } from '#platform';

/** A condition for words that are asked for as `:q`: which one it is depends on how many rows of a table hold them. */
export interface WordFilter {
  readonly table: Sql;
  /** Whether they may stand in texts, too. */
  readonly inTexts: boolean;
  /** Where few do, they are looked up by their words. */
  readonly few: Sql;
  /** Where many do, each row tells, in the order of the list. */
  readonly many: Sql;
}

/** The condition for `q` in a list of a table: all words occur in its names, each of them as it is or as a part. */
export function nameFilter(table: string): WordFilter {
  return filterBy(table, [IN_NAMES], false);
}

/** The condition for `q` where texts count as names do. */
export function nameOrTextFilter(table: string): WordFilter {
  return filterBy(table, [IN_NAMES, sql`w.texts @@ :texts::tsquery`], true);
}

const IN_NAMES = sql`(${namesHold(sql`:names::tsquery`)} and (:phrases::text[] = '{}' or public.hold_phrases(w.spelled, :phrases::text[])))`;

/** Whether the names of the row `w` of words hold what is asked for, along the two indexes: with a day and without. */
export function namesHold(asked: Sql): Sql {
  return sql`(w.day is null and w.names @@ ${asked} or w.day is not null and w.names @@ ${asked})`;
}

function filterBy(table: string, conditions: readonly Sql[], inTexts: boolean): WordFilter {
  const found = conditions.map((one) => sql`select w.record_id from record_words w where ${one}`);
  return {
    table: identifier(table),
    inTexts,
    few: sql`e.id = any (array(${joinSql(found, sql` union `)}))`,
    many: sql`(select ${joinSql(conditions, sql` or `)} from record_words w where w.record_id = e.id)`,
  };
}

/**
 * Reads `:q` once for a list of `:table`: the names, texts and phrases to look for, whether many rows hold them, and whether a
 * part of a word is in more words than are looked for.
 */
export const readAsked = statement(
  'what a list is asked for',
  sql`with asked as materialized (select public.all_terms_of(:q, 'part') as terms)
    select array_to_string(terms || public.quoted_word('@' || :table::text), ' & '), case when :inTexts::boolean then public.texts_asked(:q) end,
      public.phrases_asked(:q), (terms = '{}' or public.is_met_sooner(s.every, :table, 50))::text,
      public.asks_too_much(:q, terms)::text
    from asked, public.shares_of_names(terms, null, :table, 25) s`,
);
