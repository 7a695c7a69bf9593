import { agendaItemReference } from '#agendas';
import { agreementReference } from '#agreements';
import { eventReference, topicsOf } from '#events';
import {
  type Collection,
  type Sql,
  allOf,
  fewOf,
  list,
  object,
  reference,
  referenceTo,
  shownText,
  sql,
} from '#platform';
import { identityFields, makingFields, statusHistory, visibilityOf, visibleToOf } from '#records';

function outcomeCore(outcome: Sql): Record<string, Sql> {
  return {
    ...identityFields(outcome),
    event: eventReference(sql`${outcome}.event_id`),
    agendaItem: agendaItemReference(sql`${outcome}.agenda_item_id`),
    agreement: agreementReference(sql`${outcome}.agreement_id`),
    kind: sql`${outcome}.kind`,
    status: sql`${outcome}.status`,
    quantity: sql`${outcome}.quantity`,
    expected: sql`${outcome}.expected`,
    delivered: sql`${outcome}.delivered`,
    presentedAtEvent: eventReference(sql`${outcome}.presented_at_event_id`),
    announcedAtEvent: eventReference(sql`${outcome}.announced_at_event_id`),
    ledToAgreement: agreementReference(sql`${outcome}.led_to_agreement_id`),
    ...visibilityOf(outcome),
    ...makingFields(outcome),
  };
}

/** What is said of a row of `visible_outcomes` in lists of their own, by the name of each. */
function collectionsOf(outcome: Sql): Readonly<Record<string, Collection>> {
  const actor = object({
    person: reference(sql`visible_people(:caller)`, sql`a.person_id`),
    organization: reference(sql`visible_organizations(:caller)`, sql`a.organization_id`),
  });
  const followUp = object({ id: sql`f.id`, name: shownText(sql`f.title`), status: sql`f.status` });
  return {
    topics: topicsOf(sql`outcome_topics`, sql`outcome_id`, sql`${outcome}.id`),
    places: [
      reference(sql`visible_places(:caller)`, sql`p.place_id`),
      sql`outcome_places p where p.outcome_id = ${outcome}.id`,
      sql`p.position`,
    ],
    actors: [actor, sql`outcome_actors a where a.outcome_id = ${outcome}.id`, sql`a.position`],
    followUps: [
      followUp,
      sql`visible_follow_ups(:caller) f where f.outcome_id = ${outcome}.id and f.archived_at is null`,
      sql`f.id`,
    ],
  };
}

/** A row of `visible_outcomes` in a list. */
export function outcomeItem(outcome: Sql): Sql {
  return object({
    ...outcomeCore(outcome),
    text: shownText(sql`${outcome}.text`),
    ...fewOf(collectionsOf(outcome)),
  });
}

/** A row of `visible_outcomes` with everything that is said of it. */
export function outcomeView(outcome: Sql): Sql {
  return object({
    ...outcomeCore(outcome),
    text: sql`${outcome}.text`,
    ...allOf(collectionsOf(outcome)),
    ...visibleToOf(outcome),
    statusHistory: statusHistory(sql`${outcome}.id`),
  });
}

/** `{ id, name, status }` of the outcomes of a visible event and of its agenda, as they were recorded. */
export function outcomesOf(event: Sql): Sql {
  return list(
    object({ id: sql`o.id`, name: shownText(sql`o.text`), status: sql`o.status` }),
    sql`visible_outcomes(:caller) o where o.concerned_event_id = ${event}.id and o.archived_at is null`,
    sql`o.id`,
  );
}

/** `{ id, name }` of an outcome, its name what came out; null where there is none for the caller. */
export function outcomeReference(id: Sql): Sql {
  return sql`(select ${referenceTo(sql`ref`, { name: shownText(sql`ref.text`) })}
    from visible_outcomes(:caller) ref where ref.id = ${id})`;
}
