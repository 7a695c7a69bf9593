-- Merges come apart as what they have moved is called now, tell only what a caller sees, and are told by who makes them; and
-- more of what is the same is found.

-- up
-- Whose list the rows of a table are, by which column, and the table of those that have such lists.
create function public.list_owner(in_table name) returns table (owner name, owner_table name) language sql stable as $$
  select list.owner::name, (
    select o.relname from pg_constraint k join pg_class o on o.oid = k.confrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.conrelid = list.oid and k.contype = 'f' and cardinality(k.conkey) = 1 and a.attname = list.owner limit 1)
  from (
    select t.tgrelid as oid, split_part(encode(t.tgargs, 'escape'), '\000', 1) as owner from pg_trigger t
    where t.tgrelid = format('public.%I', in_table)::regclass and t.tgfoid = 'public.note_list'::regproc limit 1) list
$$;

-- The primary key of a row `t`, as JSON, and whose list the row is in.
create or replace function public.row_key(in_table name) returns text language sql stable as $$
  select 'jsonb_build_object(' || string_agg(format('%1$L, t.%1$I', k.attname), ', ' order by k.attnum) || ')'
  from pg_index i join pg_attribute k on k.attrelid = i.indrelid
    and (k.attnum = any (i.indkey) or k.attname = (select l.owner from public.list_owner(in_table) l))
  where i.indrelid = format('public.%I', in_table)::regclass and i.indisprimary
$$;

create or replace function public.references_to(referred regclass)
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
    list.owner, list.owner_table,
    exists (select from pg_attribute a where a.attrelid = f.oid and a.attname = 'position')
  from found f join pg_class c on c.oid = f.oid
  left join lateral public.list_owner(c.relname) list on true
  order by c.relname, f.own
$$;

-- Which rows of a table a caller sees: of what is no record only who sees everything.
create function public.rows_seen(caller jsonb, in_table name, ids uuid[]) returns uuid[] language plpgsql stable as $$
declare
  seen uuid[];
begin
  if caller -> 'scopes' ? 'confidential:read' then return ids; end if;
  if to_regproc('public.visible_' || in_table) is null then return '{}'; end if;
  execute format('select array_agg(v.id) from public.%I($1) v where v.id = any ($2)', 'visible_' || in_table)
    into seen using caller, ids;
  return coalesce(seen, '{}');
end $$;

-- How many rows a merge has moved, and how many became one with others, of those that a caller sees: an entry of a list is
-- seen with the record that has it, and what became one with what stands for it.
create function public.merged_rows(merge uuid, caller jsonb) returns table (of_table text, moved bigint, became_one bigint)
language sql stable as $$
  with steps as (
    select s.of_table, s.key, s.present, coalesce(l.owner_table, s.of_table::name) as seen_in,
      coalesce(s.twin, s.key) ->> coalesce(l.owner, 'id') as seen_by
    from public.merges m join public.merge_steps s on s.merge_id = m.id
    left join lateral public.list_owner(s.of_table::name) l on true
    where m.id = merge and case when s.present is null then s.key ->> 'id' is distinct from m.from_id::text
      else s.present <> '{}' and s.key ->> 'id' is distinct from m.into_id::text and not exists (
        select from public.merge_steps o where o.merge_id = m.id and o.of_table = s.of_table and o.twin = s.key) end
  ),
  seen as materialized (
    select t.seen_in, public.rows_seen(caller, t.seen_in, t.ids) as ids
    from (select s.seen_in, array_agg(distinct s.seen_by::uuid) as ids from steps s group by 1) t
  )
  select s.of_table, count(distinct s.key) filter (where s.present is not null), count(*) filter (where s.present is null)
  from steps s join seen using (seen_in) where caller -> 'scopes' ? 'confidential:read' or s.seen_by::uuid = any (seen.ids)
  group by 1
$$;

alter table merges drop column moved, drop column became_one;

-- Takes a row away that another one stands for, or that would lead from a record to itself.
create or replace function public.take_away_merged(merge public.merges, in_table name, held jsonb, twin jsonb, owner name, owner_table name)
returns void language plpgsql as $$
declare
  key jsonb;
