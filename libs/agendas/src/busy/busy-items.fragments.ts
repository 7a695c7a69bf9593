import { type Sql, instant, object, sql } from '#platform';

/** Whether the caller may see an item of `busy_agenda_items`. */
export function isSeen(item: Sql): Sql {
  return sql`coalesce((select true from visible_events(:caller) seen where seen.id = ${item}.event_id), false)`;
}

/** The JSON of an item, or that somebody is busy, and when, where the caller may not see what with. */
export function seenOrBusy(item: Sql, json: Sql, isTold: Sql = isSeen(item)): Sql {
  const busy = {
    busy: sql`true`,
    startsAt: instant(sql`${item}.starts_at`),
    endsAt: instant(sql`${item}.ends_at`),
  };
  return sql`case when ${isTold} then ${json} else ${object(busy)} end`;
}
