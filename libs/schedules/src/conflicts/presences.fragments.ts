import { type Sql, sql } from '#platform';
import { LONGEST_TRAVEL, isExpected, stands } from './conflict.rules.js';

const participations = sql`visible_participations(:caller) p`;
const isComing = sql`p.archived_at is null and p.agenda_item_id is not null and ${isExpected(sql`p.response`)}`;
const isTravelling = sql`d.archived_at is null and d.status not in ('withdrawn', 'cancelled')`;

/** The members `m` of a delegation `d` who travel. */
export const members = sql`delegation_members m on m.delegation_id = d.id
  and m.archived_at is null and ${isExpected(sql`m.status`)}`;

/** The ids of the items that a person is expected at, also as a member of a delegation. */
export function itemsOfPerson(person: Sql): Sql {
  return sql`
    select p.agenda_item_id from ${participations} where ${isComing} and p.person_id = ${person}
    union all
    select p.agenda_item_id from ${participations} join delegations d on d.id = p.delegation_id and ${isTravelling} join ${members}
    where ${isComing} and m.person_id = ${person}`;
}

/**
 * Who is expected at the items `own`: `part` are their participants, `somebody` the people among them and in their
 * delegations, `team` who of those belongs to which delegation.
 * Ids are handed on as arrays, for which indexes are read; how many rows a table of a `with` has, Postgres cannot know.
 */
const people = sql`
  part as materialized (
    select p.agenda_item_id as item_id, p.person_id, p.delegation_id, own.capacity is not null as is_confined
    from own join ${participations} on p.agenda_item_id = own.id left join delegations d on d.id = p.delegation_id
    where ${isComing} and (p.person_id is not null or p.delegation_id is not null and ${isTravelling})
  ), somebody as materialized (
    select person_id as id from part where person_id is not null
    union
    select m.person_id from delegations d join ${members}
    where m.person_id is not null and d.id = any (array(select delegation_id from part))
  ), team as materialized (
    select d.id as delegation_id, m.person_id, m.role = 'interpreter' as interprets from delegations d join ${members}
    where ${isTravelling} and m.person_id = any (array(select id from somebody))
  )`;

/** Where else those people and delegations are expected: `slot` are the items around that time. */
const appearances = sql`
  span as materialized (
    select tstzrange(min(lower(during)) - ${LONGEST_TRAVEL}, max(upper(during)) + ${LONGEST_TRAVEL}, '[]') as around from own
  ), appearance as materialized (
    select p.agenda_item_id as item_id, p.person_id, null::uuid as delegation_id, p.role = 'interpreter' as interprets
    from ${participations} where ${isComing} and p.person_id = any (array(select id from somebody))
    union all
    select p.agenda_item_id, null, p.delegation_id, p.role = 'interpreter'
    from ${participations} join delegations d on d.id = p.delegation_id and ${isTravelling}
    where ${isComing} and p.delegation_id = any (array(select delegation_id from team union select delegation_id from part))
  ), slot as materialized (
    select n.id as item_id, n.parent_id, n.during, n.starts_at, coalesce(n.ends_at, n.starts_at) as ends_at,
      coalesce(n.place_id, l.place_id) as stop_id, n.id in (select own.id from own) as is_own
    from visible_agenda_items(:caller) n join visible_events(:caller) e on e.id = n.event_id
      left join event_legs l on l.id = n.leg_id
    where n.id = any (array(select distinct item_id from appearance)) and n.during && (select around from span) and ${stands(sql`n`, sql`e`)}
  )`;

/**
 * The tables of a `with` that lead to `timeline`: where everybody who is expected at the items `own` is expected, each
 * once for each item, around that time.
 */
export const timeline = sql`${people}, ${appearances},
  timeline as materialized (
    select t.subject_id, t.is_delegation, t.interprets, s.* from slot s join (
      select subject_id, is_delegation, item_id, bool_or(interprets) as interprets from (
        select person_id as subject_id, false as is_delegation, item_id, interprets from appearance where person_id is not null
        union all
        select t.person_id, false, a.item_id, a.interprets or t.interprets
        from appearance a join team t on t.delegation_id = a.delegation_id
        union all
        select delegation_id, true, item_id, false from appearance where delegation_id is not null
      ) t group by 1, 2, 3
    ) t on t.item_id = s.item_id
  )`;
