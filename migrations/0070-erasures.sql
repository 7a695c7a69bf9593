-- People are erased: what is held about them goes, from their records, from what others say of them and from history;
-- what happened, how many were there and in which order stays.

-- up
-- Who was erased, when, by whom and why; where the name was blacked out, and where it stands still, for which reason.
create table erasures (
  person_id uuid primary key references people,
  at timestamptz(3) not null,
  by_id uuid not null references actors,
  reason text not null,
  redacted jsonb not null check (jsonb_typeof(redacted) = 'array'),
  kept jsonb not null check (jsonb_typeof(kept) = 'array'),
  transaction uuid not null default public.transaction_mark()
);

-- What is kept unaltered changes in one case alone: in the transaction that has written down whom it erases. Nothing is
-- taken away even then, and who may not write these tables may not now either.
create or replace function public.refuse_rewriting() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name <> 'erasures'
    and exists (select from public.erasures where transaction = public.transaction_mark()) then return null; end if;
  raise exception '% is only added to: nothing in it is changed or taken away', tg_table_name
    using errcode = 'insufficient_privilege', table = tg_table_name;
end $$;

select keep_unaltered('erasures');

-- What a person is called who was erased.
create function public.pseudonym_of(person uuid) returns text language sql immutable strict parallel safe
return 'Erased person ' || upper(right(person::text, 4));

-- What is held about a person: the columns of which tables, by what leads there, and what they hold afterwards; # stands
-- for the end of the row's id. What leads to records of any kind comes after these.
create function public.personal_fields() returns table (table_name text, owner text, emptied jsonb)
language sql immutable parallel safe as $$
  select * from (values
    ('people', 'id', jsonb '{"names": [{"text": "Erased person #", "lang": "en", "kind": "official"}], "family_name": null,
      "given_name": null, "name_order": null, "honorific": null, "languages": [], "email": null, "phone": null, "notes": null}'),
    ('positions', 'person_id', '{"title": {"en": "[erased #]"}, "on_behalf_of": null, "notes": null}'),
    ('delegation_members', 'person_id', '{"title": null, "precedence_reason": null, "languages": [], "notes": null}'),
    ('participations', 'person_id', '{"title": null, "on_behalf_of": null, "notes": null}'),
    ('agreement_signatories', 'person_id', '{"title": null, "notes": null}'),
    ('organization_relations', 'to_person_id', '{"notes": null}'),
    ('entries', 'speaker_id', '{"office_held": null, "notes": null}'),
    ('entries', 'person_id', '{"names": [{"text": "[erased]", "lang": "en", "kind": "official"}], "text": null, "layout": null,
      "dates_note": null, "office_held": null, "hypotheses": [], "open_questions": [], "notes": null}'),
    ('figures', 'record_id', '{"metric": {"en": "[erased]"}, "among": null, "notes": null}'),
    ('citations', 'record_id', '{"value": null, "notes": null}')) fields
$$;

-- The rows of those tables that are about a person.
create function public.personal_rows(person uuid) returns table (table_name text, id uuid, owner text, emptied jsonb)
language plpgsql stable as $$
declare
  field record;
  mine uuid[] := array[person];
  led uuid[];
begin
  for field in select f.* from public.personal_fields() f loop
    execute format('select array_agg(t.id) from public.%I t where t.%I = any ($1)', field.table_name, field.owner)
      into led using mine;
    return query select field.table_name, one, field.owner, field.emptied from unnest(led) one;
    mine := mine || led;
  end loop;
end $$;

-- Every text in a JSON value, and where it stands there.
create function public.text_leaves(value jsonb) returns table (path text[], text text)
language sql immutable parallel safe as $$
  with recursive parts(path, value) as (
    select '{}'::text[], value
    union all
    select parts.path || inner_part.key, inner_part.value from parts cross join lateral (
      select o.key, o.value from jsonb_each(case jsonb_typeof(parts.value) when 'object' then parts.value end) o
      union all
      select (a.position - 1)::text, a.value
      from jsonb_array_elements(case jsonb_typeof(parts.value) when 'array' then parts.value end)
        with ordinality as a(value, position)) inner_part
  ) select p.path, p.value #>> '{}' from parts p where jsonb_typeof(p.value) = 'string'