begin
  if owner_table is not null and (held ->> owner)::uuid <> all (array[merge.from_id, merge.into_id]) then
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

-- The columns of a table that lead to what may be merged.
create function public.columns_that_lead(in_table name) returns text[] language sql stable as $$
  select array_agg(distinct r.own) from unnest('{places,topics,organizations,people}'::text[]) referred
  cross join lateral public.references_to(format('public.%I', referred)::regclass) r where r.of_table = in_table
$$;

-- What a row held, with the records that others have become since in the place of those.
create function public.named_now(held jsonb, leads text[]) returns jsonb language sql stable as $$
  select held || coalesce(jsonb_object_agg(own, public.record_now((held ->> own)::uuid)), '{}')
  from unnest(leads) own where held ->> own is not null
$$;

-- Takes a merge back: each of its statements, the last one first.
create or replace function public.undo_merge(merge_id uuid, moment timestamptz, officer uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  step record;
  stamped text;
  leads text[];
begin
  update public.merges m set undone_at = moment, undone_by_id = officer, transaction = public.transaction_mark()
    where m.id = undo_merge.merge_id;
  perform set_config('corteo.merge', merge_id::text, true);
  for step in
    select s.turn, s.of_table::name as of_table, bool_or(s.present is null) as taken_away,
      (select string_agg(quote_ident(k), ', ' order by k) from jsonb_object_keys((array_agg(s.was))[1]) k) as columns,
      (select string_agg(format('n.%I', k), ', ' order by k) from jsonb_object_keys((array_agg(s.was))[1]) k) as given
    from public.merge_steps s where s.merge_id = undo_merge.merge_id group by s.turn, s.of_table
    -- Records come before lists, which belong to the change of the record that has them.
    order by not public.has_column(s.of_table::name, 'updated_by_id'), s.turn desc
  loop
    stamped := public.stamps_of(step.of_table);
    leads := public.columns_that_lead(step.of_table);
    if step.taken_away then
      execute format('insert into public.%1$I (%2$s) select %2$s from (select n.* from public.merge_steps s
        cross join jsonb_populate_record(null::public.%1$I, public.named_now(s.was, $5) %3$s) n where s.merge_id = $1 and s.turn = $4) former',
        step.of_table, public.written_columns(step.of_table), case when public.has_column(step.of_table, 'updated_by_id') then
          '|| jsonb_build_object(''version'', (s.was ->> ''version'')::integer + 1, ''updated_at'', $2, ''updated_by_id'', $3)' end)
        using merge_id, moment, officer, step.turn, leads;
    elsif step.columns is not null or stamped <> '' then
      execute format('update public.%1$I t set %2$s from public.merge_steps s where s.merge_id = $1 and s.turn = $4 and %3$s',
        step.of_table, case when step.columns is null then substr(stamped, 3)
          else format('(%s) = (select %s from jsonb_populate_record(t, public.named_now(s.was, $5)) n) %s', step.columns, step.given, stamped) end,
        public.key_match(step.of_table, 's.key')) using merge_id, moment, officer, step.turn, leads;
    end if;
  end loop;
  perform public.bring_back_profiles(undo_merge.merge_id);
  perform public.move_differences(undo_merge.merge_id);
  delete from public.merge_steps s where s.merge_id = undo_merge.merge_id;
  perform set_config('corteo.merge', '', true);
end $$;

-- What merges keep of a person goes with the person.
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
  -- What the erasure changes in rows that were moved does not keep a merge from being undone.
  update public.merge_steps s set digest = null where s.digest is not null and (
    exists (select from public.personal_rows(new.person_id) r where r.table_name = s.of_table and r.id::text = s.key ->> 'id')
    or exists (select from jsonb_to_recordset(new.redacted) as r(table_name text, key jsonb)
      where r.table_name = s.of_table and s.key @> r.key));
  return null;
end $$;

