-- What concerns what: the places of an agenda and the city that receives a visit, the units of an organization, the
-- parts of an event, and agenda items by time across events.

-- up
create or replace function public.note_event_places(ids uuid[]) returns void language sql as $$
  insert into public.event_places (event_id, place_id, kind, earliest_day, latest_day)
  select distinct e.id, around.id, e.kind, e.earliest_day, e.latest_day
  from public.events e
  cross join lateral (
    select e.place_id
    union select e.host_city_id
    union select l.place_id from public.event_legs l where l.event_id = e.id
    union select i.place_id from public.agenda_items i where i.event_id = e.id and i.archived_at is null
  ) own(place_id)
  cross join lateral public.places_around(own.place_id) around
  where e.id = any (ids)
  on conflict do nothing
$$;

create or replace function public.note_places_of_events() returns trigger language plpgsql as $$
begin
  perform public.note_event_places(
    array(select id from changed where place_id is not null or host_city_id is not null));
  return null;
end $$;

create or replace function public.renew_places_of_events() returns trigger language plpgsql as $$
declare moved uuid[] := array(
  select n.id from changed n join former o using (id)
  where (n.place_id, n.host_city_id, n.earliest_day, n.latest_day)
    is distinct from (o.place_id, o.host_city_id, o.earliest_day, o.latest_day));
begin
  if moved <> '{}' then perform public.renew_event_places(moved); end if;
  return null;
end $$;

-- Most items are where others of their event are: what is noted already is not looked up again.
create function public.note_places_of_items() returns trigger language plpgsql as $$
begin
  insert into public.event_places (event_id, place_id, kind, earliest_day, latest_day)
  select distinct e.id, around.id, e.kind, e.earliest_day, e.latest_day
  from (select distinct event_id, place_id from changed where archived_at is null and place_id is not null) own
  join public.events e on e.id = own.event_id
  cross join lateral public.places_around(own.place_id) around
  where not exists (
    select from public.event_places p where p.event_id = own.event_id and p.place_id = own.place_id)
  on conflict do nothing;
  return null;
end $$;
create trigger agenda_items_note_places after insert on agenda_items
  referencing new table as changed for each statement execute function note_places_of_items();

create function public.renew_places_of_items() returns trigger language plpgsql as $$
declare moved uuid[] := array(
  select distinct n.event_id from changed n join former o using (id)
  where (n.place_id, n.archived_at is null) is distinct from (o.place_id, o.archived_at is null)
    and coalesce(n.place_id, o.place_id) is not null);
begin
  if moved <> '{}' then perform public.renew_event_places(moved); end if;
  return null;
end $$;
create trigger agenda_items_renew_places after update on agenda_items
  referencing new table as changed old table as former for each statement execute function renew_places_of_items();

select public.note_event_places(array(select id from public.events));

-- An organization with its units, and those that they have succeeded, however long ago.
create or replace function public.organization_line(organization uuid) returns table (id uuid)
language sql stable parallel safe rows 2 as $$
  with recursive line(id) as (
    select organization where organization is not null
    union
    select other.id from line
      cross join lateral (
        select r.to_organization_id from public.organization_relations r
        where r.organization_id = line.id and r.kind = 'successor_of' and r.archived_at is null
        union all
        select o.id from public.organizations o where o.parent_id = line.id
      ) as other(id)
  ) select id from line
$$;

create function public.events_within(event uuid) returns table (id uuid)
language sql stable parallel safe rows 5 as $$
  with recursive within(id) as (
    select event where event is not null
    union
    select e.id from within join public.events e on e.parent_id = within.id
  ) select id from within
$$;

-- When an item begins, as far as it is known: a part of the day at its usual hour, what has no date after all others.
create function public.item_begins(starts_at timestamptz, day_starts_at timestamptz, on_earliest date, day_part text)
returns timestamptz language sql immutable parallel safe as $$
  select coalesce(starts_at,
    (coalesce(day_starts_at at time zone 'UTC', on_earliest::timestamp) + case day_part when 'morning' then interval '6 hours'
      when 'midday' then interval '12 hours' when 'afternoon' then interval '14 hours'
      when 'evening' then interval '18 hours' else interval '0' end) at time zone 'UTC',
    'infinity')
$$;
create index agenda_items_by_time on agenda_items
  (public.item_begins(starts_at, day_starts_at, on_date_earliest, day_part), id);
-- A list of items between two days passes over others without reading them, but for the few that last longer.
create index agenda_items_long on agenda_items
  (public.item_begins(starts_at, day_starts_at, on_date_earliest, day_part), id)
  where ends_at - starts_at > interval '14 days' or on_date_latest > on_date_earliest + 14;

-- down
drop index agenda_items_long;
drop index agenda_items_by_time;
drop function public.item_begins(timestamptz, timestamptz, date, text);
drop function public.events_within(uuid);
create or replace function public.organization_line(organization uuid) returns table (id uuid)
language sql stable parallel safe rows 2 as $$
  with recursive line(id) as (
    select organization where organization is not null
    union
    select r.to_organization_id from line join public.organization_relations r on r.organization_id = line.id
    where r.kind = 'successor_of' and r.archived_at is null
  ) select id from line
$$;

drop trigger agenda_items_renew_places on agenda_items;
drop function public.renew_places_of_items();
drop trigger agenda_items_note_places on agenda_items;
drop function public.note_places_of_items();
create or replace function public.renew_places_of_events() returns trigger language plpgsql as $$
declare moved uuid[] := array(
  select n.id from changed n join former o using (id)
  where (n.place_id, n.earliest_day, n.latest_day) is distinct from (o.place_id, o.earliest_day, o.latest_day));
begin
  if moved <> '{}' then perform public.renew_event_places(moved); end if;
  return null;
end $$;
create or replace function public.note_places_of_events() returns trigger language plpgsql as $$
begin
  perform public.note_event_places(array(select id from changed where place_id is not null));
  return null;
end $$;
create or replace function public.note_event_places(ids uuid[]) returns void language sql as $$
  insert into public.event_places (event_id, place_id, kind, earliest_day, latest_day)
  select distinct e.id, around.id, e.kind, e.earliest_day, e.latest_day
  from public.events e
  cross join lateral (
    select e.place_id union select l.place_id from public.event_legs l where l.event_id = e.id
  ) own(place_id)
  cross join lateral public.places_around(own.place_id) around
  where e.id = any (ids)
  on conflict do nothing
$$;
select public.renew_event_places(array(select id from public.events));
