import { isWithin } from '#directory';
import { type Sql, joinSql, sql } from '#platform';
import { isExpected } from '#records';

const isAbout = (kind: string): Sql => sql`reader.subject_kind = '${kind as Sql}'`;

/** The delegations that the person belongs to. */
const ownDelegations = sql`select m.delegation_id from visible_delegation_members(:caller) m
  where ${isAbout('person')} and m.person_id = reader.subject_id and m.archived_at is null and ${isExpected(sql`m.status`)}`;

const isSubject = sql`(${isAbout('person')} and p.person_id = reader.subject_id
  or ${isAbout('delegation')} and p.delegation_id = reader.subject_id
  or p.delegation_id in (${ownDelegations}))`;

/**
 * Which events a calendar is made of, as rows of an id, whether the event has an entry itself, and whether all items of
 * its agenda that are for the audience have.
 */
export const chosenEvents = joinSql(
  [
    sql`select reader.subject_id as id, true as shown, true as whole where reader.subject_kind in ('visit', 'forum')`,
    sql`select x.id, true, false from visible_events(:caller) x where ${isAbout('forum')} and x.parent_id = reader.subject_id`,
    sql`select x.id, true, false from visible_events(:caller) x
      where ${isAbout('office')} and x.latest_day >= :from::date and x.earliest_day <= :to::date`,
    sql`select x.id, true, true from visible_events(:caller) x where ${isAbout('actor')} and x.responsible_id = reader.subject_id`,
    sql`select v.event_id, true, true from visit_delegations v where ${isAbout('delegation')} and v.delegation_id = reader.subject_id`,
    sql`select v.event_id, true, true from visit_delegations v where v.delegation_id in (${ownDelegations})`,
    sql`select p.event_id, p.agenda_item_id is null, p.agenda_item_id is null and p.person_id is null
      from visible_participations(:caller) p
      where reader.subject_kind in ('person', 'delegation') and ${isSubject}
        and p.archived_at is null and ${isExpected(sql`p.response`)}`,
    sql`select w.event_id, ${isWithin(sql`x.place_id`, sql`reader.subject_id`)}, false
      from event_places w join visible_events(:caller) x on x.id = w.event_id
      where ${isAbout('place')} and w.place_id = reader.subject_id`,
  ],
  sql` union all `,
);

/** Whether somebody whom the calendar is about takes part in an item `i`, as it was published. */
const takesPart = sql`exists (
  select from published_participations q join visible_participations(:caller) p on p.id = q.participation_id
  where q.publication_id = i.publication_id and q.item_id = i.id and ${isExpected(sql`p.response`)}
    and (q.person_id = p.person_id or q.delegation_id = p.delegation_id) and ${isSubject})`;

/** Whether an item `i` on a leg `l` of an event `e` that was chosen belongs into the calendar. */
export const isItemChosen = sql`i.audience = any (reader.audiences) and i.audience_now = any (reader.audiences)
  and (e.whole
    or reader.subject_kind in ('person', 'delegation') and ${takesPart}
    or ${isAbout('place')} and ${isWithin(sql`coalesce(i.place_id, l.place_id, e.place_id)`, sql`reader.subject_id`)})`;
