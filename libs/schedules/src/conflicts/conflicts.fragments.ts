import { seenOrBusy, isSeen } from '#agendas';
import { eventReference } from '#events';
import { type Sql, instant, list, object, reference, referenceTo, shownText, sql } from '#platform';
import { actor } from '#records';
import { outsideDates, outsideWhole, overCapacity } from './bounds.fragments.js';
import { isFirm } from './certainty.fragments.js';
import { ownItems, twicePresent, twiceTaken } from './encounters.fragments.js';
import { timeline } from './presences.fragments.js';
import { tooFar } from './travels.fragments.js';

/** Every finding in one shape: what is needed to tell it, and to recognize it. */
const found = sql`
  found as (
    select kind, first_id, second_id, untold, people, null::uuid[] as delegations, null::uuid as place_id,
      null::bigint as needed, null::integer as available, null::boolean as is_given, null::date as first_day, null::date as last_day
    from present
    union all
    select 'place_twice', items[1], items[2], null, null, null, place_id, null, null, null, null, null from taken
    union all
    select 'travel_time', first_id, second_id, null, people, delegations, null, minutes, available, is_given, null, null from hurried
    union all
    select 'outside_dates', id, null, null, null, null, null, null, null, is_by_leg, earliest_day, latest_day from outside
    union all
    select 'outside_whole', id, whole_id, null, null, null, null, null, null, null, null, null from outside_whole
    union all
    select 'other_offset', id, null, null, null, null, null, null, null, null, null, null from own
    where coalesce(starts_offset, ends_offset) is not null
    union all
    select 'zone_changed', id, null, null, null, null, place_id, null, null, null, null, null from own where zone_changed
    union all
    select 'capacity', id, null, null, null, null, place_id, people, capacity, null, null, null from crowded
  )`;

/** Whether the caller is told what an item of a finding is; of others it is known only that they take the time. */
const isTold = (item: Sql, finding: Sql): Sql =>
  sql`(${isSeen(item)} and ${item}.id <> all (coalesce(${finding}.untold, '{}')))`;

const ifTold = (item: Sql, column: Sql): Sql =>
  sql`case when ${isTold(item, sql`f`)} then ${item}.${column} end`;

const makeUp = (item: Sql): Sql =>
  sql`${item}.id, ${ifTold(item, sql`sequence`)}, ${ifTold(item, sql`status`)}, ${item}.during,
    ${ifTold(item, sql`on_date`)}, ${ifTold(item, sql`place_id`)}`;

/**
 * The same as long as nothing changes of what makes up a conflict, as far as the caller is told it; the sequence of an item
 * tells a change there and back.
 */
const fingerprint = sql`left(encode(sha256(convert_to(json_build_array(f.kind, ${makeUp(sql`a`)}, ${makeUp(sql`b`)}, f.people,
  f.delegations, f.place_id, f.needed, f.available, f.is_given, f.first_day, f.last_day)::text, 'UTF8')), 'hex'), 32)::uuid`;

const isSure = (item: Sql): Sql => sql`(${isFirm(sql`${item}.status`)} or not ${isTold(item, sql`f`)})`;

const severity = sql`case
  when f.kind in ('outside_dates', 'outside_whole', 'other_offset', 'capacity') or f.kind = 'travel_time' and not f.is_given then 'warning'
  when f.kind = 'place_twice' and a.place_kind = 'venue' then 'info'
  when ${isSure(sql`a`)} and ${isSure(sql`b`)} then 'error'
  else 'warning' end`;

/**
 * The conflicts of items, as rows that `conflictJson` shows.
 * @param ids a query for the ids of the items
 */
export function conflictsOf(ids: Sql): Sql {
  return sql`
    with recursive ${ownItems(ids)}, ${timeline}, ${twicePresent}, ${twiceTaken}, ${tooFar}, ${outsideDates}, ${outsideWhole}, ${overCapacity}, ${found}
    select f.*, ${fingerprint} as id, ${severity} as severity, coalesce(a.starts_at, a.day_starts_at, 'infinity') as starts_at,
      greatest(${ifTold(sql`a`, sql`updated_at`)}, ${ifTold(sql`b`, sql`updated_at`)}) as updated_at, null::timestamptz as archived_at
    from found f join busy_agenda_items(:caller) a on a.id = f.first_id
      left join busy_agenda_items(:caller) b on b.id = f.second_id`;
}

