import { agendaItemFields, agendaItemReference, agendaItemsOf } from '#agendas';
import { isOrganization, isWithin, makingFieldsOfSomebody } from '#directory';
import type { IdsBy } from '#events';
import { type Collection, type Sql, list, object, reference, shownText, sql } from '#platform';
import { identityFields, usedPartFields } from '#records';

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
    ...makingFieldsOfSomebody(participation),
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

/** The participations in a visible event as a whole, in the order of speaking, as `ParticipationPart` describes each. */
export function participantsOf(event: Sql): Sql {
  return participationsWhere(sql`p.event_id = ${event}.id and p.agenda_item_id is null`, sql`null::json`);
}

/** The agenda of a visible event with its participants, as `AgendaItemWithParticipants` describes each item. */
export function agendaOf(event: Sql): Sql {
  const ownItem = object({ id: sql`i.id`, title: shownText(sql`i.title`) });
  const participants = participationsWhere(sql`p.agenda_item_id = i.id`, ownItem);
  return list(
    object({ ...usedPartFields(agendaItemFields(sql`i`)), participants }),
    agendaItemsOf(event),
    sql`i.position, i.id`,
  );
}

function participationsWhere(condition: Sql, agendaItem: Sql): Sql {
  return list(
    object({ ...usedPartFields(participationCore(sql`p`, agendaItem)), ...participationTexts(sql`p`) }),
    sql`visible_participations(:caller) p where ${condition} and p.archived_at is null`,
    sql`p.speaking_order, p.id`,
  );
}

/** Those who take part in a visible agenda item, in the order of speaking, as `ItemParticipantView` describes each. */
export function participantsOfItem(item: Sql): Collection {
  const participant = object({
    id: sql`p.id`,
    person: reference(sql`visible_people(:caller)`, sql`p.person_id`),
    organization: reference(sql`visible_organizations(:caller)`, sql`p.organization_id`),
    delegation: reference(sql`visible_delegations(:caller)`, sql`p.delegation_id`),
    unnamed: sql`coalesce(${shownText(sql`p.placeholder`)}, ${shownText(sql`p."group" -> 'label'`)})`,
    role: sql`p.role`,
    title: shownText(sql`p.title`),
  });
  return [
    participant,
    sql`visible_participations(:caller) p where p.agenda_item_id = ${item}.id and p.archived_at is null`,
    sql`p.speaking_order, p.id`,
  ];
}

const participations = sql`visible_participations(:caller) p`;
const members = sql`visible_delegation_members(:caller) m`;
const represented = sql`delegation_organizations o join visible_delegations(:caller) d on d.id = o.delegation_id`;

/**
 * How what people take part in concerns them, their organizations and delegations, and where these come from.
 * @param column what is asked for of a participation: its event or its item
 */
function idsByParticipant(column: Sql): IdsBy {
  const direct = (condition: Sql): Sql =>
    sql`select p.${column} from ${participations} where ${condition} and p.archived_at is null`;
  const through = (rows: Sql, delegation: Sql, condition: Sql): Sql =>
    sql`select p.${column} from ${rows} join ${participations} on p.delegation_id = ${delegation}
      where ${condition} and p.archived_at is null`;
  const asMember = (condition: Sql): Sql =>
    through(members, sql`m.delegation_id`, sql`${condition} and m.archived_at is null`);
  return {
    origin: (asked) =>
      through(sql`visible_delegations(:caller) d`, sql`d.id`, isWithin(sql`d.origin_place_id`, asked)),
    person: (asked) =>
      sql`${direct(sql`p.person_id = ${asked}`)} union all ${asMember(sql`m.person_id = ${asked}`)}`,
    organization: (asked) => sql`${direct(isOrganization(sql`p.organization_id`, asked))}
      union all
      ${through(represented, sql`o.delegation_id`, isOrganization(sql`o.organization_id`, asked))}
      union all
      ${asMember(isOrganization(sql`m.organization_id`, asked))}`,
    delegation: (asked) => direct(sql`p.delegation_id = ${asked}`),
  };
}

/** How events concern those who take part in them or in an item of their agenda. */
export const eventsByParticipant = idsByParticipant(sql`event_id`);

/** How items of agendas concern those who take part in them. */
export const itemsByParticipant = idsByParticipant(sql`agenda_item_id`);