$$;

-- Words as they are found in texts: whatever stands between them, and where no letter or digit goes on but those of
-- scripts without spaces.
create function public.words_pattern(words text) returns text
language sql immutable strict parallel safe as $$
  select case when said ~ '[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]' then said
    else '(?<![0-9A-Za-z\u00c0-\u024f\u0370-\u06ff])' || said || '(?![0-9A-Za-z\u00c0-\u024f\u0370-\u06ff])' end
  from (
    select string_agg(regexp_replace(word, '([\\^$*+?()\[\]{}|])', '\\\1', 'g'), '[\s.,·•_/-]+' order by position) as said
    from regexp_split_to_table(words, '[\s.,·•_/-]+') with ordinality as split(word, position) where word <> '') joined
$$;

-- How a person is found in texts: for certain by any whole name, in either order and also without accents, by e-mail or
-- telephone; perhaps by the family name alone. Whatever is found holds one of the hints, which is looked for sooner.
create function public.name_patterns(person uuid) returns table (certain text, doubtful text, hints text[])
language sql stable as $$
  with one as (select * from public.people where id = person),
  names as (
    select n ->> 'text' as name from one cross join jsonb_array_elements(one.names) n
    union select concat_ws(' ', family_name, given_name) from one where family_name <> '' and given_name <> ''
    union select family_name || given_name from one where family_name || given_name ~ '[\u3400-\u9fff]'
  ),
  turned as (
    select name from names
    union select regexp_replace(btrim(name), '^(\S+)\s+(\S+)$', '\2 \1') from names
    union select email from one union select phone from one
  ),
  forms as (
    select distinct form from turned
    cross join lateral (values (name), (public.unaccent('public.unaccent'::regdictionary, name))) as spelled(form)
    where char_length(form) > 1
  ),
  doubts(form, pattern) as (
    select form, public.words_pattern(form) from one
    cross join lateral (values (family_name), (public.unaccent('public.unaccent'::regdictionary, family_name))) as spelled(name)
    cross join lateral (values (name), (upper(name))) as written(form)
    where char_length(family_name) > 1
    union
    select left(name, 1), left(name, 1) || '(?=先生|女士|小姐|教授|博士|主席|书记|市长|省长|部长|局长|主任|校长|总)' from names
    where name ~ '^[\u3400-\u9fff]{2,3}$'
  )
  select (select string_agg(distinct public.words_pattern(form), '|') from forms),
    (select string_agg(distinct pattern, '|') from doubts),
    array(
      select distinct '%' || lower(longest) || '%' from (select form from forms union select form from doubts) told
      cross join lateral (
        select word as longest from regexp_split_to_table(form, '[^[:alnum:]]+') word order by char_length(word) desc limit 1) words)
$$;

-- A text in which what a pattern finds is blacked out: as long as it was, so that ranges of it stay where they are.
create function public.blacked_out(value text, pattern text, flags text) returns text
language plpgsql immutable parallel safe as $$
declare
  begins integer;
  goes_on integer;
begin
  loop
    begins := regexp_instr(value, pattern, 1, 1, 0, flags);
    if coalesce(begins, 0) = 0 then return value; end if;
    goes_on := regexp_instr(value, pattern, 1, 1, 1, flags);
    value := overlay(value placing repeat('█', goes_on - begins) from begins for goes_on - begins);
  end loop;
end $$;

-- A JSON value in which the ranges that are given are blacked out, or else all that the patterns find.
create function public.black_out(value jsonb, ranges jsonb, certain text, doubtful text) returns jsonb
language plpgsql immutable as $$
declare
  leaf record;
  blacked text;
begin
  for leaf in select * from public.text_leaves(value) loop
    blacked := leaf.text;
    if ranges is null then
      blacked := public.blacked_out(public.blacked_out(blacked, certain, 'i'), doubtful, 'c');
    else
      select coalesce((select string_agg(case when exists (
          select from jsonb_to_recordset(ranges) as r(path text[], starts integer, ends integer)
          where r.path = leaf.path and place > r.starts and place <= r.ends) then '█' else letter end, '' order by place)
        from regexp_split_to_table(leaf.text, '') with ordinality as letters(letter, place)), leaf.text) into blacked;
    end if;
    if blacked <> leaf.text then
      value := case when leaf.path = '{}' then to_jsonb(blacked) else jsonb_set(value, leaf.path, to_jsonb(blacked)) end;
    end if;
  end loop;
  return value;