create or replace function public.note_list() returns trigger language plpgsql
security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
declare
  mark constant uuid := public.transaction_mark();
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
  owners := array(select owner from unnest(owners) owner where mark is distinct from (
    select h.transaction from public.history h where h.record_id = owner order by h.id limit 1));
  -- The lists of a record that is merged are kept with the merge, as it is itself, and nowhere else.
  if nullif(current_setting('corteo.merge', true), '') is not null then
    owners := array_remove(owners, (select m.from_id from public.merges m where m.id = current_setting('corteo.merge')::uuid));
  end if;
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
        case when h.transaction = $3 then h.at end as at,
        case when h.transaction = $3 then h.by_id end as by_id
      from public.history h where h.record_id = l.owner order by h.id desc limit 1) last on true
    where l.was <> l.is_now',
    tg_table_name, tg_argv[0], tg_argv[2],
    case when tg_op <> 'DELETE' then 'except all select * from changed' end,
    case when tg_op <> 'INSERT' then 'union all select * from former' end, tg_table_name)
  using owners, tg_argv[1], mark;
  return null;
end $$;

-- The words of a name as they are written, with a space between: where a script has none, spaces alone part words.
create function public.words_of_name(value text) returns text[] language sql immutable strict parallel safe as $$
  select array_agg(word)
  from regexp_split_to_table(value, '\s+') part
  cross join lateral (select public.spell_text(part)) as said(spelled)
  cross join lateral string_to_table(case
    when octet_length(spelled) > char_length(spelled) and spelled ~ ('[' || public.spaceless_characters() || ']')
      then replace(spelled, ' ', '')
    else spelled end, ' ') word
  where word <> ''
$$;

-- What a row is compared by. Names are compared without spaces and hyphens, or by their signs where they are nothing else;
-- those of people also in whatever order, with words that a hyphen joins as one and as several.
create or replace function public.keys_of(kind text, r jsonb) returns table (why public.similarity, key uuid, is_acronym boolean)
language sql immutable parallel safe as $$
  with named as materialized (
    select kind = 'organization' and n ->> 'kind' = 'acronym' as is_acronym,
      coalesce(nullif(translate(public.spell_text(n ->> 'text'), '- ', ''), ''), public.fold_words(n ->> 'text')) as spelled
    from jsonb_array_elements(r -> 'names') n
  ),
  ordered(words) as (
    select public.words_of_name(n ->> 'text') from jsonb_array_elements(r -> 'names') n where kind = 'person'
    union all
    select public.words_of_name(concat_ws(' ', r ->> 'family_name', r ->> 'given_name'))
    where r ->> 'family_name' <> '' and r ->> 'given_name' <> ''
  ),
  said(why, text, is_acronym) as (
    select 'same_name'::public.similarity, spelled, named.is_acronym from named
    union all
    select 'same_acronym_and_city', spelled, true from named where named.is_acronym
    union all
    select 'same_family_and_given_name', public.in_any_order(way), false
    from ordered cross join lateral (
      values (words), (string_to_array(replace(array_to_string(words, ' '), '-', ' '), ' '))) as written(way)
    where cardinality(words) > 1
    union all
    select 'same_family_and_given_name',
      public.in_any_order(array[public.spell_text(r ->> 'family_name'), public.spell_text(r ->> 'given_name')]), false
    where r ->> 'family_name' <> '' and r ->> 'given_name' <> ''
    union all
    select 'same_email', lower(r ->> 'email'), false
    union all
    select 'same_website', rtrim(
      substring(lower(r ->> 'website') from '^[a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)'), '.'), false
  )
  select said.why, md5(said.text)::uuid, bool_and(said.is_acronym) from said where said.text <> '' group by 1, 2
$$;

-- Writes the keys of all records in use anew.
create function public.renew_keys() returns void language plpgsql as $$
declare
  kept record;
begin
  delete from public.record_keys;
  for kept in select * from (values ('places', 'place'), ('topics', 'topic'), ('organizations', 'organization'), ('people', 'person'))
    as kept(in_table, kind)
  loop
    execute format('
      insert into public.record_keys (kind, why, key, record_id, is_acronym)
      select %2$L::public.directory_kind, k.why, k.key, r.id, k.is_acronym
      from public.%1$I r cross join lateral public.keys_of(%2$L, to_jsonb(r)) k
      where r.archived_at is null and not exists (select from public.erasures e where e.person_id = r.id)',
      kept.in_table, kept.kind);
  end loop;
