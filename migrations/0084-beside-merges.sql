-- What stands beside the records that a merge moves: what it has set aside of people, which others a record is known to be
-- different from, and whoever is given rights for an organization while it is merged.

-- up
-- Which records one was merged from, however often, and by which merges, unless these were undone.
create function public.merged_from(record uuid) returns table (merge_id uuid, from_id uuid) language sql stable as $$
  with recursive became(merge_id, from_id) as (
    select m.id, m.from_id from public.merges m where m.into_id = record and m.undone_at is null
    union
    select m.id, m.from_id from became b join public.merges m on m.into_id = b.from_id and m.undone_at is null
  ) select * from became
$$;

create or replace function public.forget_merged_profiles() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  if nullif(current_setting('corteo.merge', true), '') is not null then return null; end if;
  delete from public.merged_profiles s using public.merged_from(old.person_id) b where s.merge_id = b.merge_id;
  return null;
end $$;

-- What merges of any kind have set aside that is about a person: rows that others stand for, and what fields held before;
-- and what of it goes when the person is erased.
create function public.set_aside_of(person uuid)
returns table (step_id bigint, merge_id uuid, table_name text, id uuid, held jsonb, emptied jsonb)
language plpgsql stable as $$
declare
  field record;
  formers constant uuid[] := array(select m.from_id from public.merged_from(person) m);
  mine uuid[] := array[person] || array(select r.id from public.personal_rows(person) r) || formers;
  about text[] := array(select concat_ws('/', r.table_name, r.owner, r.id) from public.personal_rows(person) r)
    || array(select concat_ws('/', 'people', 'id', former) from unnest(formers) former);
  led uuid[];
begin
  for field in select f.* from public.personal_fields() f loop
    led := array(select (s.key ->> 'id')::uuid from public.merge_steps s
      where s.of_table = field.table_name and s.present is null and (s.was ->> field.owner)::uuid = any (mine));
    mine := mine || led;
    about := about || array(select concat_ws('/', field.table_name, field.owner, one) from unnest(led) one);
  end loop;
  return query select s.id, s.merge_id, s.of_table, (s.key ->> 'id')::uuid,
    jsonb_strip_nulls(s.was - public.derived_columns(s.of_table::name)), f.emptied
  from public.merge_steps s join public.personal_fields() f on f.table_name = s.of_table
  where concat_ws('/', s.of_table, f.owner, s.key ->> 'id') = any (about)
    and (s.present is null or s.was ?| array(select jsonb_object_keys(f.emptied)));
end $$;

-- What fields hold that are emptied, of those that are there.
create function public.emptied_in(held jsonb, emptied jsonb) returns jsonb language sql immutable strict parallel safe as $$
  select coalesce(jsonb_object_agg(e.key, e.value), '{}') from jsonb_each(emptied) e where held ? e.key
$$;

-- The same as `held_about` tells what is in use, with what was set aside of protected profiles: that it was, and not what
-- it says. Whether one may see it is not known but of those who see everything.
create function public.set_aside_about(person uuid, caller jsonb)
returns table (table_name text, id uuid, kind text, held jsonb) language sql stable as $$
  select s.table_name, s.id, s.held ->> 'kind', jsonb_object_agg(public.field_name(regexp_replace(f.key, '_id$', '')), f.value)
    || jsonb_build_object('setAsideBy', s.merge_id)
  from public.set_aside_of(person) s cross join jsonb_each(s.held - 'id') f
  where caller -> 'scopes' ? 'confidential:read'
  group by s.step_id, s.table_name, s.id, s.held, s.merge_id
  union all
  select 'protected_profiles', null, null, jsonb_build_object('person', p.person_id, 'version', p.version,
    'createdAt', p.created_at, 'createdBy', p.created_by_id, 'updatedAt', p.updated_at, 'updatedBy', p.updated_by_id,
    'setAsideBy', p.merge_id)
  from public.merged_from(person) m join public.merged_profiles p on p.merge_id = m.merge_id
  where caller -> 'scopes' ? 'confidential:read'
$$;

create or replace function public.audited_of(person uuid) returns table (at timestamptz, action text, by_id uuid, reason text)
language sql stable as $$
  select e.at::timestamptz, e.action, e.actor_id, e.reason from public.audit_events e
  where e.subject_id = any (array[person] || array(select m.from_id from public.merged_from(person) m)) order by e.at, e.id
$$;