end $$;

-- The tables in which texts stand that somebody wrote, how their rows are told apart and whose they are, and where a
-- caller reads them.
create function public.written_tables() returns table (name text, key text, record text, kind text, texts text, plain text, seen text)
language sql stable as $$
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
    and c.relname not in ('migrations', 'change_stamps', 'time_zone_data', 'idempotency_keys', 'erasures', 'history')
  group by c.relname, keys.key, keys.record
  having bool_or(is_text)
  order by c.relname
$$;

-- Where a text holds what names a person: for certain, or perhaps. Ranges count characters, from 0.
create function public.names_in(value text, certain text, doubtful text)
returns table (starts integer, ends integer, is_certain boolean)
language sql immutable as $$
  select regexp_instr(value, certain, 1, n, 0, 'i') - 1, regexp_instr(value, certain, 1, n, 1, 'i') - 1, true
  from generate_series(1, regexp_count(value, certain, 1, 'i')) n
  union all
  select regexp_instr(rest, doubtful, 1, n, 0, 'c') - 1, regexp_instr(rest, doubtful, 1, n, 1, 'c') - 1, false
  from public.blacked_out(value, certain, 'i') rest, generate_series(1, regexp_count(rest, doubtful, 1, 'c')) n
$$;

-- Every text of others that holds a name of a person: of records, of what belongs to them, and what history says that
-- they held. Nobody's caller finds all; anybody else what they may see.
create function public.find_mentions(person uuid, caller jsonb)
returns table (table_name text, key jsonb, record_table text, record_id uuid, kind text, field text, path text[],
  starts integer, ends integer, is_certain boolean, excerpt text)
language plpgsql stable as $$
declare
  patterns record;
  written record;
  mine jsonb;
  sees_all constant boolean := caller is null or caller -> 'scopes' ? 'confidential:read';
  -- What a row holds, told by its texts; what the person's own rows hold goes anyway.
  found constant text := '
    select %1$L::text, %2$s, %9$s::text, %4$s, %5$s::text, c.field, l.path, n.starts, n.ends, n.is_certain,
      substr(l.text, greatest(1, n.starts - 79), least(80, n.starts) + n.ends - n.starts + 80)
    from %6$s t cross join lateral (%7$s) as c(field, value)
    cross join lateral public.text_leaves(c.value) l
    cross join lateral public.names_in(l.text, $3, $4) n
    where case when lower(%8$s) like any ($5)
        then replace(%8$s, ''\n'', '' '') ~* $3 or replace(%8$s, ''\n'', '' '') ~ $4 else false end
      and not coalesce($1 -> (%3$s || ''/'' || %4$s) ? c.field, false)';
begin
  select * into patterns from public.name_patterns(person);
  select coalesce(jsonb_object_agg(place, fields), '{}') into mine from (
    select r.table_name || '/' || r.id as place, jsonb_agg(e.field) as fields
    from public.personal_rows(person) r cross join lateral jsonb_object_keys(r.emptied) e(field) group by 1
    union all
    select 'status_changes/' || r.id, '["reason"]' from public.personal_rows(person) r group by 1
    union all
    select 'dossier_entries/' || r.id, '["dossier", "path", "record_kind", "said", "settled"]'
      from public.personal_rows(person) r group by 1
    union all
    select 'actors/' || a.id, '["name", "issuer", "subject"]' from public.actors a where a.person_id = person
    union all
    select 'access_tokens/' || t.id, '["label"]' from public.access_tokens t join public.actors a on a.id = t.actor_id
      where a.person_id = person) held;
  for written in select * from public.written_tables() loop
    continue when not sees_all and written.seen is null;
    return query execute format(found, written.name, written.key, quote_literal(written.name), written.record,
      written.kind, case when caller is null then format('public.%I', written.name) else coalesce(written.seen, format('public.%I', written.name)) end,
      'values ' || written.texts, written.plain,
      case written.name when 'status_changes' then '(select h.table_name from public.history h where h.record_id = t.record_id limit 1)'
        else quote_literal(written.name) end)
      using mine, caller, patterns.certain, patterns.doubtful, patterns.hints;
  end loop;
  if sees_all then
    return query execute format(found, 'history', 'jsonb_build_object(''record_id'', t.record_id, ''id'', t.id)', 't.table_name',
      't.record_id', '(select e.kind from public.events e where e.id = t.record_id)', 'public.history',
      'select h.key, h.value from jsonb_each(t.changes) h', 't.changes::text', 't.table_name')
      using mine, caller, patterns.certain, patterns.doubtful, patterns.hints;
  end if;
