-- Two records that are the same thing become one: what refers to the one refers to the other, and both can come apart
-- again while nothing of it was changed.

-- up
-- Which record became which other, of which table, and which of its fields were taken.
create table merges (
  id uuid primary key,
  of_table text not null,
  from_id uuid not null,
  into_id uuid not null,
  at timestamptz(3) not null,
  by_id uuid not null references actors,
  taken text[] not null,
  moved jsonb not null default '{}',
  became_one jsonb not null default '{}',
  forgotten boolean not null default false,
  undone_at timestamptz(3),
  undone_by_id uuid references actors,
  transaction uuid not null default public.transaction_mark()
);
create unique index merges_once on merges (from_id) where undone_at is null;
create index merges_of_kept on merges (into_id, id);
create index merges_by_transaction on merges (transaction);

-- What each statement of a merge did to which row: what its columns held and hold, or all that a row held which was taken
-- away, and which row stands for it now. It is kept until the merge is undone, or a person in it is erased.
create table merge_steps (
  id bigint generated always as identity primary key,
  merge_id uuid not null references merges,
  turn integer not null,
  of_table text not null,
  key jsonb not null,
  was jsonb not null,
  present jsonb,
  twin jsonb,
  digest text
);
create index merge_steps_of_merge on merge_steps (merge_id, turn);
create index merge_steps_taken_away on merge_steps ((key ->> 'id')) where present is null;

-- What leads to records of any kind by their id alone.
create function public.loose_references() returns table (of_table name, own name)
language sql immutable parallel safe as $$
  values ('calendar_links'::name, 'subject_id'::name), ('citations', 'record_id'), ('dossier_entries', 'record_id'),
    ('entries', 'record_id'), ('figures', 'record_id')
$$;

-- Lists of ids in one column, and the table they lead to.
create function public.listed_references() returns table (of_table name, own name, referred name)
language sql immutable parallel safe as $$
  values ('access_tokens'::name, 'organization_ids'::name, 'organizations'::name), ('calendar_links', 'organization_ids', 'organizations')
$$;

-- Where what refers to a record stands: every foreign key to its id, and what no foreign key can hold. What the database
-- derives by itself follows by itself; protected profiles are bound to their person, and who was erased stays so.
create function public.references_to(referred regclass)
returns table (of_table name, own name, is_record boolean, owner name, owner_table name, has_position boolean)
language sql stable as $$
  with found as (
    select distinct c.conrelid as oid, own.attname as own
    from pg_constraint c
    cross join unnest(c.conkey, c.confkey) as key(own, other)
    join pg_attribute own on own.attrelid = c.conrelid and own.attnum = key.own
    join pg_attribute other on other.attrelid = c.confrelid and other.attnum = key.other and other.attname = 'id'
    where c.contype = 'f' and c.confrelid = referred
      and c.conrelid <> all ('{public.event_places,public.event_part_losses,public.agreement_party_places,public.protected_profiles,public.erasures,public.dossier_entries}'::regclass[])
    union
    select format('public.%I', loose.of_table)::regclass, loose.own from public.loose_references() loose
      where loose.of_table <> all ('{access_tokens}')
  )
  select c.relname, f.own,
    exists (select from pg_attribute a where a.attrelid = f.oid and a.attname = 'updated_by_id'),
    list.owner::name, (
      select o.relname from pg_constraint k join pg_class o on o.oid = k.confrelid
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = f.oid and k.contype = 'f' and cardinality(k.conkey) = 1 and a.attname = list.owner limit 1),
    exists (select from pg_attribute a where a.attrelid = f.oid and a.attname = 'position')
  from found f join pg_class c on c.oid = f.oid
  left join lateral (
    select split_part(encode(t.tgargs, 'escape'), '\000', 1) as owner from pg_trigger t
    where t.tgrelid = f.oid and t.tgfoid = 'public.note_list'::regproc limit 1) list on true
  order by c.relname, f.own
$$;

