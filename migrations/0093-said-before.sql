-- A source has not changed when a record has: what it was cited for without a value of its own stays its value.

-- up
-- What rows say before some columns of theirs are changed, where sources are cited for it and the rows will not say it any
-- more; what is only added to is still said.
-- @param rows as they will be: their ids, and what changes by column
-- @param renamed columns that are not named like their field, by field
create function public.said_before(in_table name, rows jsonb, renamed jsonb default '{}')
returns table (citation_id uuid, value jsonb) language plpgsql stable as $$
begin
  if not exists (select from jsonb_array_elements(rows) n join public.citations c
      on c.record_id = (n ->> 'id')::uuid and c.value is null and c.field is not null) then return; end if;
  return query execute format('
    select c.id, said.now
    from jsonb_array_elements($1) n
    join public.%I t on t.id = (n ->> ''id'')::uuid
    join public.citations c on c.record_id = t.id and c.value is null
    cross join lateral (select coalesce($2 ->> c.field, c.field) as field) f
    cross join lateral (select public.field_of(to_jsonb(t), f.field) as now,
      public.field_of(to_jsonb(jsonb_populate_record(t, n)), f.field) as later) said
    where said.now <> ''null'' and not said.later @> said.now', in_table) using rows, renamed;
end $$;

-- What sources said of two records that become one, where that says something else; it has the names of both. What they
-- said of others that were the one is said of the other.
create function public.keep_said_in_merge(merge public.merges, changes jsonb) returns void language plpgsql as $$
declare
  becomes jsonb;
  cited record;
begin
  execute format('select (to_jsonb(k) || $2) - ''names'' from public.%I k where k.id = $1', merge.of_table)
    into becomes using merge.into_id, changes;
  for cited in
    select s.citation_id as id, s.value from public.said_before(merge.of_table::name,
      jsonb_build_array(becomes, becomes || jsonb_build_object('id', merge.from_id))) s
    union all
    select c.id, replace(c.value::text, merge.from_id::text, merge.into_id::text)::jsonb from public.citations c
    where c.value @> to_jsonb(merge.from_id)
    order by 1
  loop
    perform public.write_merged(merge, 'citations', cited.id, jsonb_build_object('value', cited.value));
  end loop;
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
  perform public.keep_said_in_merge(merge, changes);
  perform public.write_merged(merge, in_table, kept, changes);
  perform public.merge_rows(merge, in_table, former, kept);
  perform public.set_aside_profiles(merge);
  perform public.move_differences(merge.id);
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
  perform public.set_aside_profiles(merge);
  perform public.move_differences(merge.id);
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
end $$;

drop function public.keep_said_in_merge(public.merges, jsonb);
drop function public.said_before(name, jsonb, jsonb);