const item = object({
  id: sql`i.id`,
  title: shownText(sql`i.title`),
  event: eventReference(sql`i.event_id`),
  startsAt: sql`public.local_instant(i.starts_at, i.starts_local)`,
  endsAt: sql`public.local_instant(i.ends_at, i.ends_local)`,
  on: sql`i.on_date`,
  place: reference(sql`visible_places(:caller)`, sql`i.place_id`),
});

const givenOffset = sql`(select coalesce(i.starts_offset, i.ends_offset) from visible_agenda_items(:caller) i where i.id = e.first_id)`;

const detail = sql`case e.kind
  when 'person_twice' then 'The same people are expected at two items at once.'
  when 'interpreter_twice' then 'An interpreter is expected at two items at once.'
  when 'place_twice' then 'Two items take place here at once.'
  when 'travel_time' then format(case when e.is_given then 'Getting from one place to the other takes %s minutes; there are %s.'
    else 'Getting from one place to the other takes about %s minutes by the distance between them; there are %s.' end, e.needed, e.available)
  when 'outside_dates' then format('It lies outside the dates of its %s, which are %s to %s.',
    case when e.is_given then 'leg' else 'event' end, e.first_day, e.last_day)
  when 'outside_whole' then 'It begins before the item that it is part of, or ends after it.'
  when 'leg_outside_dates' then format('A leg lies outside the dates of the event, which are %s to %s.', e.first_day, e.last_day)
  when 'other_offset' then format('It was given with the offset %s, and the clocks there have another.', ${givenOffset})
  when 'zone_changed' then 'Newer time zone data move it, and its room is taken at that time.'
  else format('%s people are expected, and the place holds %s.', e.needed, e.available) end`;

const resolution = sql`case e.kind
  when 'person_twice' then 'Move one of the two items, or let somebody else take part in one of them.'
  when 'interpreter_twice' then 'Move one of the two items, or find another interpreter for one of them.'
  when 'place_twice' then 'Move one of the two items, or hold it in another place.'
  when 'travel_time' then format(case when e.is_given then 'Leave at least %s minutes between the two, or hold them closer to each other.'
    else 'Leave at least %s minutes between the two, hold them closer to each other, or record how long the journey really takes.' end, e.needed)
  when 'outside_dates' then format('Move the item, or change the dates of the %s.', case when e.is_given then 'leg' else 'event' end)
  when 'outside_whole' then 'Move one of the two items, or let it be part of no other.'
  when 'leg_outside_dates' then 'Change the dates of the leg, or those of the event.'
  when 'other_offset' then 'Give the time again as the clocks there show it, or give the item the place that was meant.'
  when 'zone_changed' then 'Give the item another room or another time.'
  else 'Choose a larger place, or invite fewer people.' end`;

const acknowledgement = sql`(select ${object({
  reason: sql`k.reason`,
  at: instant(sql`k.at`),
  by: actor(sql`k.by_id`),
})}
  from conflict_acknowledgements k where k.fingerprint = e.id order by k.id desc limit 1)`;

function namesOf(table: Sql, ids: Sql): Sql {
  return list(referenceTo(sql`r`), sql`${table} r where r.id = any (${ids})`, sql`r.sort_name, r.id`);
}

/** The JSON of a conflict `e`, as `ConflictView` describes it. */
export const conflictJson = object({
  fingerprint: sql`e.id`,
  kind: sql`e.kind`,
  severity: sql`e.severity`,
  detail,
  resolution,
  items: list(
    seenOrBusy(sql`i`, item, isTold(sql`i`, sql`e`)),
    sql`busy_agenda_items(:caller) i where i.id in (e.first_id, e.second_id)`,
    sql`i.id <> e.first_id`,
  ),
  people: namesOf(sql`visible_people(:caller)`, sql`e.people`),
  delegations: namesOf(sql`visible_delegations(:caller)`, sql`e.delegations`),
  place: reference(sql`visible_places(:caller)`, sql`e.place_id`),
  acknowledgement,
});

/** The conflicts of items as a JSON list, earliest first. */
export function conflictList(ids: Sql): Sql {
  return list(conflictJson, sql`(${conflictsOf(ids)}) e`, sql`e.starts_at, e.id`);
}
