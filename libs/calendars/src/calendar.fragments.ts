import { retellingsOf } from '#directory';
import { type Sql, instant, joinSql, list, object, shownName, shownText, sql } from '#platform';
import { isExpected } from '#records';

/** What events and agenda items alike bring to a calendar; its place is told as an address is made of it. */
export function entryOf(row: Sql, name: Sql, placeId: Sql): Record<string, Sql> {
  const around = object({ kind: sql`p.kind`, name: shownName(sql`p`), address: sql`p.address` });
  const place = object({
    latitude: sql`own.latitude`,
    longitude: sql`own.longitude`,
    way: list(around, wayFrom(sql`own.id`), sql`p.step`),
  });
  return {
    uid: sql`${row}.uid`,
    sequence: sql`${row}.sequence + ${retellingsOf(row)}`,
    createdAt: instant(sql`${row}.created_at`),
    status: sql`${row}.status`,
    name,
    timeZone: sql`${row}.time_zone`,
    place: sql`(select ${place} from visible_places(:caller) own where own.id = ${placeId})`,
  };
}

/** The places `p` from one to its city, each looked up by itself: Postgres takes the few for many, and would join all places. */
function wayFrom(placeId: Sql): Sql {
  return sql`places_to_city(${placeId}) w
    cross join lateral (select x.*, w.step from visible_places(:caller) x where x.id = w.id offset 0) p`;
}

/** The latest of several changes; those that never were do not count. */
export function latest(...changes: readonly Sql[]): Sql {
  return instant(sql`greatest(${joinSql(changes, sql`, `)})`);
}

/** The ids of the places of an event `e`: its own, and those of its legs. */
export const placesOfEvent = sql`select e.place_id union all select l.place_id from event_legs l where l.event_id = e.id`;

/** When these places, or those around them that an address names, last changed. */
export function changeOfPlaces(ids: Sql): Sql {
  return sql`(select max(p.updated_at) from (${ids}) own(id) cross join lateral ${wayFrom(sql`own.id`)})`;
}

/** When the topics of a record last changed, through a join table. */
export function changeOfTopics(table: Sql, column: Sql, id: Sql): Sql {
  return sql`(select max(t.updated_at) from ${table} x join visible_topics(:caller) t on t.id = x.topic_id
    where x.${column} = ${id})`;
}

/** Who hosts an event as a whole, as rows `h` with a name. */
export function hostsOf(event: Sql): Sql {
  const nameIn = (table: Sql, id: Sql): Sql =>
    sql`(select ${shownName(sql`x`)} from ${table} x where x.id = p.${id})`;
  const names = [
    nameIn(sql`visible_people(:caller)`, sql`person_id`),
    nameIn(sql`visible_organizations(:caller)`, sql`organization_id`),
    nameIn(sql`visible_delegations(:caller)`, sql`delegation_id`),
    shownText(sql`p."group" -> 'label'`),
  ];
  return sql`(
    select p.id, p.speaking_order, coalesce(${joinSql(names, sql`, `)}) as name from visible_participations(:caller) p
    where p.event_id = ${event}.id and p.agenda_item_id is null and p.role = 'host' and p.archived_at is null
      and ${isExpected(sql`p.response`)}
  ) h where h.name is not null`;
}

/** When anything about those who take part in an event as a whole last changed: who hosts it is among them. */
export function changeOfHosts(event: Sql): Sql {
  const joined = (table: Sql, alias: Sql, id: Sql): Sql =>
    sql`left join ${table} ${alias} on ${alias}.id = p.${id}`;
  const subjects = [
    joined(sql`visible_people(:caller)`, sql`person`, sql`person_id`),
    joined(sql`visible_organizations(:caller)`, sql`organization`, sql`organization_id`),
    joined(sql`visible_delegations(:caller)`, sql`delegation`, sql`delegation_id`),
  ];
  return sql`(
    select max(greatest(p.updated_at, person.updated_at, organization.updated_at, delegation.updated_at))
    from visible_participations(:caller) p ${joinSql(subjects, sql` `)}
    where p.event_id = ${event}.id and p.agenda_item_id is null)`;
}

/** When an item of an event `e` was first published as it is in one of its versions. */
export function firstTold(id: Sql, updatedAt: Sql): Sql {
  return sql`(select min(p.created_at) from visible_agenda_publications(:caller) p
    join visible_published_items(:caller) n on n.publication_id = p.id
    where p.event_id = e.id and n.item_id = ${id} and n.updated_at = ${updatedAt})`;
}

/**
 * When the versions of the agenda of an event `e` last began to tell something else, also where that is nothing more.
 * @param told what a version `p` tells
 */
export function lastRetold(told: Sql): Sql {
  return sql`(select max(r.created_at) from (
      select p.created_at, t.told, lag(t.told) over (order by p.number) as before
      from visible_agenda_publications(:caller) p cross join lateral (select ${told} as told) t where p.event_id = e.id) r
    where r.told is distinct from r.before)`;
}

/** Items `i` of an agenda with their leg `l`, and when what their entries tell of their event last changed. */
export function itemsOf(agenda: Sql): Sql {
  return sql`${agenda} left join event_legs l on l.id = i.leg_id
    cross join lateral (select max(h.at) as at from history h
      where h.record_id = e.id and h.changes ?| '{status,place_id,legs,delegation_ids}') whole`;
}
