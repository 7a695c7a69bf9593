-- What is kept of a record beside it, its history and the answers to its requests, names other records: to whoever may not
-- see one of those, it does not tell that either.

-- up
-- The first that is noted of a record is its creation, in its own table.
create function public.id_seen(caller jsonb, given uuid) returns boolean language plpgsql stable parallel safe cost 10 as $$
declare
  named constant text := (select h.table_name from public.history h where h.record_id = given order by h.id limit 1);
begin
  return public.record_seen(caller, case named when 'entries' then 'entry' when 'delegation_members' then 'member'
    when 'agreement_parties' then 'party' when 'agreement_signatories' then 'signatory'
    when 'agreement_obligations' then 'obligation' else left(named, -1) end, given);
end $$;

-- Whether a caller sees every record whose id stands in some JSON.
create function public.all_seen(caller jsonb, said text) returns boolean language sql stable parallel safe as $$
  select not exists (
    select from (select distinct m[1]::uuid as id from regexp_matches(said, '"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"', 'g') m) named
    where not public.id_seen(caller, named.id))
$$;

-- A value as it is told to a caller: what names a record that is not there for them is left out of a list, and is null alone.
create function public.told(caller jsonb, said jsonb) returns jsonb language sql stable parallel safe as $$
  select case
    when jsonb_typeof(said) = 'array' then (
      select coalesce(jsonb_agg(one.value order by one.place) filter (where public.all_seen(caller, one.value::text)), '[]')
      from jsonb_array_elements(said) with ordinality one(value, place))
    when public.all_seen(caller, said::text) then said
    else 'null' end
$$;

-- It is asked, too, of what would close a circle, before that is refused.
create or replace function public.entries_above_seen(caller jsonb, entry uuid) returns boolean
language sql stable parallel safe as $$
  with recursive above(id, parent_id, is_seen) as (
    select p.id, p.parent_id, p.visibility <> 'confidential' or public.is_cleared(caller, p.created_by_id, null,
      p.visible_to_actor_ids, p.visible_to_roles) from public.entries p where p.id = entry
    union
    select p.id, p.parent_id, p.visibility <> 'confidential' or public.is_cleared(caller, p.created_by_id, null,
      p.visible_to_actor_ids, p.visible_to_roles) from above a join public.entries p on p.id = a.parent_id)
  select bool_and(is_seen) from above
$$;

-- down
create or replace function public.entries_above_seen(caller jsonb, entry uuid) returns boolean
language sql stable parallel safe as $$
  with recursive above as (
    select p.* from public.entries p where p.id = entry
    union all
    select p.* from above a join public.entries p on p.id = a.parent_id)
  select bool_and((p.visibility <> 'confidential' or public.is_cleared(caller, p.created_by_id, null, p.visible_to_actor_ids,
      p.visible_to_roles))) from above p
$$;
drop function public.told(jsonb, jsonb);
drop function public.all_seen(jsonb, text);
drop function public.id_seen(jsonb, uuid);
