-- What the clocks at a place show, beside the instants that the program makes of it: no zone is asked of Postgres.

-- up
alter table events add column zone_given boolean;
update events e set zone_given = e.time_zone is not null and e.time_zone is distinct from public.zone_of_place(coalesce(
  e.place_id, (select l.place_id from event_legs l where l.event_id = e.id order by l.position limit 1)));
alter table events alter column zone_given set default true, alter column zone_given set not null;

-- `…_offset` is the offset that a time was given with, where clocks at the place have another; `day_starts_at` is when
-- the day of an item without a time begins there.
alter table agenda_items
  add column starts_local text,
  add column ends_local text,
  add column starts_offset text,
  add column ends_offset text,
  add column day_starts_at timestamptz(3),
  add column zone_changed boolean;
-- For the last time, what was told so far.
update agenda_items set zone_changed = false,
  starts_local = to_char(starts_at at time zone time_zone, 'YYYY-MM-DD"T"HH24:MI:SS'),
  ends_local = to_char(ends_at at time zone time_zone, 'YYYY-MM-DD"T"HH24:MI:SS'),
  day_starts_at = on_date_earliest::timestamp at time zone coalesce(time_zone, 'UTC');
alter table agenda_items
  alter column zone_changed set default false, alter column zone_changed set not null,
  add constraint agenda_items_start_told check ((starts_at is null) = (starts_local is null)),
  add constraint agenda_items_end_told check ((ends_at is null) = (ends_local is null)),
  add constraint agenda_items_day_told check ((on_date is null) = (day_starts_at is null));

-- A published version keeps what the clocks show; which instant that is, newer zone data may still correct.
alter table published_items add column starts_local text, add column ends_local text;
alter table published_items disable trigger never_rewritten;
update published_items set
  starts_local = to_char(starts_at at time zone time_zone, 'YYYY-MM-DD"T"HH24:MI:SS'),
  ends_local = to_char(ends_at at time zone time_zone, 'YYYY-MM-DD"T"HH24:MI:SS');
drop trigger never_rewritten on published_items;
create trigger never_rewritten before delete or truncate or update of publication_id, item_id, place_in_order, kind, title,
    abstract, starts_local, ends_local, time_zone, on_date, leg_id, place_id, status, audience, uid, sequence, created_at,
    updated_at on published_items
  for each statement execute function public.refuse_rewriting();

select renew_history('events', derived => '{zone_given}'), renew_history('agenda_items', derived =>
  '{place_kind,standing,whole_sequence,starts_local,ends_local,day_starts_at,zone_changed}');

-- What the clocks show, with their offset from UTC; in UTC where RFC 3339 cannot say it, as before there were zones.
drop function public.local_instant(timestamptz, text);
create function public.local_instant(at timestamptz, local text) returns text
language sql stable parallel safe as $$
  select case when extract(second from local::timestamp - (at at time zone 'UTC')) = 0 then
      local || case when local::timestamp < at at time zone 'UTC' then '-' else '+' end
        || to_char(greatest(local::timestamp - (at at time zone 'UTC'), (at at time zone 'UTC') - local::timestamp), 'HH24:MI')
    else to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') end
$$;

-- The version of the zone data that the instants were made with.
create table time_zone_data (
  only_one boolean primary key default true check (only_one),
  version text not null
);

-- down
drop table time_zone_data;
drop function public.local_instant(timestamptz, text);
create function public.local_instant(at timestamptz, zone text) returns text
language sql stable parallel safe as $$
  select to_char(at at time zone zone, 'YYYY-MM-DD"T"HH24:MI:SS')
    || case when at at time zone zone < at at time zone 'UTC' then '-' else '+' end
    || to_char(greatest((at at time zone zone) - (at at time zone 'UTC'), (at at time zone 'UTC') - (at at time zone zone)), 'HH24:MI')
$$;
select renew_history('events'), renew_history('agenda_items', derived => '{place_kind,standing,whole_sequence}');
drop trigger never_rewritten on published_items;
alter table published_items drop column starts_local, drop column ends_local;
select keep_unaltered('published_items');
alter table agenda_items drop column starts_local, drop column ends_local, drop column starts_offset,
  drop column ends_offset, drop column day_starts_at, drop column zone_changed;
alter table events drop column zone_given;
