-- An item stands as its whole stands: as its event does, and as the item that it is part of.

-- up
-- `standing` and `whole_sequence` are written by triggers alone: how an item stands in effect, and how often its entry
-- in calendars changed because its event, its leg or the item that it is part of did.
alter table agenda_items
  add column standing text not null default 'stands' check (standing in ('stands', 'tentative', 'off')),
  add column whole_sequence integer not null default 0 check (whole_sequence >= 0);

create function public.standing_of(status text, event_status text, whole text) returns text
language sql immutable parallel safe as $$
  select case
    when status in ('cancelled', 'not_held') or event_status in ('cancelled', 'declined') or whole = 'off' then 'off'
    when event_status = 'postponed' or whole = 'tentative' then 'tentative'
    else 'stands' end
$$;

create function public.note_standing() returns trigger language plpgsql as $$
begin
  new.standing := public.standing_of(new.status,
    (select e.status from public.events e where e.id = new.event_id),
    (select w.standing from public.agenda_items w where w.id = new.parent_id));
  if tg_op = 'INSERT' then
    new.whole_sequence := 0;
  elsif new.standing <> old.standing and new.status = old.status then
    new.whole_sequence := old.whole_sequence + 1;
  end if;
  return new;
end $$;
create trigger agenda_items_note_standing before insert or update of status, parent_id, standing on agenda_items
  for each row execute function note_standing();

-- Its parts follow an item, and its items an event: writing `standing` has each find out anew.
create function public.renew_standing_of_parts() returns trigger language plpgsql as $$
begin
  update public.agenda_items set standing = standing where parent_id = new.id;
  return null;
end $$;
create trigger agenda_items_renew_standing after update on agenda_items
  for each row when (old.standing <> new.standing and new.parent_id is null) execute function renew_standing_of_parts();
-- In one statement a part may come before what it is part of.
create trigger agenda_items_spread_standing after insert on agenda_items
  for each row when (new.standing <> 'stands' and new.parent_id is null) execute function renew_standing_of_parts();

create function public.renew_standing_of_items() returns trigger language plpgsql as $$
begin
  update public.agenda_items set standing = standing where event_id = new.id and parent_id is null;
  return null;
end $$;
create trigger events_renew_standing after update of status on events
  for each row when (old.status <> new.status) execute function renew_standing_of_items();

-- What has no place of its own takes place where its leg is, or its event.
create function public.note_moved_whole() returns trigger language plpgsql as $$
begin
  update public.agenda_items i set whole_sequence = whole_sequence + 1
  where i.place_id is null and case tg_table_name when 'events' then i.event_id = new.id and i.leg_id is null else i.leg_id = new.id end;
  return null;
end $$;
create trigger events_note_moved_whole after update of place_id on events
  for each row when (old.place_id is distinct from new.place_id) execute function note_moved_whole();
create trigger event_legs_note_moved_whole after update of place_id on event_legs
  for each row when (old.place_id is distinct from new.place_id) execute function note_moved_whole();

-- What is kept of the changes of a table whose columns are others now.
create function public.renew_history(tracked regclass, private boolean default false, derived text[] default '{}')
returns void
language plpgsql as $$
declare
  named constant text := (select relname from pg_class where oid = tracked);
  skipped constant text[] := '{version,updated_at,updated_by_id,archived_at}' || array(
    select attname::text from pg_attribute where attrelid = tracked and attgenerated <> '' order by attnum) || derived;
begin
  execute format('
    drop trigger %2$I on %1$s;
    drop trigger %3$I on %1$s;
    create trigger %2$I after update on %1$s
      for each row when (old.* is distinct from new.*) execute function public.note_change(%4$L, %5$L);
    create trigger %3$I after delete on %1$s
      for each row execute function public.note_change(%4$L, %5$L)',
    tracked, named || '_note_changes', named || '_note_removals', skipped, private);
end $$;

-- What the database derives is no change of an item, and so not of its history.
select renew_history('agenda_items', derived => '{place_kind,standing,whole_sequence}');

alter table agenda_items drop constraint agenda_items_one_booking;
update agenda_items set standing = standing where parent_id is null;
alter table agenda_items add constraint agenda_items_one_booking exclude using gist (place_id with =, during with &&)
  where (place_kind = 'room' and parent_id is null and status = 'confirmed' and standing = 'stands'
    and ends_at is not null and archived_at is null)
  deferrable initially immediate;

-- What is no longer for everybody, or was put away, is taken back from what was published, too.
create or replace function public.visible_published_items(caller jsonb) returns setof published_items
language sql stable parallel safe as $$
  select * from public.published_items p where caller is not null or audience = 'public' and exists (
    select from public.agenda_items i where i.id = p.item_id and i.audience = 'public' and i.archived_at is null)
$$;

-- down
create or replace function public.visible_published_items(caller jsonb) returns setof published_items
language sql stable parallel safe as $$
  select * from public.published_items where caller is not null or audience = 'public'
$$;
alter table agenda_items drop constraint agenda_items_one_booking;
alter table agenda_items add constraint agenda_items_one_booking exclude using gist (place_id with =, during with &&)
  where (place_kind = 'room' and parent_id is null and status = 'confirmed' and ends_at is not null
    and archived_at is null)
  deferrable initially immediate;
select renew_history('agenda_items', derived => '{place_kind}');
drop function public.renew_history(regclass, boolean, text[]);
drop trigger event_legs_note_moved_whole on event_legs;
drop trigger events_note_moved_whole on events;
drop function public.note_moved_whole();
drop trigger events_renew_standing on events;
drop function public.renew_standing_of_items();
drop trigger agenda_items_spread_standing on agenda_items;
drop trigger agenda_items_renew_standing on agenda_items;
drop function public.renew_standing_of_parts();
drop trigger agenda_items_note_standing on agenda_items;
drop function public.note_standing();
drop function public.standing_of(text, text, text);
alter table agenda_items drop column whole_sequence, drop column standing;