end $$;

-- Which fields changed, of those that are emptied, without what they held.
create function public.unsaid(changes jsonb, emptied jsonb) returns jsonb language sql immutable parallel safe
return (select coalesce(jsonb_object_agg(field, null), '{}') from jsonb_object_keys(changes) field where emptied ? field);

-- Erases a person: nobody who works with the database may rewrite history but by this, which writes down that it did.
-- Of what the person's records held, history keeps which fields changed, as it does of every person. What others wrote
-- is blacked out where it is told; what they wrote there before, history forgets too.
create function public.erase_person(person uuid, officer uuid, moment timestamptz, why text, redactions jsonb, exceptions jsonb)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  patterns record;
  own record;
  one record;
  present jsonb;
  touched text[] := array[person::text];
  stamps constant text := ', version = t.version + 1, updated_at = $2, updated_by_id = $3';
begin
  perform from public.people where id = person for update;
  if exists (select from public.erasures where person_id = person) then
    raise exception 'the person was erased'
      using errcode = 'check_violation', constraint = 'people_stay_erased', table = 'people';
  end if;
  select * into patterns from public.name_patterns(person);
  insert into public.erasures (person_id, at, by_id, reason, redacted, kept)
  values (person, moment, officer, why, redactions, exceptions);

  for one in
    select r.table_name, r.key, r.record_id, r.field, r.ranges, k.columns, k.filled,
      exists (select from pg_attribute where attrelid = format('public.%I', r.table_name)::regclass and attname = 'updated_by_id') as stamped
    from jsonb_to_recordset(redactions) as r(table_name text, key jsonb, record_id uuid, field text, ranges jsonb)
    cross join lateral (select string_agg(format('%I', key), ', ' order by key), string_agg(format('t.%I', key), ', ' order by key)
      from jsonb_object_keys(r.key) key) as k(columns, filled)
  loop
    touched := touched || one.record_id::text;
    if one.table_name = 'history' then
      update public.history h set changes = h.changes || jsonb_build_object(one.field, null)
      where h.record_id = (one.key ->> 'record_id')::uuid and h.id = (one.key ->> 'id')::bigint;
      continue;
    end if;
    execute format('select to_jsonb(t) -> %1$L from public.%2$I t
        where (%3$s) = (select %4$s from jsonb_populate_record(null::public.%2$I, $1))',
      one.field, one.table_name, one.filled, one.columns) into present using one.key;
    present := public.black_out(present, one.ranges, patterns.certain, patterns.doubtful);
    execute format('update public.%1$I t set %2$I = (jsonb_populate_record(null::public.%1$I, jsonb_build_object(%2$L, $4))).%2$I %3$s
        where (%4$s) = (select %5$s from jsonb_populate_record(null::public.%1$I, $1))',
      one.table_name, one.field, case when one.stamped then stamps end, one.filled, one.columns)
      using one.key, moment, officer, present;
    update public.history h set changes = h.changes || jsonb_build_object(one.field, null)
    where h.record_id = one.record_id and h.changes ? one.field
      and (one.ranges is not null or h.transaction = public.transaction_mark());
  end loop;

  for own in select * from public.personal_rows(person) loop
    touched := touched || own.id::text;
    execute format('update public.%1$I t set (%2$s) = (select %2$s from jsonb_populate_record(null::public.%1$I, $1)) %3$s where t.id = $4',
      own.table_name, (select string_agg(format('%I', field), ', ') from jsonb_object_keys(own.emptied) field), stamps)
      using replace(own.emptied::text, '#', upper(right(own.id::text, 4)))::jsonb, moment, officer, own.id;
    update public.history h set changes = h.changes || public.unsaid(h.changes, own.emptied)
    where h.record_id = own.id and h.table_name = own.table_name;
    update public.status_changes set reason = null where record_id = own.id and reason is not null;
    delete from public.dossier_entries where record_id = own.id;
  end loop;
  -- Also of what was about the person only for a time.
  for one in
    select h.record_id, f.emptied, max(h.id) as last from public.history h
    join public.personal_fields() f on f.table_name = h.table_name and h.changes -> f.owner ->> 0 = person::text
    group by h.record_id, f.emptied
  loop
    update public.history h set changes = h.changes || public.unsaid(h.changes, one.emptied)
    where h.record_id = one.record_id and h.id <= one.last;
  end loop;

  update public.access_tokens t set label = public.pseudonym_of(person)
  from public.actors a where a.id = t.actor_id and a.person_id = person;
  update public.actors set name = public.pseudonym_of(person) || ', ' || upper(right(id::text, 4)),
    subject = case when subject is not null then 'erased ' || id end
  where person_id = person;
  if to_regclass('public.protected_profiles') is not null then
    delete from public.protected_profiles where person_id = person;
  end if;
  -- Answers that are kept for requests sent again: what they were about is not recorded twice, but no longer told.
  delete from public.idempotency_keys where key ~* patterns.certain;
  update public.idempotency_keys set answer = null, facts = '{"erased": true}'
  where replace(answer, '\n', ' ') ~* patterns.certain or answer ~ array_to_string(touched, '|');
