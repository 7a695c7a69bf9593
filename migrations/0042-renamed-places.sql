-- How often calendars tell the place of an event or an agenda item in other words, though it is where it was.

-- up
create table place_retellings (
  record_id uuid primary key,
  times integer not null check (times > 0)
);

create function public.note_retelling() returns trigger language plpgsql as $$
declare
  -- The places whose address names this one.
  told constant uuid[] := array(
    with recursive inside(id) as (
      select new.id
      union
      select p.id from inside join public.places p on p.parent_id = inside.id where p.kind <> 'city'
    ) select id from inside);
  held constant uuid[] := array(
    select e.id from public.events e
    where e.id in (select p.event_id from public.event_places p where p.place_id = new.id)
      and (e.place_id = any (told)
        or exists (select from public.event_legs l where l.event_id = e.id and l.place_id = any (told))));
begin
  insert into public.place_retellings as r (record_id, times)
  select event_id, 1 from unnest(held) event_id
  union all
  select i.id, 1 from public.agenda_items i where i.place_id = any (told)
  union all
  select i.id, 1 from public.agenda_items i where i.place_id is null and i.event_id = any (held)
  on conflict (record_id) do update set times = r.times + 1;
  return null;
end $$;
create trigger places_note_retelling after update on places
  for each row when (
    (old.names, old.address, old.kind) is distinct from (new.names, new.address, new.kind)
    or old.parent_id is distinct from new.parent_id and new.kind <> 'city')
  execute function note_retelling();

-- down
drop trigger places_note_retelling on places;
drop function public.note_retelling();
drop table place_retellings;
