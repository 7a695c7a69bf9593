-- What a merge sets aside besides, so that undoing it gives each record back what it had: protected profiles, and which
-- records are known to be different.

-- up
-- Which merge has written a profile last: what that set aside comes back only where nobody has changed it since.
alter table protected_profiles add column merge_id uuid references merges;

-- The profiles of both people as they were, encrypted for each of them.
create table merged_profiles (
  id uuid primary key default gen_random_uuid(),
  merge_id uuid not null references merges,
  person_id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  former_merge_id uuid references merges,
  passport bytea,
  birth_date bytea,
  visa bytea,
  dietary bytea,
  medical bytea,
  emergency_contact bytea,
  notes bytea,
  constraint merged_profiles_once unique (merge_id, person_id)
);

-- Where the one that is merged away has a profile, neither keeps it: the program seals what both said anew for the other.
create function public.set_aside_profiles(merge public.merges) returns void language plpgsql as $$
begin
  if not exists (select from public.protected_profiles where person_id = merge.from_id) then return; end if;
  insert into public.merged_profiles (merge_id, person_id, version, created_at, created_by_id, updated_at, updated_by_id,
    former_merge_id, passport, birth_date, visa, dietary, medical, emergency_contact, notes)
  select merge.id, p.person_id, p.version, p.created_at, p.created_by_id, p.updated_at, p.updated_by_id,
    p.merge_id, p.passport, p.birth_date, p.visa, p.dietary, p.medical, p.emergency_contact, p.notes
  from public.protected_profiles p where p.person_id in (merge.from_id, merge.into_id);
  delete from public.protected_profiles p where p.person_id in (merge.from_id, merge.into_id);
end $$;

-- Versions go on, so that no tag of what was seen in between fits.
create function public.bring_back_profiles(merge uuid) returns void language plpgsql as $$
declare
  kept constant uuid := (select into_id from public.merges where id = merge);
  seen integer;
begin
  if not exists (select from public.merged_profiles where merge_id = merge) then return; end if;
  delete from public.protected_profiles p where p.person_id = kept returning p.version into seen;
  insert into public.protected_profiles (person_id, version, created_at, created_by_id, updated_at, updated_by_id,
    merge_id, passport, birth_date, visa, dietary, medical, emergency_contact, notes)
  select m.person_id, case m.person_id when kept then seen else m.version end + 1, m.created_at, m.created_by_id, m.updated_at,
    m.updated_by_id, m.former_merge_id, m.passport, m.birth_date, m.visa, m.dietary, m.medical, m.emergency_contact, m.notes
  from public.merged_profiles m where m.merge_id = merge;
  delete from public.merged_profiles where merge_id = merge;
end $$;

-- Whose profile is erased, of them nothing is kept aside either.
create function public.forget_merged_profiles() returns trigger language plpgsql
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
create trigger protected_profiles_forget_merged after delete on protected_profiles
  for each row execute function forget_merged_profiles();

-- A mark comes back where both records are still there.
create function public.forget_missing_differences(merge uuid) returns void language plpgsql as $$
declare
  merged public.merges;
begin
  select * into merged from public.merges where id = merge;
  execute format('delete from public.different_records d where $1 in (d.first_id, d.second_id) and (
    select count(*) from public.%I t where t.id in (d.first_id, d.second_id)
      and not exists (select from public.erasures e where e.person_id = t.id)) < 2', merged.of_table) using merged.from_id;
end $$;

