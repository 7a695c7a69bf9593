import { firstDay, lastDay } from '#agendas';
import { type Sql, sql } from '#platform';
import { isExpected } from '#records';
import { members } from './presences.fragments.js';

/** The tables of a `with` that find items outside their dates or with more people than their place holds. */

/**
 * Items outside the dates of their leg or, where that has none, of their event: a time must be inside entirely, a
 * partial date as far as anybody knows.
 */
export const outsideDates = sql`
  dated as (
    select own.id,
      case when own.starts_at is null then own.on_date_latest else ${firstDay(sql`own`)} end as first_day,
      case when own.starts_at is null then own.on_date_earliest
        else ${lastDay(sql`own`)} end as last_day,
      coalesce(public.partial_date_earliest(coalesce(l.starts, l.ends)), e.earliest_day) as earliest_day,
      coalesce(public.partial_date_latest(coalesce(l.ends, l.starts)), e.latest_day) as latest_day,
      coalesce(l.starts, l.ends) is not null as is_by_leg
    from own join visible_events(:caller) e on e.id = own.event_id left join event_legs l on l.id = own.leg_id
  ), outside as (
    select * from dated where latest_day > '-infinity' and (first_day < earliest_day or last_day > latest_day)
  )`;

/** Parts that begin before what they are part of, or end after it, as far as both have a time. */
export const outsideWhole = sql`
  outside_whole as (
    select p.id, w.id as whole_id
    from visible_agenda_items(:caller) p join visible_agenda_items(:caller) w on w.id = p.parent_id
    where p.id = any (array(select own.id from own where own.parent_id is not null union all
        select c.id from visible_agenda_items(:caller) c where c.parent_id = any (array(select own.id from own))))
      and p.archived_at is null and p.standing = 'stands'
      and (p.starts_at < w.starts_at or coalesce(p.ends_at, p.starts_at) > w.ends_at)
  )`;

/** Legs outside the dates of the event `:eventId`, as far as anybody knows, in the shape that all conflicts have. */
export const legsOutside = sql`
  select 'leg_outside_dates' as kind, null::uuid as first_id, null::uuid as second_id, null::uuid[] as untold, null::uuid[] as people, null::uuid[] as delegations,
    l.place_id, null::bigint as needed, null::integer as available, null::boolean as is_given,
    e.earliest_day as first_day, e.latest_day as last_day,
    left(encode(sha256(convert_to(json_build_array(l.id, l.starts, l.ends, e.starts, e.ends)::text, 'UTF8')), 'hex'), 32)::uuid as id,
    'warning' as severity, public.partial_date_earliest(coalesce(l.starts, l.ends))::timestamptz as starts_at,
    e.updated_at, null::timestamptz as archived_at
  from event_legs l join visible_events(:caller) e on e.id = l.event_id
  where e.id = :eventId and e.latest_day > '-infinity' and (
    public.partial_date_latest(coalesce(l.starts, l.ends)) < e.earliest_day
    or public.partial_date_earliest(coalesce(l.ends, l.starts)) > e.latest_day)`;
// Who is not named, and nobody knows how many they are, counts as one.
const inGroup = (row: Sql): Sql => sql`coalesce(${sizeOf(sql`(${row}."group" -> 'quantity')`)}, 1)`;

function sizeOf(quantity: Sql): Sql {
  return sql`ceil(coalesce((${quantity} ->> 'max')::numeric, (${quantity} ->> 'value')::numeric))`;
}

const unnamedMembers = sql`sum(${inGroup(sql`m`)}) filter (where m.person_id is null and m.id is not null)`;

const inGroups = sql`(select sum(${inGroup(sql`p`)}) from visible_participations(:caller) p
  where p.agenda_item_id = own.id and num_nonnulls(p."group", p.placeholder) = 1 and p.archived_at is null and ${isExpected(sql`p.response`)})`;

/**
 * Items at which more people are expected than their place holds: each person and each placeholder counts once, a group with its size, a
 * delegation with its unnamed members or with as many as its declared size leaves besides the named ones. Only
 * where all of them together might not fit (`bound`) is it looked at who would be counted twice.
 */
export const overCapacity = sql`
  unnamed as (
    select d.id, greatest(${unnamedMembers}, ${sizeOf(sql`d.declared_size`)} - count(m.person_id), 0) as people
    from visible_delegations(:caller) d left join ${members}
    where d.id = any (array(select delegation_id from part))
    group by d.id, d.declared_size
  ), hall as materialized (
    select own.id, own.hall_id as place_id, own.capacity, coalesce(${inGroups}, 0) as grouped from own where own.capacity is not null
  ), bound as materialized (
    select p.item_id, sum(case when p.delegation_id is null then 1 else u.people + coalesce(n.people, 0) end) as people
    from part p left join unnamed u on u.id = p.delegation_id
      left join (select delegation_id, count(*) as people from team group by 1) n on n.delegation_id = p.delegation_id
    group by p.item_id
  ), guest as (
    select * from part where item_id = any (array(
      select h.id from hall h join bound b on b.item_id = h.id where b.people + h.grouped > h.capacity))
  ), crowd as (
    select item_id, sum(people) as people from (
      select item_id, count(*) as people from (
        select item_id, person_id from guest where person_id is not null
        union
        select g.item_id, t.person_id from guest g join team t on t.delegation_id = g.delegation_id
      ) named group by item_id
      union all
      select g.item_id, sum(u.people) from (select distinct item_id, delegation_id from guest) g
        join unnamed u on u.id = g.delegation_id group by g.item_id
    ) t group by item_id
  ), crowded as (
    select * from (
      select h.id, h.place_id, h.capacity, (coalesce(c.people, 0) + h.grouped)::bigint as people
      from hall h left join crowd c on c.item_id = h.id
    ) t where people > capacity
  )`;
