import { isTravelling } from '#delegations';
import { isWithin } from '#directory';
import { type Sql, joinSql, sql } from '#platform';
import { isExpected } from '#records';
import type { SubjectKind } from './calendar-link.rules.js';

/** The delegation that a calendar is about, unless it does not come. */
const delegationItself = sql`select d.id from visible_delegations(:caller) d
  where d.id = reader.subject_id and ${isTravelling(sql`d`)}`;

/** The delegations that the person comes with. */
const ownDelegations = sql`select m.delegation_id from visible_delegation_members(:caller) m
  join visible_delegations(:caller) d on d.id = m.delegation_id and ${isTravelling(sql`d`)}
  where m.person_id = reader.subject_id and m.archived_at is null and ${isExpected(sql`m.status`)}`;

const isSelf = sql`p.person_id = reader.subject_id`;
const isOwnDelegation = sql`p.delegation_id in (${ownDelegations})`;
const isDelegation = sql`p.delegation_id in (${delegationItself})`;

const isInDays = sql`x.latest_day >= :from::date and x.earliest_day <= :to::date`;

const subjectItself = sql`select reader.subject_id as id, true as shown, true as whole`;

/** What a participation leads to: the event, whole where a delegation takes part in all of it. */
function eventsWith(isSubject: Sql): Sql {
  return sql`select p.event_id as id, p.agenda_item_id is null as shown, p.agenda_item_id is null and p.person_id is null as whole
    from visible_participations(:caller) p
    where ${isSubject} and p.archived_at is null and ${isExpected(sql`p.response`)}`;
}

function visitsOf(isDelegationChosen: Sql): Sql {
  return sql`select v.event_id as id, true as shown, true as whole from visit_delegations v where ${isDelegationChosen}`;
}

const CHOSEN: Readonly<Record<SubjectKind, readonly Sql[]>> = {
  // Each is looked up by itself: no index leads to what is one or the other.
  person: [
    visitsOf(sql`v.delegation_id in (${ownDelegations})`),
    eventsWith(isSelf),
    eventsWith(isOwnDelegation),
  ],
  delegation: [visitsOf(sql`v.delegation_id in (${delegationItself})`), eventsWith(isDelegation)],
  visit: [subjectItself],
  forum: [
    subjectItself,
    sql`select x.id, true, false from visible_events(:caller) x where x.parent_id = reader.subject_id`,
  ],
  place: [
    sql`select w.event_id as id, ${isWithin(sql`x.place_id`, sql`reader.subject_id`)} as shown, false as whole
      from event_places w join visible_events(:caller) x on x.id = w.event_id where w.place_id = reader.subject_id`,
  ],
  actor: [
    sql`select x.id, true as shown, true as whole from visible_events(:caller) x where x.responsible_id = reader.subject_id`,
  ],
  office: [sql`select x.id, true as shown, false as whole from visible_events(:caller) x where ${isInDays}`],
};

/** Whether an event may be told of: to the public, what is public. */
export function isForReader(event: Sql): Sql {
  return sql`(reader.audience <> 'public' or ${event}.visibility = 'public')`;
}

/** The delegations that take part in an event, by its id, as a whole or in something of its agenda. */
export function delegationsIn(eventId: Sql): Sql {
  return sql`select v.delegation_id from visit_delegations v where v.event_id = ${eventId}
    union select t.delegation_id from visible_participations(:caller) t
    where t.event_id = ${eventId} and t.delegation_id is not null and t.archived_at is null and ${isExpected(sql`t.response`)}`;
}

/**
 * The events that a calendar of a kind is made of, as rows of an event, whether it has an entry itself (`shown`), and
 * whether all items of its agenda that are for the audience have (`whole`).
 */
export function chosenEvents(kind: SubjectKind): Sql {
  return sql`
    select x.*, c.shown, c.whole
    from (select chosen.id, bool_or(coalesce(chosen.shown, false)) as shown, bool_or(chosen.whole) as whole
      from (${joinSql(CHOSEN[kind], sql` union all `)}) chosen group by chosen.id) c
      cross join lateral (select v.* from visible_events(:caller) v where v.id = c.id) x
    where x.archived_at is null and (x.kind || 's:read') = any (reader.allowed)
      and (x.id = reader.subject_id or ${isForReader(sql`x`)})
      and ${kind === 'visit' || kind === 'forum' ? sql`true` : isInDays}
    order by x.earliest_day, x.id limit :most::int`;
}

/** Whether somebody whom the calendar is about takes part in an item `i`, as it was published. */
function takesPart(isSubject: Sql): Sql {
  return sql`exists (
    select from visible_published_participations(:caller) q join visible_participations(:caller) p on p.id = q.participation_id
    where q.publication_id = i.publication_id and q.item_id = i.id and ${isExpected(sql`p.response`)}
      and (q.person_id = p.person_id or q.delegation_id = p.delegation_id) and ${isSubject})`;
}

const ITEMS_CHOSEN: Readonly<Record<SubjectKind, Sql | null>> = {
  person: sql`(e.whole or ${takesPart(sql`(${isSelf} or ${isOwnDelegation})`)})`,
  delegation: sql`(e.whole or ${takesPart(isDelegation)})`,
  visit: sql`true`,
  forum: sql`e.whole`,
  place: isWithin(sql`coalesce(i.place_id, l.place_id, e.place_id)`, sql`reader.subject_id`),
  actor: sql`true`,
  office: null,
};

/** Whether an item `i` is meant for the audience, as it was published and as it is now. */
export const isForAudience = sql`i.audience = any (reader.audiences) and i.audience_now = any (reader.audiences)`;

/** Whether an item `i` on a leg `l` of a chosen event `e` belongs into a calendar of a kind; null where none does. */
export function isItemChosen(kind: SubjectKind): Sql | null {
  const chosen = ITEMS_CHOSEN[kind];
  return chosen && sql`${isForAudience} and ${chosen}`;
}
