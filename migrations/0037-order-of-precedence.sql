-- No two members of a delegation have one rank: whoever is put in at one moves those who come after down.

-- up
-- Of those who are expected: who is replaced leaves the rank to another.
create function public.ranked_members(delegation uuid) returns setof delegation_members
language sql stable parallel safe as $$
  select * from public.delegation_members
  where delegation_id = delegation and archived_at is null
    and status not in ('declined', 'withdrawn', 'replaced', 'absent')
$$;

create function public.make_room_in_precedence(member uuid) returns void language plpgsql as $$
declare
  own public.delegation_members;
  taken integer;
begin
  select * into own from public.delegation_members where id = member;
  -- How many ranks are taken by others from this one on, without a gap.
  select count(*) into taken from (
    select m.precedence, row_number() over (order by m.precedence) as number
    from public.ranked_members(own.delegation_id) m
    where m.id <> own.id and m.precedence >= own.precedence group by m.precedence
  ) later where later.precedence = own.precedence + later.number - 1;
  update public.delegation_members m set precedence = m.precedence + 1,
    version = m.version + 1, updated_at = own.updated_at, updated_by_id = own.updated_by_id
  from public.ranked_members(own.delegation_id) ranked
  where m.id = ranked.id and m.id <> own.id and m.precedence >= own.precedence and m.precedence < own.precedence + taken;
  -- Where the highest rank that can be given is passed, all are counted anew.
  if exists (select from public.ranked_members(own.delegation_id) m where m.precedence > 1000000) then
    update public.delegation_members m set precedence = counted.rank,
      version = m.version + 1, updated_at = own.updated_at, updated_by_id = own.updated_by_id
    from (select ranked.id, row_number() over (order by ranked.precedence, ranked.id) as rank
      from public.ranked_members(own.delegation_id) ranked) counted
    where m.id = counted.id and m.precedence <> counted.rank;
  end if;
end $$;

create function public.order_members() returns trigger language plpgsql as $$
begin
  -- What follows from this is no move of its own.
  if pg_trigger_depth() > 1 then return null; end if;
  if tg_op = 'INSERT' then
    perform public.make_room_in_precedence(p.id) from (select present.* from present
      where archived_at is null and status not in ('declined', 'withdrawn', 'replaced', 'absent') order by id) p;
  else
    perform public.make_room_in_precedence(p.id) from (select present.* from present join former using (id)
      where (present.precedence, present.status, present.archived_at)
          is distinct from (former.precedence, former.status, former.archived_at)
        and present.archived_at is null and present.status not in ('declined', 'withdrawn', 'replaced', 'absent')
      order by id) p;
  end if;
  return null;
end $$;
-- Named so that they come after those that note what was written.
create trigger delegation_members_ordered_added after insert on delegation_members
  referencing new table as present for each statement execute function public.order_members();
create trigger delegation_members_ordered_changed after update on delegation_members
  referencing old table as former new table as present for each statement execute function public.order_members();

-- down
drop function public.order_members() cascade;
drop function public.make_room_in_precedence(uuid);
drop function public.ranked_members(uuid);