-- The primary key of a row `t`, as JSON.
create function public.row_key(in_table name) returns text language sql stable as $$
  select 'jsonb_build_object(' || string_agg(format('%1$L, t.%1$I', k.attname), ', ' order by k.attnum) || ')'
  from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey)
  where i.indrelid = format('public.%I', in_table)::regclass and i.indisprimary
$$;

-- The condition that a row `t` has a key which is written as JSON.
create function public.key_match(in_table name, key text) returns text language sql stable as $$
  select string_agg(format('t.%1$I = (%2$s ->> %1$L)::%3$s', k.attname, key, format_type(k.atttypid, k.atttypmod)), ' and ' order by k.attnum)
  from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey)
  where i.indrelid = format('public.%I', in_table)::regclass and i.indisprimary
$$;

create function public.has_column(in_table name, named name) returns boolean language sql stable as $$
  select exists (select from pg_attribute where attrelid = format('public.%I', in_table)::regclass
    and attname = named and attnum > 0 and not attisdropped)
$$;

create function public.written_columns(in_table name) returns text language sql stable as $$
  select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
  where attrelid = format('public.%I', in_table)::regclass and attnum > 0 and not attisdropped and attgenerated = ''
$$;

-- What of a row is no fact of it, since the database derives it, or says who wrote it.
create function public.derived_columns(in_table name) returns text[] language sql stable as $$
  select coalesce((select split_part(encode(t.tgargs, 'escape'), '\000', 1)::text[] from pg_trigger t
      where t.tgrelid = format('public.%I', in_table)::regclass and t.tgfoid = 'public.note_change'::regproc limit 1), '{}')
    || array(select attname::text from pg_attribute
      where attrelid = format('public.%I', in_table)::regclass and attgenerated <> '')
$$;

create function public.row_digest(in_table name, held jsonb) returns text language sql stable as $$
  select md5((held - array_remove(public.derived_columns(in_table), 'archived_at'))::text)
$$;

create function public.next_turn(merge uuid) returns integer language sql volatile as $$
  select coalesce(max(turn), 0) + 1 from public.merge_steps where merge_id = merge
$$;

-- What a statement sets besides, where the table has it: one version more, when and by whom.
create function public.stamps_of(in_table name) returns text language sql stable as $$
  select case when public.has_column(in_table, 'version') then ', version = t.version + 1' else '' end
    || case when public.has_column(in_table, 'updated_by_id') then ', updated_at = $2, updated_by_id = $3' else '' end
$$;

-- The row that one would be the same as if it referred to another record: the rules of uniqueness say so.
create function public.twin_of(in_table name, own name, held jsonb, referred name, into_id uuid) returns jsonb
language plpgsql stable as $$
declare
  rule record;
  columns text;
  leads text;
  twin jsonb;
begin
  select string_agg(case when a.attgenerated = '' then format('%I', a.attname)
      else format('(%s) as %I', pg_get_expr(d.adbin, d.adrelid), a.attname) end, ', ' order by a.attnum)
    into columns
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = format('public.%I', in_table)::regclass and a.attnum > 0 and not a.attisdropped;
  select string_agg(format('k.%I = $2', r.own), ' or ') into leads
    from public.references_to(format('public.%I', referred)::regclass) r where r.of_table = in_table;
  for rule in
    select coalesce(pg_get_expr(i.indpred, i.indrelid), 'true') as holds, i.indnullsnotdistinct as nulls, (
      select string_agg(pg_get_indexdef(i.indexrelid, n, true), ', ' order by n) from generate_series(1, i.indnkeyatts) n) as parts
    from pg_index i where i.indrelid = format('public.%I', in_table)::regclass and i.indisunique
      and not exists (select from pg_attribute a where a.attrelid = i.indrelid and a.attname = 'id' and a.attnum = any (i.indkey))
  loop
    execute format('
      select to_jsonb(k) from public.%1$I k
      cross join lateral (select jsonb_build_array(%2$s) as parts from (select k.*) x where %3$s) present
      cross join (select jsonb_build_array(%2$s) as parts
        from (select %4$s from jsonb_populate_record(null::public.%1$I, $1)) x where %3$s) moved
      where (%5$s) and present.parts = moved.parts %6$s limit 1',
      in_table, rule.parts, rule.holds, columns, leads,
      case when not rule.nulls then 'and not present.parts @> ''[null]''' end)
      into twin using held || jsonb_build_object(own, into_id), into_id;
    if twin is not null then return twin; end if;
  end loop;
  return null;