end $$;

select renew_keys();

-- down
create or replace function public.keys_of(kind text, r jsonb) returns table (why public.similarity, key uuid, is_acronym boolean)
language sql immutable parallel safe as $$
  with named as materialized (
    select kind = 'organization' and n ->> 'kind' = 'acronym' as is_acronym, public.spell_text(n ->> 'text') as spelled
    from jsonb_array_elements(r -> 'names') n
  ),
  said(why, text, is_acronym) as (
    select 'same_name'::public.similarity, translate(spelled, '- ', ''), named.is_acronym from named
    union all
    select 'same_acronym_and_city', translate(spelled, '- ', ''), true from named where named.is_acronym
    union all
    select 'same_family_and_given_name', public.in_any_order(string_to_array(spelled, ' ')), false from named
    where kind = 'person' and strpos(spelled, ' ') > 0
      and (octet_length(spelled) = char_length(spelled) or spelled !~ ('[' || public.spaceless_characters() || ']'))
    union all
    select 'same_family_and_given_name',
      public.in_any_order(array[public.spell_text(r ->> 'family_name'), public.spell_text(r ->> 'given_name')]), false
    where r ->> 'family_name' <> '' and r ->> 'given_name' <> ''
    union all
    select 'same_email', lower(r ->> 'email'), false
    union all
    select 'same_website',
      substring(lower(r ->> 'website') from '^[a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)'), false
  )
  select said.why, md5(said.text)::uuid, bool_and(said.is_acronym) from said where said.text <> '' group by 1, 2
$$;

select renew_keys();
drop function public.renew_keys();
drop function public.words_of_name(text);

create or replace function public.note_list() returns trigger language plpgsql
security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
declare
  mark constant uuid := public.transaction_mark();
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
  owners := array(select owner from unnest(owners) owner where mark is distinct from (
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
        case when h.transaction = $3 then h.at end as at,
        case when h.transaction = $3 then h.by_id end as by_id
      from public.history h where h.record_id = l.owner order by h.id desc limit 1) last on true
    where l.was <> l.is_now',
    tg_table_name, tg_argv[0], tg_argv[2],
    case when tg_op <> 'DELETE' then 'except all select * from changed' end,
    case when tg_op <> 'INSERT' then 'union all select * from former' end, tg_table_name)
  using owners, tg_argv[1], mark;
  return null;
end $$;

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
  perform public.move_differences(undo_merge.merge_id);
  delete from public.merge_steps s where s.merge_id = undo_merge.merge_id;
  perform set_config('corteo.merge', '', true);
end $$;

drop function public.named_now(jsonb, text[]);
drop function public.columns_that_lead(name);

alter table merges add column moved jsonb not null default '{}', add column became_one jsonb not null default '{}';
update merges m set (moved, became_one) = (
  select coalesce(jsonb_object_agg(r.of_table, r.moved) filter (where r.moved > 0), '{}'),
    coalesce(jsonb_object_agg(r.of_table, r.became_one) filter (where r.became_one > 0), '{}')
  from merged_rows(m.id, '{"scopes": ["confidential:read"]}') r);

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

create or replace function public.take_away_merged(merge public.merges, in_table name, held jsonb, twin jsonb, owner name, owner_table name)
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

drop function public.merged_rows(uuid, jsonb);
drop function public.rows_seen(jsonb, name, uuid[]);

create or replace function public.references_to(referred regclass)
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

create or replace function public.row_key(in_table name) returns text language sql stable as $$
  select 'jsonb_build_object(' || string_agg(format('%1$L, t.%1$I', k.attname), ', ' order by k.attnum) || ')'
  from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey)
  where i.indrelid = format('public.%I', in_table)::regclass and i.indisprimary
$$;

drop function public.list_owner(name);
