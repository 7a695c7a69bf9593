import { type Sql, joinSql, list, object, shownName, shownText, sql } from '#platform';
import { isExpected } from '#records';
import { delegationsIn } from './link-chosen.fragments.js';

/** Who speaks for their side: the first to be named beside a meeting. */
const SPEAKING = sql`'host', 'chair', 'speaker', 'greeter', 'signatory'`;

/** People are named where the office chose so, and to themselves. */
const namedPeople = sql`(select x.* from visible_people(:caller) x
  where reader.shows_people or x.id = reader.subject_id)`;

/** Whom a person comes for in the delegations of an event: the organization that they are sent by, or the delegation. */
function senderOf(personId: Sql, eventId: Sql): Sql {
  return sql`(select coalesce(${shownName(sql`o`)}, ${shownName(sql`d`)}) from visible_delegation_members(:caller) m
      join visible_delegations(:caller) d on d.id = m.delegation_id
      left join visible_organizations(:caller) o on o.id = m.organization_id
    where m.person_id = ${personId} and m.archived_at is null and ${isExpected(sql`m.status`)}
      and m.delegation_id in (${delegationsIn(eventId)})
    order by m.id limit 1)`;
}

/**
 * Who takes part by a row: a person, where people are named, or else whom the person belongs to, a delegation or a group.
 * @param eventId of the event that it belongs to
 */
function nameOf(row: Sql, eventId: Sql): Sql {
  const nameIn = (table: Sql, id: Sql): Sql =>
    sql`(select ${shownName(sql`x`)} from ${table} x where x.id = ${row}.${id})`;
  const names = [
    nameIn(namedPeople, sql`person_id`),
    nameIn(sql`visible_organizations(:caller)`, sql`organization_id`),
    nameIn(sql`visible_delegations(:caller)`, sql`delegation_id`),
    shownText(sql`${row}."group" -> 'label'`),
    senderOf(sql`${row}.person_id`, eventId),
  ];
  return sql`coalesce(${joinSql(names, sql`, `)})`;
}

/** Who hosts an event as a whole, as rows `h` with a name. */
export function privateHosts(event: Sql): Sql {
  return sql`(
    select p.id, p.speaking_order, ${nameOf(sql`p`, sql`p.event_id`)} as name from visible_participations(:caller) p
    where p.event_id = ${event}.id and p.agenda_item_id is null and p.role = 'host' and p.archived_at is null
      and ${isExpected(sql`p.response`)}) h where h.name is not null`;
}

/** The names of those who speak for each side at an item, as it was published. */
export function speakersOf(item: Sql): Sql {
  return list(
    object({ side: sql`s.side`, name: sql`s.name` }),
    sql`(select p.id, p.side, p.speaking_order, ${nameOf(sql`q`, sql`p.event_id`)} as name
      from visible_published_participations(:caller) q join visible_participations(:caller) p on p.id = q.participation_id
      where q.publication_id = ${item}.publication_id and q.item_id = ${item}.id and q.role in (${SPEAKING})
        and ${isExpected(sql`p.response`)}) s where s.name is not null`,
    sql`s.speaking_order, s.id`,
  );
}