end $$;

-- Whoever else may look into the database erases nobody.
revoke execute on function public.erase_person(uuid, uuid, timestamptz, text, jsonb, jsonb) from public;

-- Erases somebody again whom the database holds in the clear, since it was restored from what was kept before: where the
-- name was kept it stays, where it was blacked out or is found now it goes. Who erased them may not be known yet.
create function public.erase_again(erasure jsonb) returns void language sql as $$
  select public.erase_person(p.id, coalesce(a.id, (select id from public.actors where kind = 'system')), e.at, e.reason,
    (select coalesce(jsonb_agg(distinct jsonb_build_object('table_name', m.table_name, 'key', m.key,
        'record_id', m.record_id, 'field', m.field)), '[]')
      from public.find_mentions(p.id, null) m
      where not exists (select from jsonb_to_recordset(e.kept) as k(id uuid, field text)
          where k.id = m.record_id and k.field = case m.table_name when 'status_changes' then 'statusReason'
            else public.field_name(m.field) end)
        and (m.is_certain or exists (select from jsonb_to_recordset(e.redacted) as r(record_id uuid, field text)
          where (r.record_id, r.field) = (m.record_id, m.field)))), e.kept)
  from jsonb_to_record(erasure) as e("personId" uuid, at timestamptz, "byId" uuid, reason text, redacted jsonb, kept jsonb)
  join public.people p on p.id = e."personId"
  left join public.actors a on a.id = e."byId"
  where not exists (select from public.erasures x where x.person_id = p.id)
$$;

-- Nobody else erases: what was erased is not told anew.
create function public.keep_erased() returns trigger language plpgsql as $$
begin
  if exists (select from public.erasures where person_id = new.id and transaction <> public.transaction_mark()) then
    raise exception 'the person was erased'
      using errcode = 'check_violation', constraint = 'people_stay_erased', table = tg_table_name;
  end if;
  return new;
end $$;
create trigger people_stay_erased before update on people for each row
  when ((old.names, old.family_name, old.given_name, old.name_order, old.honorific, old.languages, old.email, old.phone, old.notes)
    is distinct from (new.names, new.family_name, new.given_name, new.name_order, new.honorific, new.languages, new.email, new.phone, new.notes))
  execute function keep_erased();

-- All that is held about a person, as far as a caller may see it: rows by table, with the names of what they lead to.
create function public.held_about(person uuid, caller jsonb, languages text[]) returns table (table_name text, id uuid, kind text, held jsonb)
language plpgsql stable as $$
declare
  source record;
  mine uuid[] := array[person];
