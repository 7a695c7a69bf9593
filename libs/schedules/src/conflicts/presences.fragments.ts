import { isSeen, placeOfItem } from '#agendas';
import { isTravelling } from '#delegations';
import { type Sql, sql } from '#platform';
import { isExpected } from '#records';
import { LONGEST_TRAVEL, takesPlace } from './certainty.fragments.js';

const participations = sql`visible_participations(:caller) p`;
const busyParticipations = sql`busy_participations(:caller) p`;
const busyDelegations = sql`busy_delegations(:caller) d`;
const isComing = sql`p.archived_at is null and p.agenda_item_id is not null and ${isExpected(sql`p.response`)}`;
const travels = isTravelling(sql`d`);

/** The members `m` of a delegation `d` who travel. */
export const members = sql`visible_delegation_members(:caller) m on m.delegation_id = d.id
  and m.archived_at is null and ${isExpected(sql`m.status`)}`;

const busyMembers = sql`busy_delegation_members(:caller) m on m.delegation_id = d.id
  and m.archived_at is null and ${isExpected(sql`m.status`)}`;

/** The ids of the items that a person is expected at, also as a member of a delegation, whoever may see that. */
export function itemsOfPerson(person: Sql): Sql {
  return itemsAmong(
    busyParticipations,
    sql`${busyDelegations} on d.id = p.delegation_id join ${busyMembers}`,
    person,
  );
}

/** Those of them that the caller may see the person take part in. */
export function seenItemsOfPerson(person: Sql): Sql {
  return itemsAmong(
    participations,
    sql`visible_delegations(:caller) d on d.id = p.delegation_id join ${members}`,
    person,
  );
}

function itemsAmong(participants: Sql, delegated: Sql, person: Sql): Sql {
  return sql`
    select p.agenda_item_id from ${participants} where ${isComing} and p.person_id = ${person}
    union all
    select p.agenda_item_id from ${participants} join ${delegated}
    where ${isComing} and ${travels} and m.person_id = ${person}`;
}

/**
 * Who is expected at the items `own`: `part` are their participants, `somebody` the people among them and in their
 * delegations, `team` who of those belongs to which delegation.
 * Ids are handed on as arrays, to read indexes by: Postgres cannot know how many rows a table of a `with` has.
 */
const people = sql`
  named as materialized (
    select p.agenda_item_id as item_id, p.person_id, p.delegation_id from ${participations}
    where p.agenda_item_id = any (array(select id from own)) and ${isComing}
  ), travelling as materialized (
    select d.id from visible_delegations(:caller) d where d.id = any (array(select delegation_id from named)) and ${travels}
  ), part as materialized (
    select * from named where person_id is not null or delegation_id in (select id from travelling)
  ), somebody as materialized (
    select person_id as id from part where person_id is not null
    union
    select m.person_id from visible_delegations(:caller) d join ${members}
    where m.person_id is not null and d.id = any (array(select delegation_id from part))
  ), team as materialized (
    select d.id as delegation_id, m.person_id, m.role = 'interpreter' as interprets from ${busyDelegations} join ${busyMembers}
    where ${travels} and m.person_id = any (array(select id from somebody))
  )`;

/**
 * Where else those people and delegations are expected: `slot` are the items around that time. Who comes with a delegation
 * that the caller may not see is at an item that is not told to the caller (`is_told`), nor is one that is not seen.
 */
const appearances = sql`
  span as materialized (
    select tstzrange(min(lower(during)) - ${LONGEST_TRAVEL}, max(upper(during)) + ${LONGEST_TRAVEL}, '[]') as around from own
  ), appearance as materialized (
    select p.agenda_item_id as item_id, p.person_id, null::uuid as delegation_id, p.role = 'interpreter' as interprets,
      true as is_told
    from ${busyParticipations} where ${isComing} and p.person_id = any (array(select id from somebody))
    union all
    select p.agenda_item_id, null, p.delegation_id, p.role = 'interpreter',
      exists (select from visible_delegations(:caller) seen where seen.id = d.id)
    from ${busyParticipations} join ${busyDelegations} on d.id = p.delegation_id and ${travels}
    where ${isComing} and p.delegation_id = any (array(select delegation_id from team union select delegation_id from part))
  ), slot as materialized (
    select n.id as item_id, n.parent_id, n.during, n.starts_at, coalesce(n.ends_at, n.starts_at) as ends_at,
      ${placeOfItem(sql`n`, sql`e.place_id`)} as stop_id, n.id in (select own.id from own) as is_own, ${isSeen(sql`n`)} as is_seen
    from busy_agenda_items(:caller) n join busy_events(:caller) e on e.id = n.event_id
    where n.id = any (array(select distinct item_id from appearance)) and n.during && (select around from span) and ${takesPlace(sql`n`, sql`e`)}
  )`;

/**
 * People who are expected through the same delegations and not by themselves have one timetable: it is made and looked
 * through once for all of them. `presence` is who is named at which item, `crew` who is expected wherever the same
 * `subjects` are.
 */
const crews = sql`
  presence as materialized (
    select coalesce(a.person_id, a.delegation_id) as subject_id, a.delegation_id is not null as is_delegation, a.interprets,
      a.is_told and s.is_seen as is_told, s.*
    from appearance a join slot s using (item_id)
  ), crew as materialized (
    select people[1] as id, people, subjects, interpret from (
      select array_agg(person_id order by person_id) as people, subjects, interpret from (
        select person_id, array_agg(subject_id order by subject_id) as subjects, array_agg(interprets order by subject_id) as interpret
        from (
          select person_id, delegation_id as subject_id, interprets from team
          union all
          select person_id, person_id, false from (select distinct person_id from appearance where person_id is not null) t
        ) t where subject_id in (select subject_id from presence) group by person_id
      ) t group by subjects, interpret
    ) t
  )`;

const SLOT = sql`p.item_id, p.parent_id, p.during, p.starts_at, p.ends_at, p.stop_id, p.is_own`;

/**
 * The tables of a `with` that lead to `timeline`: where every crew and every delegation that is expected at the items
 * `own` is expected, each once for each item, around that time.
 */
export const timeline = sql`${people}, ${appearances}, ${crews},
  timeline as materialized (
    select c.id as subject_id, false as is_delegation, bool_or((p.interprets or means.interprets) and p.is_told) as interprets,
      bool_or(p.is_told) as is_told, ${SLOT}
    from crew c cross join lateral unnest(c.subjects, c.interpret) means(subject_id, interprets)
      join presence p using (subject_id)
    group by c.id, ${SLOT}
    union all
    select distinct p.subject_id, true, false, p.is_told, ${SLOT} from presence p where p.is_delegation
  )`;

/** The people of crews, given an array of their ids; each is of one crew only. */
export function peopleOf(crewIds: Sql): Sql {
  return sql`array(select person from crew c cross join lateral unnest(c.people) person where c.id = any (${crewIds}) order by person)`;
}
