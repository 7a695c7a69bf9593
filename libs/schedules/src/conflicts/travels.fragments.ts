import { sql } from '#platform';
import { KILOMETRES_PER_HOUR, MINUTES_ON_TOP } from './conflict.rules.js';
import { peopleOf } from './presences.fragments.js';

/** The tables of a `with` that find who cannot get from one place to the next in time. */

/**
 * From each item that a person or delegation has left last to the next at another place. Comings and goings are one
 * sequence, told apart where they are at the same time: who leaves then does so before others come, and a moment is in between.
 */
const hops = sql`
  passage as materialized (
    select subject_id, is_delegation, item_id, stop_id, is_own, at, leaves,
      count(*) filter (where leaves) over (partition by subject_id
        order by at, case when starts_at = ends_at then 1 when leaves then 0 else 2 end, item_id, leaves) as departures
    from timeline cross join lateral (values (starts_at, false), (ends_at, true)) as passed(at, leaves)
    -- Whoever is at an item and at a part of it stays until the whole has ended.
    where is_told and stop_id is not null
      and (parent_id is null or (subject_id, parent_id) not in (select subject_id, item_id from timeline))
  ), hop as materialized (
    select subject_id, a.is_delegation, a.item_id as first_id, b.item_id as second_id, a.stop_id as from_id, b.stop_id as to_id,
      a.at as leaves_at, b.at as arrives_at
    from passage a join passage b using (subject_id, departures)
    where a.leaves and not b.leaves and a.stop_id <> b.stop_id and (a.is_own or b.is_own)
  ), route as materialized (select distinct from_id, to_id from hop)`;

/** The places that each stop lies in, itself first. */
const above = sql`
  above as (
    select p.id as stop_id, p.id, p.parent_id, p.kind, p.latitude, p.longitude, 0 as distance
    from visible_places(:caller) p where p.id in (select from_id from route union select to_id from route)
    union all
    select a.stop_id, p.id, p.parent_id, p.kind, p.latitude, p.longitude, a.distance + 1
    from above a join visible_places(:caller) p on p.id = a.parent_id
  )`;

/** Where each stop is: its own coordinates, else those of what it lies in, up to its city. */
const spots = sql`
  spot as (
    select distinct on (stop_id) stop_id, id, radians(latitude) as latitude, radians(longitude) as longitude
    from above where latitude is not null and (distance = 0 or kind in ('city', 'district', 'zone', 'venue', 'room'))
    order by stop_id, distance
  )`;

/** The minimum that was given between two stops, or between what they lie in: the nearest one. */
const given = sql`
  given as materialized (
    select distinct on (r.from_id, r.to_id) r.from_id, r.to_id, t.minutes
    from route r join above f on f.stop_id = r.from_id join above g on g.stop_id = r.to_id
      join visible_travel_times(:caller) t on least(t.from_place_id, t.to_place_id) = least(f.id, g.id)
        and greatest(t.from_place_id, t.to_place_id) = greatest(f.id, g.id) and t.archived_at is null
    order by r.from_id, r.to_id, f.distance + g.distance, f.distance, t.id
  )`;

/** The great circle between two stops that are apart: where one lies in the other, nobody knows how far it is. */
const estimated = sql`
  estimated as materialized (
    select r.from_id, r.to_id, ceil(2 * 6371 * asin(least(1, sqrt(
        sin((t.latitude - f.latitude) / 2) ^ 2
        + cos(f.latitude) * cos(t.latitude) * sin((t.longitude - f.longitude) / 2) ^ 2
      ))) / ${KILOMETRES_PER_HOUR} * 60 + ${MINUTES_ON_TOP})::integer as minutes
    from route r join spot f on f.stop_id = r.from_id join spot t on t.stop_id = r.to_id
    where f.id <> t.id and (r.to_id, f.id) not in (select stop_id, id from above)
      and (r.from_id, t.id) not in (select stop_id, id from above)
  )`;

/** Who has too little time, by two items; `minutes` are needed, `available` are there. */
export const tooFar = sql`${hops}, ${above}, ${spots}, ${given}, ${estimated},
  way as materialized (
    select first_id, second_id, from_id, to_id, arrives_at - leaves_at as gap,
      array_agg(subject_id) filter (where not is_delegation) as crews,
      array_agg(subject_id order by subject_id) filter (where is_delegation) as delegations
    from hop group by 1, 2, 3, 4, 5
  ), hurried as (
    select w.first_id, w.second_id, case when w.crews is not null then ${peopleOf(sql`w.crews`)} end as people, w.delegations, coalesce(g.minutes, s.minutes) as minutes,
      g.minutes is not null as is_given, floor(extract(epoch from w.gap) / 60)::integer as available
    from way w left join given g using (from_id, to_id) left join estimated s using (from_id, to_id)
    where w.gap < make_interval(mins => coalesce(g.minutes, s.minutes))
  )`;
