-- Every event by every place it concerns: its own, its legs', and all that contain them.

-- up
-- With the days beside it, a list by place reads one index in order, whatever the size.
create table event_places (
  event_id uuid not null references events,
  place_id uuid not null references places,
  kind text not null,
  earliest_day date not null,
  latest_day date not null,
  primary key (event_id, place_id)
);
create index event_places_by_day on event_places (place_id, latest_day desc, event_id desc) include (earliest_day, kind);
create index event_places_long on event_places (place_id, latest_day desc, event_id desc) include (earliest_day, kind)
  where latest_day > earliest_day + 14;

create function public.note_event_places(ids uuid[]) returns void language sql as $$
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

create function public.renew_event_places(ids uuid[]) returns void language sql as $$
  delete from public.event_places where event_id = any (ids);
  select public.note_event_places(ids);
$$;

create function public.events_in(places uuid[]) returns uuid[] language sql stable as $$
  select array_agg(distinct event_id) from public.event_places where place_id = any (places)
$$;

create function public.note_places_of_events() returns trigger language plpgsql as $$
begin
  perform public.note_event_places(array(select id from changed where place_id is not null));
  return null;
end $$;
create trigger events_note_places after insert on events
  referencing new table as changed for each statement execute function note_places_of_events();

create function public.renew_places_of_events() returns trigger language plpgsql as $$
declare moved uuid[] := array(
  select n.id from changed n join former o using (id)
  where (n.place_id, n.earliest_day, n.latest_day) is distinct from (o.place_id, o.earliest_day, o.latest_day));
begin
  if moved <> '{}' then perform public.renew_event_places(moved); end if;
  return null;
end $$;
create trigger events_renew_places after update on events
  referencing new table as changed old table as former for each statement execute function renew_places_of_events();

create function public.note_places_of_legs() returns trigger language plpgsql as $$
begin
  perform public.note_event_places(array(select distinct event_id from changed));
  return null;
end $$;
create trigger event_legs_note_places after insert on event_legs
  referencing new table as changed for each statement execute function note_places_of_legs();

create function public.renew_places_of_legs() returns trigger language plpgsql as $$
begin
  perform public.renew_event_places(array(select distinct event_id from changed));
  return null;
end $$;
create trigger event_legs_renew_places after update on event_legs
  referencing new table as changed for each statement execute function renew_places_of_legs();
create trigger event_legs_drop_places after delete on event_legs
  referencing old table as changed for each statement execute function renew_places_of_legs();

create function public.renew_places_of_place() returns trigger language plpgsql as $$
declare moved uuid := case tg_table_name when 'places' then (to_jsonb(new) ->> 'id')::uuid
                      else (to_jsonb(coalesce(new, old)) ->> 'place_id')::uuid end;
begin
  perform public.renew_event_places(public.events_in(array(select id from public.places_within(moved))));
  return null;
end $$;
create trigger places_renew_events after update of parent_id on places
  for each row when (old.parent_id is distinct from new.parent_id) execute function renew_places_of_place();
create trigger place_containers_renew_events after insert or delete on place_containers
  for each row execute function renew_places_of_place();

-- down
drop trigger place_containers_renew_events on place_containers;
drop trigger places_renew_events on places;
drop function public.renew_places_of_place();
drop trigger event_legs_drop_places on event_legs;
drop trigger event_legs_renew_places on event_legs;
drop function public.renew_places_of_legs();
drop trigger event_legs_note_places on event_legs;
drop function public.note_places_of_legs();
drop trigger events_renew_places on events;
drop function public.renew_places_of_events();
drop trigger events_note_places on events;
drop function public.note_places_of_events();
drop function public.events_in(uuid[]);
drop function public.renew_event_places(uuid[]);
drop function public.note_event_places(uuid[]);
drop table event_places;
