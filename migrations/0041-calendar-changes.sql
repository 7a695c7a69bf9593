-- What calendars show of an event is made of more than its own row: how its parts are found, and when they changed.

-- up
-- The description of an event tells its programme.
create trigger agenda_items_stamp after insert or update or delete or truncate on agenda_items
  for each statement execute function stamp_change();
create trigger agenda_publications_stamp after insert or update or delete or truncate on agenda_publications
  for each statement execute function stamp_change();

-- The places that an address names: a place and those around it, up to its city.
create function public.places_to_city(place uuid) returns table (id uuid, step integer)
language sql stable parallel safe rows 3 as $$
  with recursive way(id, parent_id, kind, step) as (
    select p.id, p.parent_id, p.kind, 0 from public.places p where p.id = place
    union all
    select p.id, p.parent_id, p.kind, way.step + 1 from way
      join public.places p on p.id = way.parent_id
    where way.kind <> 'city'
  ) select way.id, way.step from way
$$;

-- When an event last lost a part, of which nothing else tells: the part is another's now, or nobody's.
create table event_part_losses (
  event_id uuid primary key references events on delete cascade,
  at timestamptz(3) not null
);

create function public.note_part_loss() returns trigger language plpgsql as $$
begin
  insert into public.event_part_losses (event_id, at) values (old.parent_id, new.updated_at)
  on conflict (event_id) do update set at = greatest(event_part_losses.at, excluded.at);
  return null;
end $$;
create trigger events_note_part_loss after update of parent_id on events
  for each row when (old.parent_id is not null and old.parent_id is distinct from new.parent_id)
  execute function note_part_loss();

-- When the parts of an event last changed, whoever may see them: what is put away or made internal is a change too.
create function public.event_part_changes(event uuid) returns table (at timestamptz)
language sql stable parallel safe rows 1 as $$
  select greatest(
    (select max(i.updated_at) from public.agenda_items i where i.event_id = event),
    (select max(p.created_at) from public.agenda_publications p where p.event_id = event),
    (select l.at from public.event_part_losses l where l.event_id = event),
    (select max(part.updated_at) from public.events part where part.parent_id = event),
    (select whole.updated_at from public.events e join public.events whole on whole.id = e.parent_id where e.id = event))
$$;

-- When an agenda item, or the one that it is part of, last changed.
create function public.agenda_item_changes(item uuid) returns table (at timestamptz)
language sql stable parallel safe rows 1 as $$
  select greatest(i.updated_at, whole.updated_at) from public.agenda_items i
    left join public.agenda_items whole on whole.id = i.parent_id
  where i.id = item
$$;

-- Whether a forum that cannot be shown was public before.
create function public.was_public_forum(forum uuid) returns boolean
language sql stable parallel safe as $$
  select exists (
    select from public.events e where e.id = forum and e.kind = 'forum' and (e.visibility = 'public' or exists (
      select from public.history h where h.record_id = e.id and h.changes -> 'visibility' ->> 0 = 'public')))
$$;

-- down
drop function public.was_public_forum(uuid);
drop function public.agenda_item_changes(uuid);
drop function public.event_part_changes(uuid);
drop trigger events_note_part_loss on events;
drop function public.note_part_loss();
drop table event_part_losses;
drop function public.places_to_city(uuid);
drop trigger agenda_publications_stamp on agenda_publications;
drop trigger agenda_items_stamp on agenda_items;