-- What merges keep of a person goes with the person. A merge of people, and one that has kept their name, cannot be undone
-- any more; any other brings back what was about them without what it said.
create or replace function public.forget_merges() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
declare
  mine constant uuid[] := array[new.person_id] || array(select m.from_id from public.merged_from(new.person_id) m);
  certain constant text := (select p.certain from public.name_patterns(new.person_id) p);
  own_steps constant bigint[] := array(select s.step_id from public.set_aside_of(new.person_id) s);
  step record;
begin
  for step in
    select s.id, s.merge_id, s.of_table, s.key, s.present,
      m.into_id = any (mine) and m.of_table = 'people' or (s.was || coalesce(s.present, '{}'))::text ~* certain as is_forgotten
    from public.merge_steps s join public.merges m on m.id = s.merge_id
    where m.into_id = any (mine) and m.of_table = 'people' or (s.was || coalesce(s.present, '{}'))::text ~* certain
      or s.id = any (own_steps)
  loop
    if step.is_forgotten then
      update public.merges set forgotten = true where id = step.merge_id;
      update public.merge_steps set was = '{}', present = case when present is not null then '{}'::jsonb end, digest = null
        where id = step.id;
    else
      update public.merge_steps s set was = s.was || public.emptied_in(s.was, f.emptied),
        present = s.present || public.emptied_in(s.present, f.emptied)
      from (select jsonb_object_agg(c.key, c.value) as emptied
        from public.set_aside_of(new.person_id) o
        cross join jsonb_each(replace(o.emptied::text, '#', upper(right(o.id::text, 4)))::jsonb) c where o.step_id = step.id) f
      where s.id = step.id;
    end if;
    if step.present is null then
      update public.history h set changes = h.changes || public.unsaid(h.changes, f.emptied) from public.personal_fields() f
        where h.record_id = (step.key ->> 'id')::uuid and h.table_name = step.of_table and f.table_name = step.of_table;
      update public.status_changes set reason = null where record_id = (step.key ->> 'id')::uuid and reason is not null;
    end if;
  end loop;
  return null;
end $$;

-- down
create or replace function public.forget_merges() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
declare
  mine constant uuid[] := array(
    with recursive became(id) as (
      select new.person_id union select m.from_id from became b join public.merges m on m.into_id = b.id and m.undone_at is null
    ) select id from became);
  certain constant text := (select p.certain from public.name_patterns(new.person_id) p);
  step record;
begin
  for step in
    select s.id, s.merge_id, s.of_table, s.key, s.present from public.merge_steps s join public.merges m on m.id = s.merge_id
    where m.into_id = any (mine) and m.of_table = 'people' or (s.was || coalesce(s.present, '{}'))::text ~* certain
  loop
    update public.merges set forgotten = true where id = step.merge_id;
    update public.merge_steps set was = '{}', present = case when present is not null then '{}'::jsonb end, digest = null
      where id = step.id;
    if step.present is null then
      update public.history h set changes = h.changes || public.unsaid(h.changes, f.emptied) from public.personal_fields() f
        where h.record_id = (step.key ->> 'id')::uuid and h.table_name = step.of_table and f.table_name = step.of_table;
      update public.status_changes set reason = null where record_id = (step.key ->> 'id')::uuid and reason is not null;
    end if;
  end loop;
  return null;
end $$;

create or replace function public.audited_of(person uuid) returns table (at timestamptz, action text, by_id uuid, reason text)
language plpgsql stable as $$
begin
  if to_regclass('public.audit_events') is not null then
    return query select e.at::timestamptz, e.action, e.actor_id, e.reason from public.audit_events e
      where e.subject_id = person order by e.at, e.id;
  end if;
end $$;

create or replace function public.forget_merged_profiles() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  if nullif(current_setting('corteo.merge', true), '') is not null then return null; end if;
  with recursive became(merge_id, from_id) as (
    select m.id, m.from_id from public.merges m where m.into_id = old.person_id and m.undone_at is null
    union
    select m.id, m.from_id from became b join public.merges m on m.into_id = b.from_id and m.undone_at is null
  ) delete from public.merged_profiles s using became b where s.merge_id = b.merge_id;
  return null;
end $$;

drop function public.set_aside_about(uuid, jsonb);
drop function public.emptied_in(jsonb, jsonb);
drop function public.set_aside_of(uuid);
drop function public.merged_from(uuid);
