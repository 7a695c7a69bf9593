-- What is published stands as it was published, its parts with it; and what takes place where its whole is moves with it.

-- up
-- The status that an item was published with, also where the caller may not see it.
create function public.published_status(publication uuid, item uuid) returns text
language sql stable strict parallel safe as $$
  select n.status from public.published_items n where n.publication_id = publication and n.item_id = item
$$;

-- When an agenda item last changed, or whether the one that it is part of stands, as it is or as it was published.
create or replace function public.agenda_item_changes(item uuid) returns table (at timestamptz)
language sql stable parallel safe rows 1 as $$
  select greatest(i.updated_at,
    (select max(h.at) from public.history h where h.record_id = i.parent_id and h.changes ? 'status'),
    (select max(told.created_at) from (
      select p.created_at, whole.status, lag(whole.status) over (order by p.number) as before
      from public.agenda_publications p cross join lateral (
        select public.published_status(p.id, i.parent_id) as status) whole
      where p.event_id = i.event_id and i.parent_id is not null) told
      where told.status is distinct from told.before))
  from public.agenda_items i where i.id = item
$$;

-- What has no place of its own takes place where its leg is, or its event.
create or replace function public.note_moved_whole() returns trigger language plpgsql as $$
begin
  update public.agenda_items i set whole_sequence = whole_sequence + 1
  where i.event_id = new.id and i.place_id is null
    and (select l.place_id from public.event_legs l where l.id = i.leg_id) is null;
  return null;
end $$;

-- Where neither its leg nor its event has a place, it is told to be at all legs, in their order.
create function public.note_moved_legs() returns trigger language plpgsql as $$
declare
  legs uuid[] := '{}';
  routes uuid[];
begin
  if tg_op = 'UPDATE' then
    legs := array(select n.id from changed n join former o using (id) where n.place_id is distinct from o.place_id);
    routes := array(select n.event_id from changed n join former o using (id)
      where n.place_id is distinct from o.place_id or n.place_id is not null and n.position <> o.position);
  else
    routes := array(select event_id from changed where place_id is not null);
  end if;
  if routes <> '{}' then
    update public.agenda_items i set whole_sequence = whole_sequence + 1
    where i.event_id = any (routes) and i.place_id is null and (i.leg_id = any (legs)
      or (select e.place_id from public.events e where e.id = i.event_id) is null
        and (select l.place_id from public.event_legs l where l.id = i.leg_id) is null);
  end if;
  return null;
end $$;
drop trigger event_legs_note_moved_whole on event_legs;
create trigger event_legs_note_gained after insert on event_legs
  referencing new table as changed for each statement execute function note_moved_legs();
create trigger event_legs_note_moved after update on event_legs
  referencing new table as changed old table as former for each statement execute function note_moved_legs();
create trigger event_legs_note_lost after delete on event_legs
  referencing old table as changed for each statement execute function note_moved_legs();

-- down
drop trigger event_legs_note_lost on event_legs;
drop trigger event_legs_note_moved on event_legs;
drop trigger event_legs_note_gained on event_legs;
drop function public.note_moved_legs();
create or replace function public.note_moved_whole() returns trigger language plpgsql as $$
begin
  update public.agenda_items i set whole_sequence = whole_sequence + 1
  where i.place_id is null and case tg_table_name when 'events' then i.event_id = new.id and i.leg_id is null else i.leg_id = new.id end;
  return null;
end $$;
create trigger event_legs_note_moved_whole after update of place_id on event_legs
  for each row when (old.place_id is distinct from new.place_id) execute function note_moved_whole();
create or replace function public.agenda_item_changes(item uuid) returns table (at timestamptz)
language sql stable parallel safe rows 1 as $$
  select greatest(i.updated_at, (select max(h.at) from public.history h
    where h.record_id = i.parent_id and h.changes ? 'status')) from public.agenda_items i where i.id = item
$$;
drop function public.published_status(uuid, uuid);
