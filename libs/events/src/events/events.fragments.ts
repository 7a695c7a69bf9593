import { retellingsOf } from '#directory';
import {
  type Collection,
  type Sql,
  allOf,
  fewOf,
  instant,
  list,
  object,
  reference,
  referenceTo,
  shownName,
  sql,
} from '#platform';
import { actor, identityFields, makingFields, statusHistory, visibilityOf, visibleToOf } from '#records';

const eventCore: Record<string, Sql> = {
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
  ...visibilityOf(sql`e`),
  mode: sql`e.mode`,
  ...makingFields(sql`e`),
};

const leg = object({
  id: sql`l.id`,
  position: sql`l.position`,
  place: reference(sql`visible_places(:caller)`, sql`l.place_id`),
  starts: sql`l.starts`,
  ends: sql`l.ends`,
});

const legs = sql`event_legs l where l.event_id = e.id`;
const places: Collection = [
  referenceTo(sql`p`, { name: shownName(sql`p`), starts: sql`l.starts`, ends: sql`l.ends` }),
  sql`event_legs l join visible_places(:caller) p on p.id = l.place_id where l.event_id = e.id`,
  sql`l.position`,
  legs,
];
const topics = topicsOf(sql`event_topics`, sql`event_id`, sql`e.id`);

/** The members of one event `e` in a list. */
export const eventItemFields: Record<string, Sql> = {
  ...eventCore,
  ...fewOf({ legs: places, topics }),
};

const earlierDates = object({
  starts: sql`d.starts`,
  ends: sql`d.ends`,
  changedAt: instant(sql`d.changed_at`),
  changedBy: actor(sql`d.changed_by_id`),
  reason: sql`d.reason`,
});

/** The members of one event `e` with everything that is kept about events themselves. */
export const eventFields: Record<string, Sql> = {
  ...eventCore,
  ...visibleToOf(sql`e`),
  legCount: eventItemFields.legCount!,
  names: sql`e.names`,
  summary: sql`e.summary`,
  theme: sql`e.theme`,
  datesNote: sql`e.dates_note`,
  objectives: sql`e.objectives`,
  agendaComplete: sql`e.agenda_complete`,
  uid: sql`e.uid`,
  sequence: sql`e.sequence + ${retellingsOf(sql`e`)}`,
  legs: list(leg, legs, sql`l.position`),
  ...allOf({ topics }),
  parts: list(
    datedEvent(sql`o`),
    sql`visible_events(:caller) o where o.parent_id = e.id and o.archived_at is null`,
    sql`o.latest_day, o.id`,
  ),
  links: linkedEvents(sql`k.event_id`, sql`k.to_id`),
  linkedFrom: linkedEvents(sql`k.to_id`, sql`k.event_id`),
  earlierDates: list(earlierDates, sql`event_earlier_dates d where d.event_id = e.id`, sql`d.id`),
  statusHistory: statusHistory(sql`e.id`),
};

/** An event that is referred to, with when it is and where it stands; null where the caller may not see it. */
export function eventReference(id: Sql): Sql {
  return sql`(select ${datedEvent(sql`ref`)} from visible_events(:caller) ref where ref.id = ${id})`;
}

/** How an answer refers to the row of an event. */
export function datedEvent(row: Sql): Sql {
  return referenceTo(row, {
    name: shownName(row),
    kind: sql`${row}.kind`,
    starts: sql`${row}.starts`,
    ends: sql`${row}.ends`,
    status: sql`${row}.status`,
  });
}

/** The topics of a record, in their order, through a join table. */
export function topicsOf(table: Sql, column: Sql, id: Sql): Collection {
  return [
    referenceTo(sql`t`),
    sql`${table} x join visible_topics(:caller) t on t.id = x.topic_id where x.${column} = ${id}`,
    sql`x.position`,
    sql`${table} x where x.${column} = ${id}`,
  ];
}

function linkedEvents(own: Sql, other: Sql): Sql {
  const link = object({
    id: sql`k.id`,
    kind: sql`k.kind`,
    event: datedEvent(sql`o`),
  });
  return list(
    link,
    sql`visible_event_links(:caller) k join visible_events(:caller) o on o.id = ${other} where ${own} = e.id and k.archived_at is null`,
    sql`k.id`,
  );
}