create or replace function public.merge_records(merge_id uuid, in_table name, former uuid, kept uuid, changes jsonb, taken text[],
  moment timestamptz, officer uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  merge public.merges;
  held jsonb;
  led record;
begin
  insert into public.merges (id, of_table, from_id, into_id, at, by_id, taken)
  values (merge_id, in_table, former, kept, moment, officer, taken) returning * into merge;
  perform set_config('corteo.merge', merge_id::text, true);
  perform public.write_merged(merge, in_table, kept, changes);
  perform public.merge_rows(merge, in_table, former, kept);
  perform public.set_aside_profiles(merge);
  for held in select to_jsonb(d) from public.different_records d where former in (d.first_id, d.second_id) loop
    perform public.take_away_merged(merge, 'different_records', held, null, null, null);
  end loop;
  execute format('select to_jsonb(t) from public.%I t where t.id = $1', in_table) into held using former;
  perform public.take_away_merged(merge, in_table, held, jsonb_build_object('id', kept), null, null);
  perform set_config('corteo.merge', '', true);
  for led in select distinct s.of_table from public.merge_steps s where s.merge_id = merge.id and s.present <> '{}' loop
    if public.has_column(led.of_table::name, 'updated_by_id') then
      execute format('update public.merge_steps s set digest = public.row_digest(%1$L, to_jsonb(t)) from public.%1$I t
        where s.merge_id = $1 and s.of_table = %1$L and s.present <> ''{}'' and %2$s', led.of_table, public.key_match(led.of_table::name, 's.key'))
        using merge.id;
    end if;
  end loop;
  update public.merges m set
    moved = (select coalesce(jsonb_object_agg(c.of_table, c.number), '{}') from (
      select s.of_table, count(distinct s.key) as number from public.merge_steps s
      where s.merge_id = m.id and s.present <> '{}' and s.key <> jsonb_build_object('id', kept) and not exists (
        select from public.merge_steps o where o.merge_id = m.id and o.of_table = s.of_table and o.twin = s.key)
      group by s.of_table) c),
    became_one = (select coalesce(jsonb_object_agg(c.of_table, c.number), '{}') from (
      select s.of_table, count(*) as number from public.merge_steps s
      where s.merge_id = m.id and s.present is null and s.key <> jsonb_build_object('id', former)
        and s.of_table <> 'different_records' group by s.of_table) c)
  where m.id = merge.id;
end $$;

create or replace function public.changed_since_merge(merge uuid) returns table (of_table text, key jsonb)
language plpgsql stable as $$
declare
  led record;
begin
  for led in select distinct s.of_table::name as of_table from public.merge_steps s where s.merge_id = merge loop
    return query execute format('
      select s.of_table, s.key from public.merge_steps s left join public.%1$I t on %2$s
      where s.merge_id = $1 and s.of_table = %1$L and s.present <> ''{}''
        and (t is null or case when s.digest is not null then s.digest <> public.row_digest(%1$L, to_jsonb(t))
          else not to_jsonb(t) @> s.present end)
      union
      select s.of_table, s.twin from public.merge_steps s left join public.%1$I t on %3$s
      where s.merge_id = $1 and s.of_table = %1$L and s.twin is not null and t is null',
      led.of_table, public.key_match(led.of_table, 's.key'), public.key_match(led.of_table, 's.twin')) using merge;
  end loop;
  return query select 'people', jsonb_build_object('id', m.into_id) from public.merges m
    where m.id = merge and exists (select from public.merged_profiles s where s.merge_id = m.id)
      and not exists (select from public.protected_profiles p where p.person_id = m.into_id and p.merge_id = m.id);
end $$;

create or replace function public.undo_merge(merge_id uuid, moment timestamptz, officer uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  step record;
  stamped text;
begin
  update public.merges m set undone_at = moment, undone_by_id = officer, transaction = public.transaction_mark()
    where m.id = undo_merge.merge_id;
  perform set_config('corteo.merge', merge_id::text, true);
  for step in
    select s.turn, s.of_table::name as of_table, bool_or(s.present is null) as taken_away,
      (select string_agg(quote_ident(k), ', ' order by k) from jsonb_object_keys((array_agg(s.was))[1]) k) as columns,
      (select string_agg(format('n.%I', k), ', ' order by k) from jsonb_object_keys((array_agg(s.was))[1]) k) as given
    from public.merge_steps s where s.merge_id = undo_merge.merge_id group by s.turn, s.of_table order by s.turn desc
  loop
    stamped := public.stamps_of(step.of_table);
    if step.taken_away then
      execute format('insert into public.%1$I (%2$s) select %2$s from (select n.* from public.merge_steps s
        cross join jsonb_populate_record(null::public.%1$I, s.was %3$s) n where s.merge_id = $1 and s.turn = $4) former',
        step.of_table, public.written_columns(step.of_table), case when public.has_column(step.of_table, 'updated_by_id') then
          '|| jsonb_build_object(''version'', (s.was ->> ''version'')::integer + 1, ''updated_at'', $2, ''updated_by_id'', $3)' end)
        using merge_id, moment, officer, step.turn;
    elsif step.columns is not null or stamped <> '' then
      execute format('update public.%1$I t set %2$s from public.merge_steps s where s.merge_id = $1 and s.turn = $4 and %3$s',
        step.of_table, case when step.columns is null then substr(stamped, 3)
          else format('(%s) = (select %s from jsonb_populate_record(t, s.was) n) %s', step.columns, step.given, stamped) end,
        public.key_match(step.of_table, 's.key')) using merge_id, moment, officer, step.turn;
    end if;
  end loop;
  perform public.bring_back_profiles(undo_merge.merge_id);
  perform public.forget_missing_differences(undo_merge.merge_id);
  delete from public.merge_steps s where s.merge_id = undo_merge.merge_id;
  perform set_config('corteo.merge', '', true);
end $$;

-- down
create or replace function public.merge_records(merge_id uuid, in_table name, former uuid, kept uuid, changes jsonb, taken text[],
  moment timestamptz, officer uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  merge public.merges;
  held jsonb;
  led record;
begin
  insert into public.merges (id, of_table, from_id, into_id, at, by_id, taken)
  values (merge_id, in_table, former, kept, moment, officer, taken) returning * into merge;
  perform set_config('corteo.merge', merge_id::text, true);
  perform public.write_merged(merge, in_table, kept, changes);
  perform public.merge_rows(merge, in_table, former, kept);
  execute format('select to_jsonb(t) from public.%I t where t.id = $1', in_table) into held using former;
  perform public.take_away_merged(merge, in_table, held, jsonb_build_object('id', kept), null, null);
  perform set_config('corteo.merge', '', true);
  for led in select distinct s.of_table from public.merge_steps s where s.merge_id = merge.id and s.present <> '{}' loop
    if public.has_column(led.of_table::name, 'updated_by_id') then
      execute format('update public.merge_steps s set digest = public.row_digest(%1$L, to_jsonb(t)) from public.%1$I t
        where s.merge_id = $1 and s.of_table = %1$L and s.present <> ''{}'' and %2$s', led.of_table, public.key_match(led.of_table::name, 's.key'))
        using merge.id;
    end if;
  end loop;
  update public.merges m set
    moved = (select coalesce(jsonb_object_agg(c.of_table, c.number), '{}') from (
      select s.of_table, count(distinct s.key) as number from public.merge_steps s
      where s.merge_id = m.id and s.present <> '{}' and s.key <> jsonb_build_object('id', kept) and not exists (
        select from public.merge_steps o where o.merge_id = m.id and o.of_table = s.of_table and o.twin = s.key)
      group by s.of_table) c),
    became_one = (select coalesce(jsonb_object_agg(c.of_table, c.number), '{}') from (
      select s.of_table, count(*) as number from public.merge_steps s
      where s.merge_id = m.id and s.present is null and s.key <> jsonb_build_object('id', former) group by s.of_table) c)
  where m.id = merge.id;
end $$;

create or replace function public.changed_since_merge(merge uuid) returns table (of_table text, key jsonb)
language plpgsql stable as $$
declare
  led record;
begin
  for led in select distinct s.of_table::name as of_table from public.merge_steps s where s.merge_id = merge loop
    return query execute format('
      select s.of_table, s.key from public.merge_steps s left join public.%1$I t on %2$s
      where s.merge_id = $1 and s.of_table = %1$L and s.present <> ''{}''
        and (t is null or case when s.digest is not null then s.digest <> public.row_digest(%1$L, to_jsonb(t))
          else not to_jsonb(t) @> s.present end)
      union
      select s.of_table, s.twin from public.merge_steps s left join public.%1$I t on %3$s
      where s.merge_id = $1 and s.of_table = %1$L and s.twin is not null and t is null',
      led.of_table, public.key_match(led.of_table, 's.key'), public.key_match(led.of_table, 's.twin')) using merge;
  end loop;
end $$;

create or replace function public.undo_merge(merge_id uuid, moment timestamptz, officer uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  step record;
  stamped text;
begin
  update public.merges m set undone_at = moment, undone_by_id = officer, transaction = public.transaction_mark()
    where m.id = undo_merge.merge_id;
  perform set_config('corteo.merge', merge_id::text, true);
  for step in
    select s.turn, s.of_table::name as of_table, bool_or(s.present is null) as taken_away,
      (select string_agg(quote_ident(k), ', ' order by k) from jsonb_object_keys((array_agg(s.was))[1]) k) as columns,
      (select string_agg(format('n.%I', k), ', ' order by k) from jsonb_object_keys((array_agg(s.was))[1]) k) as given
    from public.merge_steps s where s.merge_id = undo_merge.merge_id group by s.turn, s.of_table order by s.turn desc
  loop
    stamped := public.stamps_of(step.of_table);
    if step.taken_away then
      execute format('insert into public.%1$I (%2$s) select %2$s from (select n.* from public.merge_steps s
        cross join jsonb_populate_record(null::public.%1$I, s.was %3$s) n where s.merge_id = $1 and s.turn = $4) former',
        step.of_table, public.written_columns(step.of_table), case when public.has_column(step.of_table, 'updated_by_id') then
          '|| jsonb_build_object(''version'', (s.was ->> ''version'')::integer + 1, ''updated_at'', $2, ''updated_by_id'', $3)' end)
        using merge_id, moment, officer, step.turn;
    elsif step.columns is not null or stamped <> '' then
      execute format('update public.%1$I t set %2$s from public.merge_steps s where s.merge_id = $1 and s.turn = $4 and %3$s',
        step.of_table, case when step.columns is null then substr(stamped, 3)
          else format('(%s) = (select %s from jsonb_populate_record(t, s.was) n) %s', step.columns, step.given, stamped) end,
        public.key_match(step.of_table, 's.key')) using merge_id, moment, officer, step.turn;
    end if;
  end loop;
  delete from public.merge_steps s where s.merge_id = undo_merge.merge_id;
  perform set_config('corteo.merge', '', true);
end $$;

drop function public.forget_missing_differences(uuid);
drop function public.bring_back_profiles(uuid);
drop function public.set_aside_profiles(public.merges);
drop trigger protected_profiles_forget_merged on protected_profiles;
drop function public.forget_merged_profiles();
drop table merged_profiles;
alter table protected_profiles drop column merge_id;
