import { hasEnded } from '#directory';
import { type Sql, type Statement, instant, list, object, shownName, sql, statement } from '#platform';

/** The most people whose contacts one file holds. */
export const MOST_CONTACTS = 500;

const employer = object({
  name: shownName(sql`o`),
  parent: sql`(select ${shownName(sql`w`)} from visible_organizations(:caller) w where w.id = o.parent_id)`,
});

const positions = list(
  object({ title: sql`p.title`, organization: employer }),
  sql`visible_positions(:caller) p join visible_organizations(:caller) o on o.id = p.organization_id
    where p.person_id = e.id and p.archived_at is null and not ${hasEnded(sql`p`)}`,
  sql`p.id`,
);

const contact = object({
  id: sql`e.id`,
  name: shownName(sql`e`),
  names: sql`e.names`,
  familyName: sql`e.family_name`,
  givenName: sql`e.given_name`,
  honorific: sql`e.honorific`,
  languages: sql`e.languages`,
  email: sql`e.email`,
  phone: sql`e.phone`,
  updatedAt: instant(sql`e.updated_at`),
  positions,
});

/** The contacts of some people, one more than a file holds, where what they belong to is there. */
function contactsOf(name: string, whole: Sql, people: Sql): Statement {
  const chosen = sql`(select * from visible_people(:caller) one where one.archived_at is null and one.id in (${people})
    order by one.sort_name, one.id limit ${MOST_CONTACTS + 1}) e`;
  return statement(
    name,
    sql`select ${list(contact, chosen, sql`e.sort_name, e.id`)} from ${whole} w where w.id = :id and w.archived_at is null`,
  );
}

const eventPeople = sql`select p.person_id from visible_participations(:caller) p where p.event_id = :id and p.archived_at is null`;

/** Whose contacts a file holds. */
export const CONTACTS = {
  person: contactsOf('contact', sql`visible_people(:caller)`, sql`select :id::uuid`),
  delegation: contactsOf(
    'contacts-of-delegation',
    sql`visible_delegations(:caller)`,
    sql`select m.person_id from visible_delegation_members(:caller) m where m.delegation_id = :id and m.archived_at is null`,
  ),
  visit: contactsOf('contacts-of-visit', eventsOf('visit'), eventPeople),
  forum: contactsOf('contacts-of-forum', eventsOf('forum'), eventPeople),
} as const;

export type ContactsOf = keyof typeof CONTACTS;

function eventsOf(kind: 'visit' | 'forum'): Sql {
  const own = kind === 'visit' ? sql`'visit'` : sql`'forum'`;
  return sql`(select * from visible_events(:caller) v where v.kind = ${own})`;
}
