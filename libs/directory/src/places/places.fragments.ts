import { type Sql, sql } from '#platform';

/** How often the place of a row, an event or an agenda item, was told in other words though it is where it was. */
export function retellingsOf(row: Sql): Sql {
  return sql`coalesce((select r.times from place_retellings r where r.record_id = ${row}.id), 0)`;
}
