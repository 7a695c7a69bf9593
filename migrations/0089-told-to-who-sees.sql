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

-- A value as it is told to a caller: the id of a record that is not there for them is null, and left out of a list, with
-- all that the entry says which names it, unless that is something by itself.
create function public.told(caller jsonb, said jsonb) returns jsonb language sql stable parallel safe as $$
  select case
    when public.all_seen(caller, said::text) then said
    when jsonb_typeof(said) = 'array' then (
      select coalesce(jsonb_agg(public.told(caller, one.value) order by one.place)
        filter (where one.value ? 'id' or public.all_seen(caller, one.value::text)), '[]')
      from jsonb_array_elements(said) with ordinality one(value, place))
    when jsonb_typeof(said) = 'object' then (
      select jsonb_object_agg(member.key, public.told(caller, member.value)) from jsonb_each(said) member)
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

-- What names a partner that the partner may not see leads them nowhere.
create or replace function public.delegations_naming(caller jsonb) returns uuid[]
language sql stable parallel safe as $$
  with named as (select array(select jsonb_array_elements_text(caller -> 'organizations'))::uuid[] as ids),
  naming as (
    select o.delegation_id as id from named, public.delegation_organizations o where o.organization_id = any (named.ids)
    union
    select m.delegation_id from named, public.delegation_members m
    where m.organization_id = any (named.ids) and m.archived_at is null)
  select array(
    select d.id from naming join public.delegations d on d.id = naming.id
    where d.visibility <> 'confidential'
      or public.is_cleared(caller, d.created_by_id, null, d.visible_to_actor_ids, d.visible_to_roles))
$$;

-- Notes about positions are about people.
create or replace function public.visible_citations(caller jsonb) returns setof citations
language sql stable parallel safe as $$
  select * from public.citations c where caller is not null and caller ->> 'role' is distinct from 'partner'
    and public.record_seen(caller, 'source', c.source_id)
    and (c.record_kind not in ('visit', 'forum', 'event', 'agenda_item', 'participation', 'event_link', 'delegation', 'member', 'agreement', 'party', 'signatory', 'obligation', 'agreement_link', 'outcome', 'follow_up', 'source', 'entry', 'entry_link', 'figure') or public.record_seen(caller, c.record_kind, c.record_id))
    and (c.record_kind not in ('person', 'position') or c.field is null or c.field not in ('email', 'phone', 'notes')
      or caller -> 'scopes' ? 'contacts:read')
$$;

-- down
create or replace function public.delegations_naming(caller jsonb) returns uuid[]
language sql stable parallel safe as $$
  with named as (select array(select jsonb_array_elements_text(caller -> 'organizations'))::uuid[] as ids)
  select array(
    select o.delegation_id from named, public.delegation_organizations o where o.organization_id = any (named.ids)
    union
    select m.delegation_id from named, public.delegation_members m
    where m.organization_id = any (named.ids) and m.archived_at is null)
$$;
create or replace function public.visible_citations(caller jsonb) returns setof citations
language sql stable parallel safe as $$
  select * from public.citations c where caller is not null and caller ->> 'role' is distinct from 'partner'
    and public.record_seen(caller, 'source', c.source_id)
    and (c.record_kind not in ('visit', 'forum', 'event', 'agenda_item', 'participation', 'event_link', 'delegation', 'member', 'agreement', 'party', 'signatory', 'obligation', 'agreement_link', 'outcome', 'follow_up', 'source', 'entry', 'entry_link', 'figure') or public.record_seen(caller, c.record_kind, c.record_id))
    and (c.record_kind <> 'person' or c.field is null or c.field not in ('email', 'phone', 'notes')
      or caller -> 'scopes' ? 'contacts:read')
$$;
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
