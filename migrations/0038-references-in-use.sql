-- Nothing new refers to what was put away.

-- up
-- The foreign keys have waited by then for whoever was putting the record away, so what came of that is seen here.
create function public.refuse_put_away(referred text, ids uuid[]) returns void language plpgsql as $$
declare
  away uuid[];
begin
  if ids is null then return; end if;
  execute format('select array_agg(id order by id) from public.%I where id = any ($1) and archived_at is not null',
    referred) into away using ids;
  if away is not null then
    raise exception 'what is referred to in % was put away', referred
      -- Class 23 is what constraints refuse.
      using errcode = '23A01', detail = array_to_string(away, ',');
  end if;
end $$;

create function public.refuse_new_references() returns trigger language plpgsql as $$
declare
  given uuid[];
begin
  for at in 0 .. tg_nargs - 1 by 2 loop
    execute format('select array_agg(distinct %1$I) from added where %1$I is not null', tg_argv[at]) into given;
    perform public.refuse_put_away(tg_argv[at + 1], given);
  end loop;
  return null;
end $$;

create function public.refuse_changed_references() returns trigger language plpgsql as $$
declare
  former constant jsonb := to_jsonb(old);
  present constant jsonb := to_jsonb(new);
begin
  for at in 0 .. tg_nargs - 1 by 2 loop
    if present -> tg_argv[at] <> all (array[former -> tg_argv[at], 'null']) then
      perform public.refuse_put_away(tg_argv[at + 1], array[(present ->> tg_argv[at])::uuid]);
    end if;
  end loop;
  return null;
end $$;

-- For every foreign key to records that is named as one which somebody gives: `…_known`. A migration that adds one to a
-- table, or takes one away, calls this again.
create function public.keep_references_in_use(referring regclass) returns void language plpgsql as $$
declare
  named constant text := (select relname from pg_class where oid = referring);
  arguments constant text := (
    select string_agg(distinct format('%L, %L', own.attname, referred.relname), ', ')
    from pg_constraint c
    join pg_class referred on referred.oid = c.confrelid
    join pg_attribute stamp on stamp.attrelid = c.confrelid and stamp.attname = 'archived_at'
    cross join unnest(c.conkey, c.confkey) as key(own, other)
    join pg_attribute own on own.attrelid = c.conrelid and own.attnum = key.own
    join pg_attribute other on other.attrelid = c.confrelid and other.attnum = key.other and other.attname = 'id'
    where c.conrelid = referring and c.contype = 'f' and c.conname like '%\_known');
begin
  execute format('drop trigger if exists %I on %s', named || '_refer_when_added', referring);
  execute format('drop trigger if exists %I on %s', named || '_refer_when_changed', referring);
  if arguments is null then return; end if;
  execute format('
    create trigger %2$I after insert on %1$s referencing new table as added
      for each statement execute function public.refuse_new_references(%4$s);
    create trigger %3$I after update on %1$s
      for each row when (old.* is distinct from new.*) execute function public.refuse_changed_references(%4$s)',
    referring, named || '_refer_when_added', named || '_refer_when_changed', arguments);
end $$;

select keep_references_in_use(oid) from pg_class
where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname;

-- Actors keep who they are while they change places in their list.
alter table outcome_actors drop constraint outcome_actors_pkey,
  add constraint outcome_actors_pkey primary key (outcome_id, position) deferrable;

-- down
alter table outcome_actors drop constraint outcome_actors_pkey,
  add constraint outcome_actors_pkey primary key (outcome_id, position);
drop function public.keep_references_in_use(regclass);
drop function public.refuse_changed_references() cascade;
drop function public.refuse_new_references() cascade;
drop function public.refuse_put_away(text, uuid[]);
