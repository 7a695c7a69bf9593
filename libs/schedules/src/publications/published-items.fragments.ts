import { sequenceWithWhole } from '#agendas';
import { type Sql, list, object, reference, shownText, sql } from '#platform';

/** What an item `i` was like when it was published. */
export function publishedState(item: Sql): Record<string, Sql> {
  return {
    title: shownText(sql`${item}.title`),
    kind: sql`${item}.kind`,
    status: sql`${item}.status`,
    audience: sql`${item}.audience`,
    place: reference(sql`visible_places(:caller)`, sql`${item}.place_id`),
    startsAt: sql`public.local_instant(${item}.starts_at, ${item}.starts_local)`,
    endsAt: sql`public.local_instant(${item}.ends_at, ${item}.ends_local)`,
    on: sql`${item}.on_date`,
    timeZone: sql`${item}.time_zone`,
  };
}

const group = object({ label: shownText(sql`q."group" -> 'label'`), quantity: sql`q."group" -> 'quantity'` });

/** Who took part, as rows `q`, in a stable order. */
export function participantList(rows: Sql): Sql {
  const participant = object({
    person: reference(sql`visible_people(:caller)`, sql`q.person_id`),
    organization: reference(sql`visible_organizations(:caller)`, sql`q.organization_id`),
    delegation: reference(sql`visible_delegations(:caller)`, sql`q.delegation_id`),
    group: sql`case when q."group" is not null then ${group} end`,
    placeholder: shownText(sql`q.placeholder`),
    role: sql`q.role`,
  });
  return list(participant, rows, sql`q.participation_id`);
}

const columns = (row: Sql, id: Sql, position: Sql): Sql =>
  sql`${row}.${id} as id, ${row}.${position} as position, ${row}.title, ${row}.abstract, ${row}.starts_at, ${row}.ends_at, ${row}.time_zone,
    ${row}.on_date, ${row}.leg_id, ${row}.place_id, ${row}.status, ${row}.uid, ${row}.created_at, ${row}.updated_at`;

/**
 * The agenda of an event as others are shown it, as rows `i`: the version published last, without what was put away
 * since, or, where there is none or `:draft` asks for it, the one that is worked on.
 */
export function shownAgendaOf(event: Sql): Sql {
  return sql`(
    select ${columns(sql`n`, sql`id`, sql`position`)}, ${sequenceWithWhole(sql`n`)} as sequence, n.standing
    from visible_agenda_items(:caller) n
    where n.event_id = ${event}.id and n.archived_at is null
      and (:draft::boolean or not exists (select from visible_agenda_publications(:caller) p where p.event_id = ${event}.id))
    union all
    select ${publishedColumns(event)}
    from ${publishedLast(event)} and not :draft::boolean
  ) i`;
}

/**
 * The agenda of an event in the version published last, without what was put away since, as rows `i`, which also tell the
 * version, for whom an item was meant and is now, and what it is part of; no rows where none was published.
 */
export function publishedAgendaOf(event: Sql): Sql {
  return sql`(
    select ${publishedColumns(event)}, n.publication_id, n.audience, own.audience as audience_now, own.parent_id
    from ${publishedLast(event)}
  ) i`;
}

function publishedColumns(event: Sql): Sql {
  return sql`${columns(sql`n`, sql`item_id`, sql`place_in_order`)}, n.sequence + own.whole_sequence as sequence,
      ${publishedStanding(sql`n`, sql`own.parent_id`, sql`${event}.status`)} as standing`;
}

/** How a published item stands within an event, as it was published and with what it is part of. */
export function publishedStanding(item: Sql, parentId: Sql, eventStatus: Sql): Sql {
  const whole = sql`public.published_status(${item}.publication_id, ${parentId})`;
  return sql`public.standing_of(${item}.status, ${eventStatus}, public.standing_of(${whole}, ${eventStatus}, null))`;
}

function publishedLast(event: Sql): Sql {
  return sql`visible_published_items(:caller) n join visible_agenda_items(:caller) own on own.id = n.item_id
    where own.archived_at is null and n.publication_id = (
      select p.id from visible_agenda_publications(:caller) p where p.event_id = ${event}.id order by p.number desc limit 1)`;
}