end $$;

-- Records are one version further once in a merge, however many of their lists it changes.
create function public.renew_merged(merge public.merges, in_table name, ids uuid[]) returns void language plpgsql as $$
begin
  execute format('
    with renewed as (
      update public.%1$I t set %2$s where t.id = any ($1) and not exists (select from public.merge_steps s
        where s.merge_id = $4 and s.of_table = %1$L and s.key = jsonb_build_object(''id'', t.id)) returning t.id)
    insert into public.merge_steps (merge_id, turn, of_table, key, was, present)
    select $4, $5, %1$L, jsonb_build_object(''id'', r.id), ''{}'', ''{}'' from renewed r',
    in_table, substr(public.stamps_of(in_table), 3)) using ids, merge.at, merge.by_id, merge.id, public.next_turn(merge.id);
end $$;

create function public.write_merged(merge public.merges, in_table name, row_id uuid, changes jsonb) returns void
language plpgsql as $$
declare
  columns constant text := (select string_agg(quote_ident(key), ', ' order by key) from jsonb_object_keys(changes) key);
  given constant text := (select string_agg(format('n.%I', key), ', ' order by key) from jsonb_object_keys(changes) key);
begin
  if columns is null then
    perform public.renew_merged(merge, in_table, array[row_id]);
    return;
  end if;
  execute format('
    with former as (select to_jsonb(f) as held from public.%1$I f where f.id = $1 for update)
    insert into public.merge_steps (merge_id, turn, of_table, key, was, present)
    select $2, $3, %1$L, jsonb_build_object(''id'', $1), (
      select jsonb_object_agg(key, held -> key) from jsonb_object_keys($4) key), $4 from former', in_table)
    using row_id, merge.id, public.next_turn(merge.id), changes;
  execute format('update public.%1$I t set (%2$s) = (select %3$s from jsonb_populate_record(t, $4) n) %4$s where t.id = $1',
    in_table, columns, given, public.stamps_of(in_table)) using row_id, merge.at, merge.by_id, changes;
end $$;

-- Takes a row away that another one stands for, or that would lead from a record to itself.
create function public.take_away_merged(merge public.merges, in_table name, held jsonb, twin jsonb, owner name, owner_table name)
returns void language plpgsql as $$
declare
  key jsonb;
begin
  if owner_table is not null and owner_table <> merge.of_table then
    perform public.renew_merged(merge, owner_table, array[(held ->> owner)::uuid]);
  end if;
  execute format('select %s from jsonb_populate_record(null::public.%I, $1) t', public.row_key(in_table), in_table)
    into key using held;
  if twin is not null then
    execute format('select %s from jsonb_populate_record(null::public.%I, $1) t', public.row_key(in_table), in_table)
      into twin using twin;
  end if;
  insert into public.merge_steps (merge_id, turn, of_table, key, was, twin)
  values (merge.id, public.next_turn(merge.id), in_table, key, held, twin);
  execute format('delete from public.%I t where %s', in_table, public.key_match(in_table, '$1')) using key;
end $$;

-- Of two that coincide the one that is kept has its gaps filled by the other, and takes over what refers to that.
create function public.become_one(merge public.merges, in_table name, held jsonb, twin jsonb, owner name, owner_table name)
returns void language plpgsql as $$
declare
  row_id constant uuid := held ->> 'id';
  changes jsonb;
begin
  if row_id is not null and public.has_column(in_table, 'updated_by_id') then
    perform public.merge_rows(merge, in_table, row_id, (twin ->> 'id')::uuid);
    execute format('select to_jsonb(t) from public.%I t where t.id = $1', in_table) into held using row_id;
    execute format('select to_jsonb(t) from public.%I t where t.id = $1', in_table) into twin using (twin ->> 'id')::uuid;
    select jsonb_object_agg(h.key, h.value) into changes
      from jsonb_each(held - public.derived_columns(in_table)
        - '{id,version,created_at,created_by_id,status,response,position,precedence,visibility}'::text[]) h
      where h.value not in ('null', '[]', '{}', '""') and coalesce(twin -> h.key, 'null') in ('null', '[]', '{}', '""')
        and h.value <> all (array[twin -> 'id', held -> 'id', to_jsonb(merge.from_id)]);
    perform public.write_merged(merge, in_table, (twin ->> 'id')::uuid, coalesce(changes, '{}'));
  end if;
  perform public.take_away_merged(merge, in_table, held, twin, owner, owner_table);
end $$;

-- Has all that refers to one record refer to another.
create function public.merge_rows(merge public.merges, in_table name, former uuid, kept uuid) returns void
language plpgsql as $$
declare
  led record;
  held jsonb;
  twin jsonb;
  owners uuid[];
  further integer;
begin
  for led in select * from public.references_to(format('public.%I', in_table)::regclass) loop
    for held in execute format('select to_jsonb(t) from public.%I t where t.%I = $1 order by %s',
      led.of_table, led.own, public.row_key(led.of_table)) using former
    loop
      twin := public.twin_of(led.of_table, led.own, held, in_table, kept);
      if twin is not null then
        perform public.become_one(merge, led.of_table, held, twin, led.owner, led.owner_table);
      elsif (held ->> 'archived_at' is not null or not led.is_record)
        and led.of_table in ('place_containers', 'organization_relations', 'relationships', 'travel_times')
        and exists (select from public.references_to(format('public.%I', in_table)::regclass) o
          where o.of_table = led.of_table and o.own <> led.own and held ->> o.own = kept::text)
      then
        perform public.take_away_merged(merge, led.of_table, held, null, led.owner, led.owner_table);
      end if;
    end loop;
    further := null;
    if led.owner = led.own then
      if led.has_position then
        execute format('select coalesce(max(t.position) + 1, 0) from public.%I t where t.%I = $1', led.of_table, led.own)
          into further using kept;
      end if;
    elsif led.owner_table is not null then
      execute format('select array_agg(distinct t.%I) from public.%I t where t.%I = $1', led.owner, led.of_table, led.own)
        into owners using former;
      perform public.renew_merged(merge, led.owner_table, owners);
    end if;
    execute format('
      with moved as (update public.%1$I t set %2$I = $5 %3$s %4$s where t.%2$I = $1 returning t.*)
      insert into public.merge_steps (merge_id, turn, of_table, key, was, present)
      select $4, $6, %1$L, %5$s, jsonb_build_object(%2$L, $1 %6$s), jsonb_build_object(%2$L, $5 %7$s) from moved t',
      led.of_table, led.own, case when further is not null then ', position = t.position + $7' end, public.stamps_of(led.of_table),
      public.row_key(led.of_table), case when further is not null then ', ''position'', t.position - $7' end,
      case when further is not null then ', ''position'', t.position' end)
      using former, merge.at, merge.by_id, merge.id, kept, public.next_turn(merge.id), further;
  end loop;
  for led in select * from public.listed_references() where referred = in_table loop
    execute format('
      with listing as (select %3$s as key, t.%2$I as ids from public.%1$I t where t.%2$I @> array[$1]),
      moved as (update public.%1$I t set %2$I = array(select distinct unnest(array_replace(t.%2$I, $1, $2)) order by 1)
        from listing s where %4$s returning s.key, s.ids, t.%2$I as present)
      insert into public.merge_steps (merge_id, turn, of_table, key, was, present)
      select $3, $4, %1$L, m.key, jsonb_build_object(%2$L, m.ids), jsonb_build_object(%2$L, m.present) from moved m',
      led.of_table, led.own, public.row_key(led.of_table), public.key_match(led.of_table, 's.key'))
      using former, kept, merge.id, public.next_turn(merge.id);
  end loop;
end $$;

-- Merges one record into another: `changes` are the columns of the one that is kept as they will be.
create function public.merge_records(merge_id uuid, in_table name, former uuid, kept uuid, changes jsonb, taken text[],
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

-- What was changed since a merge of what it had changed.
create function public.changed_since_merge(merge uuid) returns table (of_table text, key jsonb)
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

-- Takes a merge back: each of its statements, the last one first.
create function public.undo_merge(merge_id uuid, moment timestamptz, officer uuid) returns void
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

revoke execute on function public.merge_records(uuid, name, uuid, uuid, jsonb, text[], timestamptz, uuid) from public;
revoke execute on function public.undo_merge(uuid, timestamptz, uuid) from public;

-- Which record one has become, however often that was merged in its turn; null where it was not merged.
create function public.merged_into(record uuid) returns uuid language sql stable as $$
  with recursive chain(id, far) as (
    select record, 0
    union all
    select (s.twin ->> 'id')::uuid, c.far + 1 from chain c join public.merge_steps s
      on s.key ->> 'id' = c.id::text and s.present is null and s.twin ? 'id' where c.far < 1000
  ) select nullif((select id from chain order by far desc limit 1), record)
$$;

-- The same, where a caller may see what it has become.
create function public.seen_merged_into(caller jsonb, record uuid) returns uuid language plpgsql stable as $$
declare
  kept constant uuid := public.merged_into(record);
  in_table constant text := (select s.of_table from public.merge_steps s
    where s.key ->> 'id' = record::text and s.present is null and s.twin ? 'id' limit 1);
  seen boolean;
begin
  if kept is null then return null; end if;
  execute format('select exists (select from public.%I($1) v where v.id = $2)', 'visible_' || in_table) into seen using caller, kept;
  return case when seen then kept end;
end $$;

-- What merges keep of a person goes with the person: such a merge cannot be undone any more.
create function public.forget_merges() returns trigger language plpgsql
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
create trigger erasures_forget_merges after insert on erasures for each row execute function forget_merges();

alter table history drop constraint history_kind_check,
  add constraint history_kind_check check (kind in ('created', 'changed', 'moved', 'archived', 'restored', 'removed', 'merged', 'unmerged'));

alter table audit_events drop constraint audit_events_action_check,
  add constraint audit_events_action_check check (action in ('access.unauthenticated', 'access.forbidden', 'access.hidden',
    'protected.read', 'protected.sheet', 'protected.written', 'protected.erased', 'protected.rotated',
    'personal-data.exported', 'personal-data.erased', 'personal-data.redacted', 'personal-data.kept',
    'token.made', 'token.first-used', 'token.expired-use', 'token.changed', 'token.rotated', 'token.revoked',
    'role.changed', 'actor.linked', 'record.merged', 'record.unmerged', 'deputy.named', 'deputy.ended', 'retention.applied'));

-- Both records of a merge tell of it.
create or replace function public.note_change()
returns trigger
language plpgsql
security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC'
as $$
declare
  skipped constant text[] := tg_argv[0];
  private constant boolean := tg_argv[1];
  former constant jsonb := to_jsonb(old) - skipped;
  present jsonb := '{}';
  noted public.history;
  merging constant text := nullif(current_setting('corteo.merge', true), '');
  merge public.merges;
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
  if merging is not null then
    select * into merge from public.merges where id = merging::uuid;
    if tg_op = 'DELETE' then
      -- What it held is kept with the merge, and nowhere else.
      noted.at := merge.at;
      noted.by_id := merge.by_id;
      noted.kind := 'merged';
      noted.changes := case when old.id = merge.from_id
        then jsonb_build_object('merged_into', jsonb_build_array(null, merge.into_id)) else '{}' end;
    elsif old.id = merge.into_id then
      noted.kind := case when merge.undone_at is null then 'merged' else 'unmerged' end;
      noted.changes := noted.changes || jsonb_build_object('merged_from', case when merge.undone_at is null
        then jsonb_build_array(null, merge.from_id) else jsonb_build_array(merge.from_id, null) end);
    end if;
  end if;
  insert into public.history (record_id, table_name, version, at, by_id, kind, changes)
  values (old.id, tg_table_name, noted.version, noted.at, noted.by_id, noted.kind, noted.changes);
  return null;
end $$;

create or replace function public.note_creations()
returns trigger
language plpgsql
security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if nullif(current_setting('corteo.merge', true), '') is not null then
    insert into public.history (record_id, table_name, version, at, by_id, kind, changes)
    select id, tg_table_name, version, updated_at, updated_by_id, 'unmerged', '{}' from created;
    return null;
  end if;
  insert into public.history (record_id, table_name, version, at, by_id, kind, changes)
  select id, tg_table_name, version, created_at, created_by_id, 'created', '{}' from created;
  return null;
end $$;

-- What was published refers to the record that is kept, too: only a merge writes it there.
create or replace function public.refuse_rewriting()
returns trigger
language plpgsql
as $$
begin
  if tg_op = 'UPDATE' and tg_table_name <> 'erasures'
    and exists (select from public.erasures where transaction = public.transaction_mark()) then return null; end if;
  if tg_op <> 'TRUNCATE' and tg_table_name in ('published_items', 'published_participations')
    and exists (select from public.merges where transaction = public.transaction_mark()) then return null; end if;
  raise exception '% is only added to: nothing in it is changed or taken away', tg_table_name
    using errcode = 'insufficient_privilege', table = tg_table_name;
end $$;

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

create or replace function public.written_tables()
returns TABLE(name text, key text, record text, kind text, texts text, plain text, seen text)
language sql
stable
as $$
  select c.relname::text, keys.key, case when bool_or(a.attname = 'record_id') and not bool_or(a.attname = 'version')
      or c.relname = 'dossier_entries' then 't.record_id' else keys.record end,
    case when c.relname = 'status_changes' then '(select e.kind from public.events e where e.id = t.record_id)'
      when bool_or(a.attname = 'kind') then 't.kind' else 'null' end,
    string_agg(format('(%L, to_jsonb(t.%I))', a.attname, a.attname), ', ' order by a.attnum) filter (where is_text),
    'concat_ws(E''\n'', ' || string_agg(format('t.%I::text', a.attname), ', ' order by a.attnum) filter (where is_text) || ')',
    case when to_regproc('public.visible_' || c.relname) is not null then format('public.visible_%s($2)', c.relname) end
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  cross join lateral (select a.attgenerated = '' and a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype)) as of_type(is_text)
  cross join lateral (
    select 'jsonb_build_object(' || string_agg(format('%L, t.%I', k.attname, k.attname), ', ' order by k.attnum) || ')',
      coalesce((array_agg(format('t.%I', k.attname) order by k.attnum) filter (where k.atttypid = 'uuid'::regtype))[1],
        '''00000000-0000-0000-0000-000000000000''::uuid')
    from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey)
    where i.indrelid = c.oid and i.indisprimary) as keys(key, record)
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    and c.relname not in ('migrations', 'change_stamps', 'time_zone_data', 'idempotency_keys', 'erasures', 'history', 'merge_steps', 'record_words', 'known_words')
  group by c.relname, keys.key, keys.record
  having bool_or(is_text)
  order by c.relname
$$;

-- down
create or replace function public.note_change()
returns trigger
language plpgsql
security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC'
as $$
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

create or replace function public.note_creations()
returns trigger
language plpgsql
security definer set search_path = pg_catalog, pg_temp
as $$
begin
  insert into public.history (record_id, table_name, version, at, by_id, kind, changes)
  select id, tg_table_name, version, created_at, created_by_id, 'created', '{}' from created;
  return null;
end $$;

create or replace function public.refuse_rewriting()
returns trigger
language plpgsql
as $$
begin
  if tg_op = 'UPDATE' and tg_table_name <> 'erasures'
    and exists (select from public.erasures where transaction = public.transaction_mark()) then return null; end if;
  raise exception '% is only added to: nothing in it is changed or taken away', tg_table_name
    using errcode = 'insufficient_privilege', table = tg_table_name;
end $$;

create or replace function public.refuse_put_away(referred text, ids uuid[])
returns void
language plpgsql
as $$
declare
  away uuid[];
  hidden uuid[];
begin
  if ids is null then return; end if;
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

create or replace function public.written_tables()
returns TABLE(name text, key text, record text, kind text, texts text, plain text, seen text)
language sql
stable
as $$
  select c.relname::text, keys.key, case when bool_or(a.attname = 'record_id') and not bool_or(a.attname = 'version')
      or c.relname = 'dossier_entries' then 't.record_id' else keys.record end,
    case when c.relname = 'status_changes' then '(select e.kind from public.events e where e.id = t.record_id)'
      when bool_or(a.attname = 'kind') then 't.kind' else 'null' end,
    string_agg(format('(%L, to_jsonb(t.%I))', a.attname, a.attname), ', ' order by a.attnum) filter (where is_text),
    'concat_ws(E''\n'', ' || string_agg(format('t.%I::text', a.attname), ', ' order by a.attnum) filter (where is_text) || ')',
    case when to_regproc('public.visible_' || c.relname) is not null then format('public.visible_%s($2)', c.relname) end
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  cross join lateral (select a.attgenerated = '' and a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype)) as of_type(is_text)
  cross join lateral (
    select 'jsonb_build_object(' || string_agg(format('%L, t.%I', k.attname, k.attname), ', ' order by k.attnum) || ')',
      coalesce((array_agg(format('t.%I', k.attname) order by k.attnum) filter (where k.atttypid = 'uuid'::regtype))[1],
        '''00000000-0000-0000-0000-000000000000''::uuid')
    from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey)
    where i.indrelid = c.oid and i.indisprimary) as keys(key, record)
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    and c.relname not in ('migrations', 'change_stamps', 'time_zone_data', 'idempotency_keys', 'erasures', 'history', 'record_words', 'known_words')
  group by c.relname, keys.key, keys.record
  having bool_or(is_text)
  order by c.relname
$$;
drop trigger erasures_forget_merges on erasures;
alter table history drop constraint history_kind_check,
  add constraint history_kind_check check (kind in ('created', 'changed', 'moved', 'archived', 'restored', 'removed')) not valid;
alter table audit_events drop constraint audit_events_action_check,
  add constraint audit_events_action_check check (action in ('access.unauthenticated', 'access.forbidden', 'access.hidden',
    'protected.read', 'protected.sheet', 'protected.written', 'protected.erased', 'protected.rotated',
    'personal-data.exported', 'personal-data.erased', 'personal-data.redacted', 'personal-data.kept',
    'token.made', 'token.first-used', 'token.expired-use', 'token.changed', 'token.rotated', 'token.revoked',
    'role.changed', 'actor.linked', 'deputy.named', 'deputy.ended', 'retention.applied')) not valid;
drop function public.forget_merges();
drop function public.seen_merged_into(jsonb, uuid);
drop function public.merged_into(uuid);
drop function public.undo_merge(uuid, timestamptz, uuid);
drop function public.changed_since_merge(uuid);
drop function public.merge_records(uuid, name, uuid, uuid, jsonb, text[], timestamptz, uuid);
drop function public.merge_rows(public.merges, name, uuid, uuid);
drop function public.become_one(public.merges, name, jsonb, jsonb, name, name);
drop function public.take_away_merged(public.merges, name, jsonb, jsonb, name, name);
drop function public.write_merged(public.merges, name, uuid, jsonb);
drop function public.renew_merged(public.merges, name, uuid[]);
drop function public.twin_of(name, name, jsonb, name, uuid);
drop function public.stamps_of(name);
drop function public.next_turn(uuid);
drop function public.row_digest(name, jsonb);
drop function public.derived_columns(name);
drop function public.written_columns(name);
drop function public.has_column(name, name);
drop function public.key_match(name, text);
drop function public.row_key(name);
drop function public.references_to(regclass);
drop function public.listed_references();
drop function public.loose_references();
drop table merge_steps;
drop table merges;
