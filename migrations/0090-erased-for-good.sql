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

-- Which characters search takes for the same: what they are folded to, and all of them.
do $$
begin
  execute format('create function public.spelled_characters() returns jsonb language sql immutable parallel safe as %L', format('select %L::jsonb', (
    select jsonb_object_agg(folded, spelled) from (
      select value as folded, string_agg(key, '' order by key) as spelled from jsonb_each_text(public.folded_characters()) group by value) known)));
end $$;

-- A word as a pattern of every spelling that search takes for the same, in the text as it was written: each character
-- stands for all that are folded to it, and what is not looked at may follow it.
create function public.spellings_pattern(words text) returns text language plpgsql immutable strict parallel safe as $$
declare
  folded constant text := public.fold_words(words);
  spellings constant jsonb := public.spelled_characters();
  ligatures constant text := (select string_agg(several || '|', '') from jsonb_object_keys(spellings) several
    where char_length(several) > 1 and strpos(folded, several) > 0 and several !~ '[\u0001-\u002f\u003a-\u0060\u007b-\u007f]');
  unseen constant text := public.dropped_characters();
  spaceless constant text := '^[' || public.spaceless_characters() || ']';
  joined constant text := '[' || unseen || (spellings ->> '-') || '''`-]*';
  parted constant text := '[' || unseen || (spellings ->> '-') || (spellings ->> ' ') || '''`\s.,·•_/-]';
  piece text;
  letter text;
  gap text;
  former text;
  pattern text := '';
begin
  for piece in select m[1] from regexp_matches(folded, '(' || coalesce(ligatures, '') || '[\s.,·•_/-]+|.)', 'g') m loop
    if piece ~ '^[\s.,·•_/-]' then
      gap := case when former is not null then piece end;
      continue;
    end if;
    pattern := pattern || case
      when former is null then ''
      when former ~ spaceless and piece ~ spaceless or gap ~ '^-+$' then parted || '*'
      when gap is not null then parted || '+'
      else joined end;
    gap := null;
    former := piece;
    letter := (select string_agg('[' || regexp_replace(one, '([\\^\]\[-])', '\\\1') || upper(one collate "C") || coalesce(spellings ->> one, '') || ']', joined)
      from string_to_table(piece, null) one);
    pattern := pattern || case when char_length(piece) = 1 then letter else '(?:' || letter || '|[' || (spellings ->> piece) || '])' end;
  end loop;
  return pattern || '[' || unseen || ']*';
end $$;

-- Words as they are found in texts, where no letter or digit goes on but those of scripts without spaces.
create or replace function public.words_pattern(words text) returns text
language sql immutable strict parallel safe as $$
  select case when folded ~ ('^[' || spaceless || ']') then '' else '(?<!' || letters || ')' end || public.spellings_pattern(words)
    || case when folded ~ ('[' || spaceless || ']$') then '' else '(?!' || letters || ')' end
  from (select public.fold_words(words), public.spaceless_characters(),
    '[0-9A-Za-z\u00c0-\u024f\u0300-\u06ff\u1e00-\u1fff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]') as said(folded, spaceless, letters)
$$;

-- A telephone number, however its digits are parted.
create function public.phone_pattern(phone text) returns text language sql immutable strict parallel safe as $$
  select '(?<![0-9])\+?' || string_agg(public.spellings_pattern(digit), '[\s().,·•_/\u2010-\u2015-]*') || '(?![0-9])'
  from string_to_table(regexp_replace(public.fold_words(phone), '[^0-9]+', '', 'g'), null) digit
$$;

drop function public.name_patterns(uuid);
-- How a person is found in texts: for certain by any whole name, in either order, by e-mail or telephone; perhaps by the
-- family name alone, unless it begins small where the name does not. Whatever is found matches one of the hints, which is
-- looked for sooner.
create function public.name_patterns(person uuid) returns table (certain text, doubtful text, hints text)
language sql stable as $$
  with one as (select * from public.people where id = person),
  names as (
    select n ->> 'text' as name from one cross join jsonb_array_elements(one.names) n
    union select concat_ws(' ', family_name, given_name) from one where family_name <> '' and given_name <> ''
  ),
  forms as (
    select name from names
    union select regexp_replace(btrim(name), '^(\S+)\s+(\S+)$', '\2 \1') from names
    union select email from one
  ),
  certain(words, pattern) as (
    select name, public.words_pattern(name) from forms where char_length(name) > 1
    union select null, public.phone_pattern(phone) from one where char_length(phone) > 1
  ),
  doubtful(words, pattern) as (
    select family_name, case when family_name ~ '^[[:lower:]]' then '' else '(?![[:lower:]])' end || public.words_pattern(family_name)
    from one where char_length(family_name) > 1
    union
    select left(name, 1), public.spellings_pattern(left(name, 1)) || '(?=' || (
      select string_agg(public.spellings_pattern(title), '|') from unnest(
        '{先生,女士,小姐,教授,博士,主席,书记,市长,省长,部长,局长,主任,校长,总}'::text[]) title) || ')'
    from names where name ~ '^[\u3400-\u9fff]{2,3}$'
  )
  select (select string_agg(distinct pattern, '|') from certain), (select string_agg(distinct pattern, '|') from doubtful),
    (select string_agg(distinct hint, '|') from (
      select coalesce(public.spellings_pattern(longest), pattern) as hint
      from (select * from certain union select * from doubtful) found
      left join lateral (
        select word as longest from regexp_split_to_table(found.words, '[\s.,·•_/''-]+') word order by char_length(word) desc limit 1) words
      on true) looked)
$$;

-- A JSON value in which the ranges that are given are blacked out, or else all that the patterns find.
create or replace function public.black_out(value jsonb, ranges jsonb, certain text, doubtful text) returns jsonb
language plpgsql immutable as $$
declare
  leaf record;
  blacked text;
begin
  for leaf in select * from public.text_leaves(value) loop
    blacked := leaf.text;
    if ranges is null then
      blacked := public.blacked_out(public.blacked_out(blacked, certain, 'c'), doubtful, 'c');
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

-- Where a text holds what names a person: for certain, or perhaps. Ranges count characters, from 0.
create or replace function public.names_in(value text, certain text, doubtful text)
returns table (starts integer, ends integer, is_certain boolean)
language sql immutable as $$
  select regexp_instr(value, certain, 1, n, 0, 'c') - 1, regexp_instr(value, certain, 1, n, 1, 'c') - 1, true
  from generate_series(1, regexp_count(value, certain, 1, 'c')) n
  union all
  select regexp_instr(rest, doubtful, 1, n, 0, 'c') - 1, regexp_instr(rest, doubtful, 1, n, 1, 'c') - 1, false
  from public.blacked_out(value, certain, 'c') rest, generate_series(1, regexp_count(rest, doubtful, 1, 'c')) n
$$;

-- Every text of others that holds a name of a person: of records, of what belongs to them, and what history says that
-- they held. Nobody's caller finds all; anybody else what they may see.
create or replace function public.find_mentions(person uuid, caller jsonb)
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
    where case when %8$s ~ $5
        then regexp_replace(%8$s, ''\\[nrt]'', '' '', ''g'') ~ any (array[$3, $4]) else false end
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

-- As before; all that is redacted of a row goes at once, since its key may be among it, and is not told by it either.
create or replace function public.erase_person(person uuid, officer uuid, moment timestamptz, why text, redactions jsonb, exceptions jsonb)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  patterns record;
  own record;
  one record;
  present jsonb;
  row_key text;
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
  select person, moment, officer, why, coalesce(jsonb_agg(to_jsonb(told)), '[]'), exceptions
  from jsonb_to_recordset(redactions) as told(table_name text, record_id uuid, field text, ranges jsonb);

  for one in
    select r.table_name, r.key, r.record_id, jsonb_object_agg(r.field, r.ranges) as fields
    from jsonb_to_recordset(redactions) as r(table_name text, key jsonb, record_id uuid, field text, ranges jsonb)
    group by r.table_name, r.key, r.record_id
  loop
    touched := touched || one.record_id::text;
    if one.table_name = 'history' then
      update public.history h set changes = h.changes || (select jsonb_object_agg(field, null) from jsonb_object_keys(one.fields) field)
      where h.record_id = (one.key ->> 'record_id')::uuid and h.id = (one.key ->> 'id')::bigint;
      continue;
    end if;
    row_key := public.key_match(one.table_name, '$1');
    execute format('select to_jsonb(t) from public.%I t where %s', one.table_name, row_key) into present using one.key;
    select jsonb_object_agg(f.key, public.black_out(present -> f.key, nullif(f.value, 'null'), patterns.certain, patterns.doubtful))
      into present from jsonb_each(one.fields) f;
    execute format('update public.%1$I t set (%2$s) = (select %2$s from jsonb_populate_record(null::public.%1$I, $4)) %3$s where %4$s',
      one.table_name, (select string_agg(format('%I', field), ', ') from jsonb_object_keys(one.fields) field),
      case when public.has_column(one.table_name, 'updated_by_id') then stamps end, row_key)
      using one.key, moment, officer, present;
    update public.history h set changes = h.changes || public.unsaid(h.changes, (
        select jsonb_object_agg(f.key, null) from jsonb_each(one.fields) f
        where f.value <> 'null' or h.transaction = public.transaction_mark()))
    where h.record_id = one.record_id and h.changes ?| array(select jsonb_object_keys(one.fields));
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
  delete from public.idempotency_keys where key ~ patterns.certain;
  update public.idempotency_keys set answer = null, facts = '{"erased": true}'
  where regexp_replace(answer, '\\[nrt]', ' ', 'g') ~ patterns.certain or answer ~ array_to_string(touched, '|');
end $$;

-- What was redacted before is told without the keys of its rows, too.
alter table erasures disable trigger never_rewritten;
update erasures set redacted = coalesce((select jsonb_agg(one - 'key') from jsonb_array_elements(redacted) one), '[]');
alter table erasures enable trigger never_rewritten;

-- All that is held about a person, as far as a caller may see it: rows by table, with the names of what they lead to.
create or replace function public.held_about(person uuid, caller jsonb, languages text[]) returns table (table_name text, id uuid, kind text, held jsonb)
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
      union
      select 'public.calendar_links'::regclass, 'subject_id'
    ),
    -- What has no sight of its own is seen where what it belongs to is.
    sights as (
      select l.oid, to_regproc('public.visible_' || (l.oid::regclass)) is not null as is_own, (
        select string_agg(format('exists (select from public.visible_%s($2) r where r.id = t.%I)', k.confrelid::regclass, a.attname), ' and ')
        from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and k.conkey = array[a.attnum]
        where k.conrelid = l.oid and k.contype = 'f' and a.attnotnull and k.confrelid <> 'public.people'::regclass
          and to_regproc('public.visible_' || (k.confrelid::regclass)) is not null) as whole
      from led l group by l.oid
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
      (select string_agg(format('%L, %s', public.field_name(regexp_replace(c.attname, '_id$', '')), c.expression), ', ' order by c.attnum)
        from shown c where c.oid = l.oid and c.attname <> 'id') as fields,
      exists (select from pg_attribute d where d.attrelid = l.oid and d.attname = 'id') as has_id,
      s.is_own, case when s.is_own or caller -> 'scopes' ? 'confidential:read' then 'true' else s.whole end as condition
    from led l join sights s on s.oid = l.oid
    -- Whether one may see what belongs to nothing else is not known.
    where s.is_own or s.whole is not null or caller -> 'scopes' ? 'confidential:read'
    group by l.oid, s.is_own, s.whole order by 2
  loop
    return query execute format('select %L::text, %s, %s, jsonb_strip_nulls(jsonb_build_object(%s)) from %s t where (%s) and %s',
      source.name, case when source.has_id then 't.id' else 'null::uuid' end, 'to_jsonb(t) ->> ''kind''', source.fields,
      case when source.is_own then format('public.visible_%s($2)', source.name)
        else format('public.%I', source.name) end, source.leads, source.condition)
      using mine, caller, languages;
  end loop;
end $$;

-- down
create or replace function public.held_about(person uuid, caller jsonb, languages text[]) returns table (table_name text, id uuid, kind text, held jsonb)
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
create or replace function public.erase_person(person uuid, officer uuid, moment timestamptz, why text, redactions jsonb, exceptions jsonb)
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
create or replace function public.find_mentions(person uuid, caller jsonb)
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
create or replace function public.names_in(value text, certain text, doubtful text)
returns table (starts integer, ends integer, is_certain boolean)
language sql immutable as $$
  select regexp_instr(value, certain, 1, n, 0, 'i') - 1, regexp_instr(value, certain, 1, n, 1, 'i') - 1, true
  from generate_series(1, regexp_count(value, certain, 1, 'i')) n
  union all
  select regexp_instr(rest, doubtful, 1, n, 0, 'c') - 1, regexp_instr(rest, doubtful, 1, n, 1, 'c') - 1, false
  from public.blacked_out(value, certain, 'i') rest, generate_series(1, regexp_count(rest, doubtful, 1, 'c')) n
$$;
create or replace function public.black_out(value jsonb, ranges jsonb, certain text, doubtful text) returns jsonb
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
drop function public.name_patterns(uuid);
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
create or replace function public.words_pattern(words text) returns text
language sql immutable strict parallel safe as $$
  select case when said ~ '[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]' then said
    else '(?<![0-9A-Za-z\u00c0-\u024f\u0370-\u06ff])' || said || '(?![0-9A-Za-z\u00c0-\u024f\u0370-\u06ff])' end
  from (
    select string_agg(regexp_replace(word, '([\\^$*+?()\[\]{}|])', '\\\1', 'g'), '[\s.,·•_/-]+' order by position) as said
    from regexp_split_to_table(words, '[\s.,·•_/-]+') with ordinality as split(word, position) where word <> '') joined
$$;
drop function public.phone_pattern(text);
drop function public.spellings_pattern(text);
drop function public.spelled_characters();
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