begin
  select mine || array_agg(r.id) into mine from public.personal_rows(person) r;
  for source in
    with led as (
      select c.conrelid as oid, a.attname from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
      where c.contype = 'f' and c.confrelid = 'public.people'::regclass and c.conrelid <> 'public.erasures'::regclass
      union
      select format('public.%I', f.table_name)::regclass, f.owner from public.personal_fields() f
    ),
    shown as (
      select a.attrelid as oid, a.attname, a.attnum, coalesce((
        select format('(select jsonb_build_object(''id'', r.id, ''name'', %s) from public.visible_%s($2) r where r.id = t.%I)',
          case when exists (select from pg_attribute d where d.attrelid = k.confrelid and d.attname = 'display')
              then 'public.pick_name(r.display, $3)'
            when exists (select from pg_attribute d where d.attrelid = k.confrelid and d.attname = 'title')
              then 'public.pick_text(r.title, $3)' else 'null' end, k.confrelid::regclass, a.attname)
        from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'f' and a.attnum = any (k.conkey)
          and to_regproc('public.visible_' || (k.confrelid::regclass)) is not null
          and exists (select from pg_attribute d where d.attrelid = k.confrelid and d.attname = 'id')
        order by array_length(k.conkey, 1) limit 1), format('t.%I', a.attname)) as expression
      from pg_attribute a where a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid <> 'bytea'::regtype
    )
    select l.oid, l.oid::regclass::text as name,
      (select string_agg(format('t.%I = any ($1)', own.attname), ' or ') from led own where own.oid = l.oid) as leads,
      (select string_agg(format('%L, %s', public.field_name(regexp_replace(s.attname, '_id$', '')), s.expression), ', ' order by s.attnum)
        from shown s where s.oid = l.oid and s.attname <> 'id') as fields,
      exists (select from pg_attribute d where d.attrelid = l.oid and d.attname = 'id') as has_id
    from led l
    -- Whether one may see what has no sight of its own is not known.
    where caller -> 'scopes' ? 'confidential:read' or to_regproc('public.visible_' || (l.oid::regclass)) is not null
    group by l.oid order by 2
  loop
    return query execute format('select %L::text, %s, %s, jsonb_strip_nulls(jsonb_build_object(%s)) from %s t where %s',
      source.name, case when source.has_id then 't.id' else 'null::uuid' end, 'to_jsonb(t) ->> ''kind''', source.fields,
      case when to_regproc('public.visible_' || source.name) is not null then format('public.visible_%s($2)', source.name)
        else format('public.%I', source.name) end, source.leads)
      using mine, caller, languages;
  end loop;
end $$;

-- What the audit knows of a person, where there is one.
create function public.audited_of(person uuid) returns table (at timestamptz, action text, by_id uuid, reason text)
language plpgsql stable as $$
begin
  if to_regclass('public.audit_events') is not null then
    return query select e.at::timestamptz, e.action, e.actor_id, e.reason from public.audit_events e
      where e.subject_id = person order by e.at, e.id;
  end if;
end $$;

-- down
drop function public.audited_of(uuid);
drop function public.held_about(uuid, jsonb, text[]);
drop trigger people_stay_erased on people;
drop function public.keep_erased();
drop function public.erase_again(jsonb);
drop function public.erase_person(uuid, uuid, timestamptz, text, jsonb, jsonb);
drop function public.unsaid(jsonb, jsonb);
drop function public.find_mentions(uuid, jsonb);
drop function public.names_in(text, text, text);
drop function public.written_tables();
drop function public.black_out(jsonb, jsonb, text, text);
drop function public.blacked_out(text, text, text);
drop function public.name_patterns(uuid);
drop function public.words_pattern(text);
drop function public.text_leaves(jsonb);
drop function public.personal_rows(uuid);
drop function public.personal_fields();
drop function public.pseudonym_of(uuid);
create or replace function public.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '% is only added to: nothing in it is changed or taken away', tg_table_name
    using errcode = 'insufficient_privilege', table = tg_table_name;
end $$;
drop table erasures;
