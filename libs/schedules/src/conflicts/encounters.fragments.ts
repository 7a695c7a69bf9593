import { placeOfItem } from '#agendas';
import { type Sql, sql } from '#platform';
import { takesPlace } from './certainty.fragments.js';
import { peopleOf } from './presences.fragments.js';

/**
 * The tables of a `with` that find who, and which place, two items need at once. Each finding is a row
 * `kind, first_id, second_id, people, delegations`, the first item being the earlier one; those of `untold` the caller may
 * not be told.
 */

/** The items whose conflicts are asked for, given a query for their ids. */
export function ownItems(ids: Sql): Sql {
  return sql`own as materialized (
    select n.*, hall.id as hall_id, hall.capacity
    from visible_agenda_items(:caller) n join visible_events(:caller) own_event on own_event.id = n.event_id
      left join visible_places(:caller) hall on hall.id = ${placeOfItem(sql`n`, sql`own_event.place_id`)}
    where n.id = any (array(${ids})) and ${takesPlace(sql`n`, sql`own_event`)}
  )`;
}

/**
 * People at two items at once. Only what lies in one unbroken stretch of time is compared, and only of people to whom
 * it happens: an agenda in which nothing overlaps costs no more than sorting it.
 */
export const twicePresent = sql`
  stretch as materialized (
    select *, count(*) filter (where begins) over (partition by subject_id order by starts_at, ends_at, item_id) as stretch
    from (
      select *, bool_or(not begins) over (partition by subject_id) as is_twice
      from (
        select *, starts_at >= max(greatest(ends_at, starts_at + interval '1 millisecond'))
          over (partition by subject_id order by starts_at, ends_at, item_id rows between unbounded preceding and 1 preceding) as begins
        from timeline where not is_delegation
      ) t
    ) t where is_twice
  ), met as (
    select case when a.interprets or b.interprets then 'interpreter_twice' else 'person_twice' end as kind,
      a.item_id as first_id, b.item_id as second_id, array_agg(a.subject_id) as crews,
      array_remove(array[case when not a.is_told then a.item_id end, case when not b.is_told then b.item_id end], null) as untold
    from stretch a join stretch b on b.subject_id = a.subject_id and b.stretch = a.stretch
      and (a.starts_at, a.ends_at, a.item_id) < (b.starts_at, b.ends_at, b.item_id) and b.during && a.during
    where (a.is_own and a.is_told or b.is_own and b.is_told) and a.parent_id is distinct from b.item_id and b.parent_id is distinct from a.item_id
    group by 1, 2, 3, 5
  ), present as (
    select kind, first_id, second_id, untold, ${peopleOf(sql`crews`)} as people from met
  )`;

/**
 * Rooms and venues that two items were given at once: `occupied` is what takes place there around that time. What was given
 * none is somewhere where its event is, which has room for more than one.
 */
export const twiceTaken = sql`
  occupied as materialized (
    select o.id, o.place_id, o.parent_id, o.during, o.starts_at, coalesce(o.ends_at, o.starts_at) as ends_at
    from (select distinct place_id from own where place_kind in ('room', 'venue')) hall
      join busy_agenda_items(:caller) o on o.place_id = hall.place_id and o.during && (select range_merge(range_agg(during)) from own)
      join busy_events(:caller) e on e.id = o.event_id
    where ${takesPlace(sql`o`, sql`e`)}
  ), taken as (
    select distinct on (least(own.id, o.id), greatest(own.id, o.id))
      case when (own.starts_at, coalesce(own.ends_at, own.starts_at), own.id) < (o.starts_at, o.ends_at, o.id)
        then array[own.id, o.id] else array[o.id, own.id] end as items, own.place_id
    from own join occupied o on o.place_id = own.place_id and o.during && own.during and o.id <> own.id
    where own.parent_id is distinct from o.id and o.parent_id is distinct from own.id
  )`;
