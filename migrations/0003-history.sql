-- The history of every record, which the database writes by itself and never rewrites.

-- up
create table status_changes (
  id uuid primary key,
  record_id uuid not null,
  from_status text,
  to_status text not null,
  at timestamptz(3) not null,
  by_id uuid not null references actors,
  reason text,
  effective_on text,
  transaction xid8 not null default pg_current_xact_id()
);
create index status_changes_of_record on status_changes (record_id, id);

create table history (
  id bigint generated always as identity,
  record_id uuid not null,
  table_name text not null,
  version integer not null,
  at timestamptz(3) not null,
  by_id uuid,
  kind text not null check (kind in ('created', 'changed', 'moved', 'archived', 'restored', 'removed')),
  changes jsonb not null,
  transaction xid8 not null default pg_current_xact_id(),
  primary key (record_id, id)
);

create function public.field_name(column_name text) returns text
language sql immutable strict parallel safe as $$
  select left(column_name, 1) || substr(replace(initcap(replace(column_name, '_', ' ')), ' ', ''), 2)
$$;

create function public.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '% is only added to: nothing in it is changed or taken away', tg_table_name
    using errcode = 'insufficient_privilege', table = tg_table_name;
end $$;

create function public.keep_unaltered(kept regclass) returns void language plpgsql as $$
begin
  execute format('create trigger never_rewritten before update or delete or truncate on %s
    for each statement execute function public.refuse_rewriting()', kept);
end $$;

-- The functions that write run as who made them: an application that may not write history by itself still does so
-- through them. What a record was created with is told by itself and by its later changes: no copy is kept.
create function public.note_creations() returns trigger language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.history (record_id, table_name, version, at, by_id, kind, changes)
  select id, tg_table_name, version, created_at, created_by_id, 'created', '{}' from created;
  return null;
end $$;

create function public.note_change() returns trigger language plpgsql
security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
declare
  skipped constant text[] := tg_argv[0];
  private constant boolean := tg_argv[1];
  former constant jsonb := to_jsonb(old) - skipped;
  present jsonb := '{}';
  noted public.history;
begin
  noted.version := old.version;
  noted.at := now();
  noted.kind := 'removed';
  if tg_op = 'UPDATE' then
    present := to_jsonb(new) - skipped;
    -- What the database derives from other records is no change of this one.
    if present = former and new.version = old.version then return null; end if;
    -- What does not sign itself was done by hand, by nobody whom the office knows.
    if (new.version, new.updated_at) is distinct from (old.version, old.updated_at) then
      noted.version := new.version;
      noted.at := new.updated_at;
      noted.by_id := new.updated_by_id;
    end if;
    noted.kind := case
      when new.archived_at is not null and old.archived_at is null then 'archived'
      when new.archived_at is null and old.archived_at is not null then 'restored'
      when coalesce(present -> 'status', present -> 'response')
        is distinct from coalesce(former -> 'status', former -> 'response') then 'moved'
      else 'changed' end;
  end if;
  select coalesce(jsonb_object_agg(key, case when not private then
      jsonb_build_array(value, coalesce(present -> key, 'null')) end), '{}')
    into noted.changes
    from jsonb_each(former) where value is distinct from coalesce(present -> key, 'null');
  insert into public.history (record_id, table_name, version, at, by_id, kind, changes)
  values (old.id, tg_table_name, noted.version, noted.at, noted.by_id, noted.kind, noted.changes);
  return null;
end $$;

create function public.keep_history(tracked regclass, private boolean default false, derived text[] default '{}')
returns void
language plpgsql as $$
declare
  named constant text := (select relname from pg_class where oid = tracked);
  skipped constant text[] := '{version,updated_at,updated_by_id,archived_at}' || array(
    select attname::text from pg_attribute where attrelid = tracked and attgenerated <> '' order by attnum) || derived;
begin
  execute format('
    create trigger %2$I after insert on %1$s referencing new table as created
      for each statement execute function public.note_creations();
    create trigger %3$I after update on %1$s
      for each row when (old.* is distinct from new.*) execute function public.note_change(%5$L, %6$L);
    create trigger %4$I after delete on %1$s
      for each row execute function public.note_change(%5$L, %6$L);
    insert into public.history (record_id, table_name, version, at, by_id, kind, changes)
    select id, %7$L, 1, created_at, created_by_id, ''created'', ''{}'' from %1$s order by id',
    tracked, named || '_note_creations', named || '_note_changes', named || '_note_removals',
    skipped, private, named);
end $$;

-- A list belongs to the change of its record that the same transaction made before; one that was given with the
-- creation is told by the record itself.
create function public.note_list() returns trigger language plpgsql
security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
declare
  owners uuid[];
begin
  if tg_op = 'INSERT' then
    owners := array(select distinct (to_jsonb(c) ->> tg_argv[0])::uuid from changed c);
  elsif tg_op = 'DELETE' then
    owners := array(select distinct (to_jsonb(f) ->> tg_argv[0])::uuid from former f);
  else
    owners := array(select (to_jsonb(c) ->> tg_argv[0])::uuid from changed c
                    union select (to_jsonb(f) ->> tg_argv[0])::uuid from former f);
  end if;
  -- The first that is noted of a record is its creation.
  owners := array(select owner from unnest(owners) owner where pg_current_xact_id() is distinct from (
    select h.transaction from public.history h where h.record_id = owner order by h.id limit 1));
  if owners = '{}' then return null; end if;
  execute format('
    with present as (select * from public.%1$I where %2$I = any ($1)),
    past as (select * from present %4$s %5$s),
    lists as (
      select owner,
        (select coalesce(jsonb_agg(%3$s order by e.position), ''[]'') from past e where e.%2$I = owner) as was,
        (select coalesce(jsonb_agg(%3$s order by e.position), ''[]'') from present e where e.%2$I = owner) as is_now
      from unnest($1) owner)
    insert into public.history (record_id, table_name, version, at, by_id, kind, changes)
    select l.owner, coalesce(last.table_name, %6$L), coalesce(last.version, 1),
      coalesce(last.at, now()), last.by_id, ''changed'', jsonb_build_object($2, jsonb_build_array(l.was, l.is_now))
    from lists l left join lateral (
      select h.table_name, h.version,
        case when h.transaction = pg_current_xact_id() then h.at end as at,
        case when h.transaction = pg_current_xact_id() then h.by_id end as by_id
      from public.history h where h.record_id = l.owner order by h.id desc limit 1) last on true
    where l.was <> l.is_now',
    tg_table_name, tg_argv[0], tg_argv[2],
    case when tg_op <> 'DELETE' then 'except all select * from changed' end,
    case when tg_op <> 'INSERT' then 'union all select * from former' end, tg_table_name)
  using owners, tg_argv[1];
  return null;
end $$;

create function public.keep_list_history(tracked regclass, owner text, field text, entry text default null)
returns void language plpgsql as $$
declare
  named constant text := (select relname from pg_class where oid = tracked);
  columns constant text := (
    select string_agg(format('%L, e.%I', public.field_name(attname), attname), ', ' order by attnum)
    from pg_attribute where attrelid = tracked and attnum > 0 and attgenerated = '' and not attisdropped
      and attname not in (owner, 'position'));
  shown constant text := case when entry is null then format('jsonb_build_object(%s)', columns) else format('e.%I', entry) end;
begin
  execute format('
    create trigger %2$I after insert on %1$s referencing new table as changed
      for each statement execute function public.note_list(%5$L, %6$L, %7$L);
    create trigger %3$I after update on %1$s referencing old table as former new table as changed
      for each statement execute function public.note_list(%5$L, %6$L, %7$L);
    create trigger %4$I after delete on %1$s referencing old table as former
      for each statement execute function public.note_list(%5$L, %6$L, %7$L)',
    tracked, named || '_note_added', named || '_note_changed', named || '_note_taken', owner, field, shown);
end $$;

select keep_unaltered('history'), keep_unaltered('status_changes');

-- down
drop table history;
drop table status_changes;
drop function public.keep_list_history(regclass, text, text, text);
drop function public.note_list();
drop function public.keep_history(regclass, boolean, text[]);
drop function public.note_change();
drop function public.note_creations();
drop function public.keep_unaltered(regclass);
drop function public.refuse_rewriting();
drop function public.field_name(text);
