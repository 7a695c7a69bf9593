import { agendaItemFields, agendaItemReference, agendaItemsOf } from '#agendas';
import { isOrganization } from '#directory';
import type { EventsBy } from '#events';
import { type Sql, list, object, reference, shownText, sql } from '#platform';
import { identityFields, makingFields } from '#records';

/**
 * What every answer about a visible participation holds.
 * @param agendaItem the JSON of the item it is in; where that is at hand it need not be read again
 */
export function participationCore(
  participation: Sql,
  agendaItem: Sql = agendaItemReference(sql`${participation}.agenda_item_id`),
): Record<string, Sql> {
  return {
    ...identityFields(participation),
    agendaItem,
    person: reference(sql`visible_people(:caller)`, sql`${participation}.person_id`),
    organization: reference(sql`visible_organizations(:caller)`, sql`${participation}.organization_id`),
    delegation: reference(sql`visible_delegations(:caller)`, sql`${participation}.delegation_id`),
    side: sql`${participation}.side`,
    role: sql`${participation}.role`,
    response: sql`${participation}.response`,
    speakingOrder: sql`${participation}.speaking_order`,
    seat: sql`${participation}.seat`,
    ...makingFields(participation),
  };
}

/** The texts of a participation in every language. */
export function participationTexts(participation: Sql): Record<string, Sql> {
  return {
    group: sql`${participation}."group"`,
    placeholder: sql`${participation}.placeholder`,
    onBehalfOf: sql`${participation}.on_behalf_of`,
    title: sql`${participation}.title`,
  };
}

/** The participations in a visible event as a whole, in the order of speaking, as `ParticipationView` describes each. */
export function participantsOf(event: Sql): Sql {
  return participationsWhere(sql`p.event_id = ${event}.id and p.agenda_item_id is null`, sql`null::json`);
}

/** The agenda of a visible event with its participants, as `AgendaItemWithParticipants` describes each item. */
export function agendaOf(event: Sql): Sql {
  const ownItem = object({ id: sql`i.id`, title: shownText(sql`i.title`) });
  const participants = participationsWhere(sql`p.agenda_item_id = i.id`, ownItem);
  return list(
    object({ ...agendaItemFields(sql`i`), participants }),
    agendaItemsOf(event),
    sql`i.position, i.id`,
  );
}

function participationsWhere(condition: Sql, agendaItem: Sql): Sql {
  return list(
    object({ ...participationCore(sql`p`, agendaItem), ...participationTexts(sql`p`) }),
    sql`visible_participations(:caller) p where ${condition} and p.archived_at is null`,
    sql`p.speaking_order, p.id`,
  );
}

const participations = sql`visible_participations(:caller) p`;

/** How events concern those who take part, themselves or with their delegation. */
export const eventsByParticipant: EventsBy = {
  person: sql`select p.event_id from ${participations} where p.person_id = :person and p.archived_at is null
    union all
    select p.event_id from visible_delegation_members(:caller) m join ${participations} on p.delegation_id = m.delegation_id
    where m.person_id = :person and m.archived_at is null and p.archived_at is null`,
  organization: sql`select p.event_id from ${participations} where ${isOrganization(sql`p.organization_id`)} and p.archived_at is null
    union all
    select p.event_id from delegation_organizations o join ${participations} on p.delegation_id = o.delegation_id
    where ${isOrganization(sql`o.organization_id`)} and p.archived_at is null
    union all
    select p.event_id from visible_delegation_members(:caller) m join ${participations} on p.delegation_id = m.delegation_id
    where ${isOrganization(sql`m.organization_id`)} and m.archived_at is null and p.archived_at is null`,
  delegation: sql`select p.event_id from ${participations} where p.delegation_id = :delegation and p.archived_at is null`,
};
