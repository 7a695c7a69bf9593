import { isDisputed } from '#sources';
import { type Sql, joinSql, list, object, sql } from '#platform';

/** Of each kind of record, no more than these are looked at and counted. */
export const MOST_FOUND = 200;

/** A part of a briefing: its first rows `p`, of few columns, and what is told of each. */
export interface Part {
  /** What follows `from`: rows `p`. */
  readonly rows: Sql;
  readonly order: Sql;
  readonly most: number;
  /** What is joined to the rows that are shown, whose ids are those of `p`. */
  readonly joined?: Sql;
  readonly item: Sql;
  /** What was found before, and may be more than was looked at. */
  readonly found?: readonly Sql[];
}

/** A part as it stands in a briefing: cut to its first rows before anything is told of them. */
export function partOf({ rows, order, most, joined = sql``, item, found = [] }: Part): Sql {
  const shown = sql`(select p.* from ${rows} order by ${order} limit ${most}) p ${joined}`;
  const full = found.map((name) => sql`(select count(*) = ${MOST_FOUND} from ${name})`);
  return sql`(select ${object({
    count: sql`least(counted.number, ${MOST_FOUND})`,
    more: joinSql([sql`counted.number > ${MOST_FOUND}`, ...full], sql` or `),
    items: list(item, shown, order),
  })} from (select count(*) as number from (select from ${rows} limit ${MOST_FOUND} + 1) those) counted)`;
}

/**
 * How far a row of a table can be relied on, and whether sources contradict it or each other.
 * @param own what the record says of itself; otherwise it is as reliable as the weakest that is said of it
 */
export function doubtsOf(row: Sql, own?: Sql): Record<string, Sql> {
  const contradicted = sql`coalesce(${isDisputed(row)}, false)`;
  return {
    verification: own ?? weakest(row),
    disputed: own ? sql`(${own} = 'disputed' or ${contradicted})` : contradicted,
  };
}

// A source that is known to be wrong makes nothing doubtful.
function weakest(row: Sql): Sql {
  return sql`(select c.verification from visible_citations(:caller) c
    where c.record_id = ${row}.id and c.archived_at is null and c.verification <> 'refuted'
    order by array_position('{disputed,unverified,reported,corroborated,verified}', c.verification) limit 1)`;
}

/** In which language the text of a map that is shown is written. */
export function shownLanguage(texts: Sql): Sql {
  return sql`(select t.key from jsonb_each_text(${texts}) t
    where t.value = public.pick_text(${texts}, :languages) limit 1)`;
}
