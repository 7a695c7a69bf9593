-- Who was erased stays so: nothing that is written afterwards says anything of them.

-- up
create function public.were_erased(people uuid[]) returns boolean language sql stable as $$
  select exists (select from public.erasures where person_id = any (people) and transaction <> public.transaction_mark())
$$;

-- Whether a record is a person who was erased before, or is about one.
create function public.is_about_erased(record uuid) returns boolean language plpgsql stable as $$
declare
  field record;
  owner uuid;
begin
  if public.were_erased(array[record]) then return true; end if;
  for field in select f.table_name, f.owner from public.personal_fields() f where f.table_name <> 'people' loop
    execute format('select t.%I from public.%I t where t.id = $1', field.owner, field.table_name) into owner using record;
    if owner is not null and public.is_about_erased(owner) then return true; end if;
  end loop;
  return false;
end $$;

create function public.refuse_erased(in_table text) returns void language plpgsql as $$
begin
  raise exception 'the person was erased'
    using errcode = 'check_violation', constraint = 'people_stay_erased', table = in_table;
end $$;

-- As before, and nothing new refers to who was erased.
create or replace function public.refuse_put_away(referred text, ids uuid[])
returns void
language plpgsql
as $$
declare
  away uuid[];
  hidden uuid[];
begin
  -- A merge, or taking one back, refers to nothing new.
  if ids is null or nullif(current_setting('corteo.merge', true), '') is not null then return; end if;
  hidden := public.unseen(referred, variadic ids);
  if hidden <> '{}' then
    raise foreign_key_violation using detail = format('Key (id)=(%s) is not present in table "%s".', hidden[1], referred);
  end if;
  if referred = 'people' and public.were_erased(ids) then perform public.refuse_erased(referred); end if;
  execute format('select array_agg(id order by id) from public.%I where id = any ($1) and archived_at is not null',
    referred) into away using ids;
  if away is not null then
    raise exception 'what is referred to in % was put away', referred
      -- Class 23 is what constraints refuse.
      using errcode = '23A01', detail = array_to_string(away, ',');
  end if;
end $$;

-- What leads to people, or to what is about them, and is given in other ways than by foreign keys of that kind; and what
-- of it is about them.
create function public.fields_of_people() returns table (table_name text, owner text, emptied jsonb)
language sql immutable parallel safe as $$
  select * from public.personal_fields() f where f.table_name <> 'people'
  union all select l.of_table::text, l.own::text, jsonb '{}' from public.loose_references() l
  union all select 'protected_profiles', 'person_id', '{}'::jsonb
$$;

-- What is about who was erased is neither recorded anew nor told otherwise; what else it holds may change.
create function public.refuse_telling_of_erased() returns trigger language plpgsql as $$
declare
  former constant jsonb := to_jsonb(old);
  present constant jsonb := to_jsonb(new);
  field record;
begin
  -- A merge, or taking one back, says nothing new.
  if nullif(current_setting('corteo.merge', true), '') is not null or not exists (select from public.erasures) then return null; end if;
  for field in select f.owner, f.emptied from public.fields_of_people() f where f.table_name = tg_table_name loop
    if exists (select from jsonb_object_keys(field.emptied || jsonb_build_object(field.owner, null)) told
        where former -> told is distinct from present -> told)
      and public.is_about_erased((present ->> field.owner)::uuid)
    then
      perform public.refuse_erased(tg_table_name);
    end if;
  end loop;
  return null;
end $$;

-- The foreign keys have waited by then for whoever was erasing the person. A migration that adds a table to what leads to
-- people calls this for it.
create function public.keep_erased_in(telling regclass) returns void language plpgsql as $$
begin
  execute format('create trigger %I after insert or update on %s for each row execute function public.refuse_telling_of_erased()',
    (select relname from pg_class where oid = telling) || '_tell_of_nobody_erased', telling);
end $$;

select keep_erased_in(named::regclass) from (select distinct table_name as named from fields_of_people()) tables;

-- down
drop function public.keep_erased_in(regclass);
drop function public.refuse_telling_of_erased() cascade;
drop function public.fields_of_people();
create or replace function public.refuse_put_away(referred text, ids uuid[])
returns void
language plpgsql
as $$
declare
  away uuid[];
  hidden uuid[];
begin
  -- A merge, or taking one back, refers to nothing new.
  if ids is null or nullif(current_setting('corteo.merge', true), '') is not null then return; end if;
  hidden := public.unseen(referred, variadic ids);
  if hidden <> '{}' then
    raise foreign_key_violation using detail = format('Key (id)=(%s) is not present in table "%s".', hidden[1], referred);
  end if;
  execute format('select array_agg(id order by id) from public.%I where id = any ($1) and archived_at is not null',
    referred) into away using ids;
  if away is not null then
    raise exception 'what is referred to in % was put away', referred
      -- Class 23 is what constraints refuse.
      using errcode = '23A01', detail = array_to_string(away, ',');
  end if;
end $$;
drop function public.refuse_erased(text);
drop function public.is_about_erased(uuid);
drop function public.were_erased(uuid[]);
