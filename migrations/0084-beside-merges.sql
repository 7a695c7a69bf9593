-- What stands beside the records that a merge moves: what it has set aside of people, which others a record is known to be
-- different from, and whoever is given rights for an organization while it is merged. And how words are counted.

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

-- What somebody has said of two records holds of those that they have become, and of themselves as soon as they are apart
-- again: the pair that was said stays, and which pair it is now follows from the merges. Where both are one, it is none.
alter table different_records add column said_first_id uuid, add column said_second_id uuid;
update different_records set said_first_id = first_id, said_second_id = second_id;
alter table different_records
  alter column said_first_id set not null,
  alter column said_second_id set not null,
  drop constraint different_records_in_order,
  drop constraint different_records_once,
  add constraint different_records_in_order check (first_id <= second_id),
  add constraint different_records_said_in_order check (said_first_id < said_second_id),
  add constraint different_records_once unique (said_first_id, said_second_id);
create index different_records_by_first on different_records (first_id, second_id);

-- Which record one is now, however often it was merged.
create function public.record_now(record uuid) returns uuid language sql stable as $$
  with recursive chain(id, far) as (
    select record, 0
    union all
    select m.into_id, c.far + 1 from chain c join public.merges m on m.from_id = c.id and m.undone_at is null where c.far < 1000
  ) select id from chain order by far desc limit 1
$$;

-- Has what was said of the records of a merge hold of those that they are now.
create function public.move_differences(merge uuid) returns void language plpgsql as $$
declare
  moved uuid[];
begin
  -- Those of two merges at once wait for each other, and are looked up only then.
  moved := array(select d.id from public.different_records d join public.merges m on m.id = merge
    where d.first_id in (m.from_id, m.into_id) or d.second_id in (m.from_id, m.into_id) order by d.id for update of d);
  update public.different_records d set first_id = least(one, other), second_id = greatest(one, other)
  from (select s.id, public.record_now(s.said_first_id) as one, public.record_now(s.said_second_id) as other
    from public.different_records s where s.id = any (moved)) present
  where d.id = present.id;
end $$;

-- Marks that were set aside so far.
insert into different_records (id, kind, first_id, second_id, at, by_id, said_first_id, said_second_id)
select d.id, d.kind, least(one, other), greatest(one, other), d.at, d.by_id, d.first_id, d.second_id
from merge_steps s cross join jsonb_populate_record(null::different_records, s.was) d
cross join record_now(d.first_id) one cross join record_now(d.second_id) other
where s.of_table = 'different_records' and d.id is not null
  and not exists (select from erasures e where e.person_id in (one, other))
on conflict do nothing;
delete from merge_steps where of_table = 'different_records';

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

drop function public.forget_missing_differences(uuid);

-- What no foreign key can hold is held as by one: whoever names a record waits for whoever is merging it, and has it until
-- the end of the transaction.
create function public.hold_records(referred text, ids uuid[]) returns void language plpgsql as $$
begin
  execute format('select from public.%I where id = any ($1) order by id for key share', referred) using ids;
end $$;

create function public.refuse_missing(referred text, ids uuid[]) returns void language plpgsql as $$
declare
  missing uuid;
begin
  execute format('select given from unnest($1) given where not exists (select from public.%I r where r.id = given) limit 1', referred)
    into missing using ids;
  if missing is not null then
    raise foreign_key_violation using detail = format('Key (id)=(%s) is not present in table "%s".', missing, referred);
  end if;
end $$;

-- Lists of ids that somebody gives name what is there. Those that somebody has (`follow`) name what these have become.
create function public.hold_listed_references() returns trigger language plpgsql as $$
declare
  led record;
  given uuid[];
begin
  if nullif(current_setting('corteo.merge', true), '') is not null then return new; end if;
  for led in select l.own, l.referred from public.listed_references() l where l.of_table = tg_table_name loop
    given := array(select jsonb_array_elements_text(to_jsonb(new) -> led.own::text)::uuid);
    continue when given = '{}' or tg_op = 'UPDATE' and to_jsonb(new) -> led.own::text = to_jsonb(old) -> led.own::text;
    perform public.hold_records(led.referred, given);
    if tg_argv[0] = 'follow' then
      given := array(select distinct public.record_now(one) from unnest(given) one order by 1);
      new := jsonb_populate_record(new, jsonb_build_object(led.own, given));
    else
      perform public.refuse_missing(led.referred, given);
    end if;
  end loop;
  return new;
end $$;
create trigger access_tokens_hold_references before insert or update on access_tokens
  for each row execute function hold_listed_references();
create trigger calendar_links_hold_references before insert on calendar_links
  for each row execute function hold_listed_references('follow');

-- Of what a calendar may be about, people and places are merged.
create function public.hold_subject() returns trigger language plpgsql as $$
declare
  referred constant text := case new.subject_kind when 'person' then 'people' when 'place' then 'places' end;
begin
  if referred is null or nullif(current_setting('corteo.merge', true), '') is not null then return new; end if;
  perform public.hold_records(referred, array[new.subject_id]);
  perform public.refuse_missing(referred, array[new.subject_id]);
  return new;
end $$;
create trigger calendar_links_hold_subject before insert on calendar_links for each row execute function hold_subject();

-- Every instance goes at once by the organizations for which a token is since they were merged, or are apart again.
create function public.tell_of_token() returns trigger language plpgsql as $$
begin
  perform pg_notify('corteo_tokens', new.id::text);
  return null;
end $$;
create trigger access_tokens_tell after update on access_tokens for each row
  when (old.organization_ids is distinct from new.organization_ids) execute function tell_of_token();

-- The program counts words, a few at a time: whoever recorded one meanwhile lost it.
drop function public.count_words();

-- Planned without the word, a look for one that finds nothing would read all records.
alter function public.unlearn_words(text[]) set plan_cache_mode = force_custom_plan;

-- down
alter function public.unlearn_words(text[]) reset plan_cache_mode;

create function public.count_words() returns void language plpgsql as $$
begin
  create temporary table counted on commit drop as
  select c.word collate "C" as word, max(c.ndoc) as uses from ts_stat('select names from public.record_words') c
  where c.word in (select public.words_to_know(array[c.word])) group by 1;
  create unique index on counted (word);
  analyze counted;
  delete from public.known_words k where not exists (select from counted c where c.word = k.word)
    or exists (select from public.known_words same where same.word = k.word and same.ctid < k.ctid);
  update public.known_words k set uses = c.uses from counted c where c.word = k.word and c.uses <> k.uses;
  insert into public.known_words select c.word, c.uses, public.shortened(c.word) from counted c
  where not exists (select from public.known_words k where k.word = c.word);
  drop table counted;
end $$;

drop trigger access_tokens_tell on access_tokens;
drop trigger calendar_links_hold_subject on calendar_links;
drop trigger calendar_links_hold_references on calendar_links;
drop trigger access_tokens_hold_references on access_tokens;
drop function public.tell_of_token();
drop function public.hold_subject();
drop function public.hold_listed_references();
drop function public.refuse_missing(text, uuid[]);
drop function public.hold_records(text, uuid[]);

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

drop function public.move_differences(uuid);
drop function public.record_now(uuid);
drop index different_records_by_first;
-- What was said of a record that was merged is not known there.
delete from different_records where (first_id, second_id) <> (said_first_id, said_second_id);
alter table different_records
  drop constraint different_records_once,
  drop constraint different_records_in_order,
  drop column said_first_id,
  drop column said_second_id,
  add constraint different_records_in_order check (first_id < second_id),
  add constraint different_records_once unique (first_id, second_id);

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
