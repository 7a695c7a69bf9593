import { isOrganization } from '#directory';
import { type EventsBy, topicsOf } from '#events';
import { type Sql, list, object, reference, shownName, shownText, sql } from '#platform';
import { identityFields, makingFields } from '#records';

/** What every answer about a visible agenda item holds. */
export function agendaItemCore(item: Sql): Record<string, Sql> {
  return {
    ...identityFields(item),
    kind: sql`${item}.kind`,
    status: sql`${item}.status`,
    position: sql`${item}.position`,
    leg: sql`(select json_build_object('id', l.id, 'position', l.position) from event_legs l where l.id = ${item}.leg_id)`,
    parent: agendaItemReference(sql`${item}.parent_id`),
    place: reference(sql`visible_places(:caller)`, sql`${item}.place_id`),
    startsAt: sql`public.local_instant(${item}.starts_at, ${item}.time_zone)`,
    endsAt: sql`public.local_instant(${item}.ends_at, ${item}.time_zone)`,
    on: sql`${item}.on_date`,
    timeZone: sql`${item}.time_zone`,
    hostOrganizations: list(
      object({ id: sql`o.id`, name: shownName(sql`o`) }),
      sql`agenda_item_hosts h join visible_organizations(:caller) o on o.id = h.organization_id where h.item_id = ${item}.id`,
      sql`h.position`,
    ),
    track: sql`${item}.track`,
    languages: sql`${item}.languages`,
    audience: sql`${item}.audience`,
    topics: topicsOf(sql`agenda_item_topics`, sql`item_id`, sql`${item}.id`),
    uid: sql`${item}.uid`,
    sequence: sql`${item}.sequence`,
    ...makingFields(item),
  };
}

/** The members of one visible agenda item, as `AgendaItemView` describes them. */
export function agendaItemFields(item: Sql): Record<string, Sql> {
  return { ...agendaItemCore(item), title: sql`${item}.title`, abstract: sql`${item}.abstract` };
}

/** `{ id, title }` of an agenda item, or null where the caller may not see it. */
export function agendaItemReference(id: Sql): Sql {
  return sql`(select ${object({ id: sql`ref.id`, title: shownText(sql`ref.title`) })}
    from visible_agenda_items(:caller) ref where ref.id = ${id})`;
}

/** The items of the agenda of a visible event, as rows `i` in a `from`. */
export function agendaItemsOf(event: Sql): Sql {
  return sql`visible_agenda_items(:caller) i where i.event_id = ${event}.id and i.archived_at is null`;
}

/** How many items the agenda of a visible event has for the caller. */
export function agendaItemCount(event: Sql): Sql {
  return sql`(select count(*) from ${agendaItemsOf(event)})`;
}

/** How events concern the hosts of their agenda items. */
export const eventsByHost: EventsBy = {
  organization: sql`select i.event_id from agenda_item_hosts h join visible_agenda_items(:caller) i on i.id = h.item_id
    where ${isOrganization(sql`h.organization_id`)} and i.archived_at is null`,
};
