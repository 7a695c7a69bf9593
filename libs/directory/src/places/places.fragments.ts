import { type Sql, sql } from '#platform';

/** How often the place of a row, an event or an agenda item, was told in other words though it is where it was. */
export function retellingsOf(row: Sql): Sql {
  return sql`coalesce((select r.times from place_retellings r where r.record_id = ${row}.id), 0)`;
}

/** Whether a column names the place that is asked for, or one inside it. */
export function isWithin(column: Sql, asked: Sql = sql`:place`): Sql {
  return sql`${column} = any (array(select within.id from public.places_within(${asked}) within))`;
}
