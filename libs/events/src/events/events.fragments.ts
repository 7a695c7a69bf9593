import { retellingsOf } from '#directory';
import { type Sql, instant, list, object, reference, referenceTo, shownName, sql } from '#platform';
import { actor, identityFields, makingFields, statusHistory } from '#records';

/** The members of one event `e` in a list. */
export const eventItemFields: Record<string, Sql> = {
  ...identityFields(sql`e`),
  kind: sql`e.kind`,
  status: sql`e.status`,
  name: shownName(sql`e`),
  starts: sql`e.starts`,
  ends: sql`e.ends`,
  timeZone: sql`e.time_zone`,
  place: reference(sql`visible_places(:caller)`, sql`e.place_id`),
  parent: eventReference(sql`e.parent_id`),
  responsible: actor(sql`e.responsible_id`),
  visibility: sql`e.visibility`,
  mode: sql`e.mode`,
  legCount: sql`(select count(*) from event_legs l where l.event_id = e.id)`,
  ...makingFields(sql`e`),
};

const leg = object({
  id: sql`l.id`,
  position: sql`l.position`,
  place: reference(sql`visible_places(:caller)`, sql`l.place_id`),
  starts: sql`l.starts`,
  ends: sql`l.ends`,
});

const earlierDates = object({
  starts: sql`d.starts`,
  ends: sql`d.ends`,
  changedAt: instant(sql`d.changed_at`),
  changedBy: actor(sql`d.changed_by_id`),
  reason: sql`d.reason`,
});

/** The members of one event `e` with everything that is kept about events themselves. */
export const eventFields: Record<string, Sql> = {
  ...eventItemFields,
  names: sql`e.names`,
  summary: sql`e.summary`,
  theme: sql`e.theme`,
  datesNote: sql`e.dates_note`,
  topics: topicsOf(sql`event_topics`, sql`event_id`, sql`e.id`),
  objectives: sql`e.objectives`,
  agendaComplete: sql`e.agenda_complete`,
  uid: sql`e.uid`,
  sequence: sql`e.sequence + ${retellingsOf(sql`e`)}`,
  legs: list(leg, sql`event_legs l where l.event_id = e.id`, sql`l.position`),
  parts: list(
    referenceTo(sql`o`),
    sql`visible_events(:caller) o where o.parent_id = e.id and o.archived_at is null`,
    sql`o.latest_day, o.id`,
  ),
  links: linkedEvents(sql`k.event_id`, sql`k.to_id`),
  linkedFrom: linkedEvents(sql`k.to_id`, sql`k.event_id`),
  earlierDates: list(earlierDates, sql`event_earlier_dates d where d.event_id = e.id`, sql`d.id`),
  statusHistory: statusHistory(sql`e.id`),
};

/** `{ id, name }` of an event, or null where the caller may not see it. */
export function eventReference(id: Sql): Sql {
  return reference(sql`visible_events(:caller)`, id);
}

/** The topics of a record, in their order, through a join table. */
export function topicsOf(table: Sql, column: Sql, id: Sql): Sql {
  return list(
    referenceTo(sql`t`),
    sql`${table} x join visible_topics(:caller) t on t.id = x.topic_id where x.${column} = ${id}`,
    sql`x.position`,
  );
}

function linkedEvents(own: Sql, other: Sql): Sql {
  const link = object({
    id: sql`k.id`,
    kind: sql`k.kind`,
    event: referenceTo(sql`o`),
  });
  return list(
    link,
    sql`visible_event_links(:caller) k join visible_events(:caller) o on o.id = ${other} where ${own} = e.id and k.archived_at is null`,
    sql`k.id`,
  );
}
