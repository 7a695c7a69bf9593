import { agendaItemReference } from '#agendas';
import { agreementReference, hasBound, obligationReference } from '#agreements';
import { entryReference } from '#briefings';
import { CALLED_OFF, eventReference } from '#events';
import { type Sql, list, object, reference, shownText, sql, words } from '#platform';
import { actor, identityFields, makingFields, statusHistory, visibilityOf, visibleToOf } from '#records';
import { outcomeReference } from '../outcomes/outcomes.fragments.js';

/** Whether a row of `visible_follow_ups` is open although the last day that it is due has passed. */
export function isOverdue(followUp: Sql): Sql {
  return sql`(${followUp}.is_open and ${followUp}.due_day < :today::date
    and ${isCalledOff(followUp)} is not true and ${isOwed(followUp)} is not false)`;
}

// Looked up row by row: an “exists” would be read for all events and agreements at once.
/** Whether what it comes from is called off: by itself, or with an event that this is part of, however far above. */
function isCalledOff(followUp: Sql): Sql {
  const isOff = (event: Sql): Sql => sql`${event}.status in (${words(CALLED_OFF)})`;
  return sql`case
    when (select i.standing = 'off' from visible_agenda_items(:caller) i where i.id = ${followUp}.agenda_item_id) then true
    else (select ${isOff(sql`v`)} or case when v.parent_id is not null then (
        with recursive whole as (
          select w.parent_id, ${isOff(sql`w`)} as is_off from visible_events(:caller) w where w.id = v.parent_id
          union select w.parent_id, ${isOff(sql`w`)} from whole join visible_events(:caller) w on w.id = whole.parent_id
        ) select coalesce(bool_or(is_off), false) from whole) else false end
      from visible_events(:caller) v where v.id = ${followUp}.concerned_event_id) end`;
}

/** What sees to an obligation is owed where the agreement binds or has bound; null where it sees to none. */
function isOwed(followUp: Sql): Sql {
  return sql`case when ${followUp}.obligation_id is not null then (select ${hasBound(sql`a`)}
    from visible_agreements(:caller) a where a.id = ${followUp}.concerned_agreement_id) end`;
}

function followUpCore(followUp: Sql): Record<string, Sql> {
  return {
    ...identityFields(followUp),
    kind: sql`${followUp}.kind`,
    event: eventReference(sql`${followUp}.event_id`),
    agendaItem: agendaItemReference(sql`${followUp}.agenda_item_id`),
    outcome: outcomeReference(sql`${followUp}.outcome_id`),
    agreement: agreementReference(sql`${followUp}.agreement_id`),
    obligation: obligationReference(sql`${followUp}.obligation_id`),
    entry: entryReference(sql`${followUp}.entry_id`),
    ownerActor: actor(sql`${followUp}.owner_actor_id`),
    ownerPerson: reference(sql`visible_people(:caller)`, sql`${followUp}.owner_person_id`),
    ownerOrganization: reference(sql`visible_organizations(:caller)`, sql`${followUp}.owner_organization_id`),
    due: sql`${followUp}.due`,
    overdue: isOverdue(followUp),
    priority: sql`${followUp}.priority`,
    mandatory: sql`${followUp}.mandatory`,
    status: sql`${followUp}.status`,
    statusReason: sql`(select c.reason from status_changes c where c.record_id = ${followUp}.id order by c.id desc limit 1)`,
    ...visibilityOf(followUp),
    ...makingFields(followUp),
  };
}

/** A row of `visible_follow_ups` in a list. */
export function followUpItem(followUp: Sql): Sql {
  return object({ ...followUpCore(followUp), title: shownText(sql`${followUp}.title`) });
}

/** A row of `visible_follow_ups` with everything that is said of it. */
export function followUpView(followUp: Sql): Sql {
  return object({
    ...followUpCore(followUp),
    title: sql`${followUp}.title`,
    resolution: sql`${followUp}.resolution`,
    ...visibleToOf(followUp),
    statusHistory: statusHistory(sql`${followUp}.id`),
  });
}

/**
 * The titles of the mandatory follow-ups of a visible event that are neither done nor waived, whoever may see them; null for
 * one that the caller does not see.
 */
export function unfinishedMandatory(event: Sql): Sql {
  return list(
    sql`(select ${shownText(sql`s.title`)} from visible_follow_ups(:caller) s where s.id = f.id)`,
    sql`all_follow_ups(:caller) f where f.concerned_event_id = ${event}.id and f.mandatory
      and f.status not in ('done', 'waived') and f.archived_at is null`,
    sql`f.urgency, f.id`,
  );
}

/** `{ id, name, status }` of the follow-ups of a visible event, its agenda and its outcomes, the most urgent first. */
export function followUpsOf(event: Sql, condition = sql`true`): Sql {
  return list(
    object({ id: sql`f.id`, name: shownText(sql`f.title`), status: sql`f.status` }),
    sql`visible_follow_ups(:caller) f
      where f.concerned_event_id = ${event}.id and f.archived_at is null and ${condition}`,
    sql`f.urgency, f.id`,
  );
}

/** Those of them that are open. */
export function openFollowUps(event: Sql): Sql {
  return followUpsOf(event, sql`f.is_open`);
}
