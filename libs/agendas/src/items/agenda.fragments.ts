import { isOrganization, retellingsOf } from '#directory';
import { type IdsBy, topicsOf } from '#events';
import { type Collection, type Sql, allOf, fewOf, reference, referenceTo, shownText, sql } from '#platform';
import { identityFields, makingFields } from '#records';
import type { ItemParticipants } from './item-participants.js';

/** What every answer about a visible agenda item holds. */
function agendaItemCore(item: Sql): Record<string, Sql> {
  return {
    ...identityFields(item),
    kind: sql`${item}.kind`,
    status: sql`${item}.status`,
    standing: sql`${item}.standing`,
    position: sql`${item}.position`,
    leg: sql`(select json_build_object('id', l.id, 'position', l.position) from event_legs l where l.id = ${item}.leg_id)`,
    parent: agendaItemReference(sql`${item}.parent_id`),
    place: reference(sql`visible_places(:caller)`, sql`${item}.place_id`),
    startsAt: sql`public.local_instant(${item}.starts_at, ${item}.starts_local)`,
    endsAt: sql`public.local_instant(${item}.ends_at, ${item}.ends_local)`,
    on: sql`${item}.on_date`,
    dayPart: sql`${item}.day_part`,
    mode: sql`${item}.mode`,
    timeZone: sql`${item}.time_zone`,
    track: sql`${item}.track`,
    languages: sql`${item}.languages`,
    audience: sql`${item}.audience`,
    uid: sql`${item}.uid`,
    sequence: sql`${sequenceWithWhole(item)} + ${retellingsOf(item)}`,
    ...makingFields(item),
  };
}

/** Who receives the guests at an agenda item, and what it is about. */
function collectionsOf(item: Sql): Readonly<Record<string, Collection>> {
  return {
    hostOrganizations: [
      referenceTo(sql`o`),
      sql`agenda_item_hosts h join visible_organizations(:caller) o on o.id = h.organization_id where h.item_id = ${item}.id`,
      sql`h.position`,
    ],
    topics: topicsOf(sql`agenda_item_topics`, sql`item_id`, sql`${item}.id`),
  };
}

/** How often an item was changed for calendars, by itself and with its whole. */
export function sequenceWithWhole(item: Sql): Sql {
  return sql`${item}.sequence + ${item}.whole_sequence`;
}

/** The first day of a timed item, by the clocks at its place. */
export function firstDay(item: Sql): Sql {
  return sql`${item}.starts_local::date`;
}

/** The last day of a timed item, by the clocks at its place: one that ends at midnight ends the day before. */
export function lastDay(item: Sql): Sql {
  return sql`greatest(${item}.starts_local::timestamp, ${item}.ends_local::timestamp - interval '1 millisecond')::date`;
}

/** The members of one visible agenda item, as `AgendaItemView` describes them. */
export function agendaItemFields(item: Sql): Record<string, Sql> {
  return {
    ...agendaItemCore(item),
    ...allOf(collectionsOf(item)),
    title: sql`${item}.title`,
    abstract: sql`${item}.abstract`,
  };
}

/**
 * The members of one agenda item `e` in a list.
 * @param participantsOf who takes part in it
 */
export function listedItemFields(participantsOf: ItemParticipants): Record<string, Sql> {
  return {
    ...agendaItemCore(sql`e`),
    title: shownText(sql`e.title`),
    abstract: shownText(sql`e.abstract`),
    ...fewOf({ ...collectionsOf(sql`e`), participants: participantsOf(sql`e`) }),
  };
}

/** `{ id, title }` of an agenda item, or null where the caller may not see it. */
export function agendaItemReference(id: Sql): Sql {
  return sql`(select ${referenceTo(sql`ref`, { title: shownText(sql`ref.title`) })}
    from visible_agenda_items(:caller) ref where ref.id = ${id})`;
}

/** When an item begins, as far as it is known; what has no date comes last. */
export function itemBegins(item: Sql): Sql {
  return sql`public.item_begins(${item}.starts_at, ${item}.day_starts_at, ${item}.on_date_earliest, ${item}.day_part)`;
}

/** The items of the agenda of a visible event, as rows `i` in a `from`. */
export function agendaItemsOf(event: Sql): Sql {
  return sql`visible_agenda_items(:caller) i where i.event_id = ${event}.id and i.archived_at is null`;
}

/** How many items the agenda of a visible event has for the caller. */
export function agendaItemCount(event: Sql): Sql {
  return sql`(select count(*) from ${agendaItemsOf(event)})`;
}

/** Whether nobody has said yet what became of a row of `agenda_items`, nor that what it is part of is off. */
export function isUnsettled(item: Sql): Sql {
  return sql`(${item}.archived_at is null and ${item}.status in ('proposed', 'confirmed') and ${item}.standing <> 'off')`;
}

/** How events concern the hosts and the topics of their agenda items; where these are, the database notes for events. */
export const eventsByItem: IdsBy = {
  topic: (
    asked,
  ) => sql`select i.event_id from agenda_item_topics t join visible_agenda_items(:caller) i on i.id = t.item_id
    where t.topic_id = ${asked} and i.archived_at is null`,
  organization: (
    asked,
  ) => sql`select i.event_id from agenda_item_hosts h join visible_agenda_items(:caller) i on i.id = h.item_id
    where ${isOrganization(sql`h.organization_id`, asked)} and i.archived_at is null`,
};
