-- A leg can go when only agenda items that were put away belong to it.

-- up
-- They let go of it as part of the change of the event, which is written before its legs are.
create function public.let_go_of_leg() returns trigger language plpgsql as $$
begin
  update public.agenda_items i
  set leg_id = null, version = i.version + 1, updated_at = e.updated_at, updated_by_id = e.updated_by_id
  from public.events e
  where e.id = old.event_id and i.leg_id = old.id and i.archived_at is not null;
  return old;
end $$;
create trigger event_legs_let_go before delete on event_legs for each row execute function let_go_of_leg();

-- down
drop trigger event_legs_let_go on event_legs;
drop function public.let_go_of_leg();
