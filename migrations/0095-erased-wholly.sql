-- Who is erased is found by all that was known of them, and whatever is blacked out can be.

-- up
-- A word as a pattern of every spelling that search takes for the same, in the text as it was written: each character
-- stands for all that are folded to it, also taken apart, and what is not looked at may follow it.
create or replace function public.spellings_pattern(words text) returns text language plpgsql immutable strict parallel safe as $$
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
    letter := (select string_agg('(?:[' || regexp_replace(one, '([\\^\]\[-])', '\\\1') || upper(one collate "C") || coalesce(spellings ->> one, '') || ']'
        || case when char_length(normalize(one, nfd)) > 1 then '|' || (
          select string_agg('[' || part || coalesce(spellings ->> part, '') || ']', '') from string_to_table(normalize(one, nfd), null) part) else '' end
        || ')', joined)
      from string_to_table(piece, null) one);
    pattern := pattern || case when char_length(piece) = 1 then letter else '(?:' || letter || '|[' || (spellings ->> piece) || '])' end;
  end loop;
  return pattern || '[' || unseen || ']*';
end $$;

-- A telephone number, however its digits are parted, and however one dials out of the country.
create or replace function public.phone_pattern(phone text) returns text language sql immutable strict parallel safe as $$
  select '(?<![0-9])(?:\+|00[\s().,·•_/\u2010-\u2015-]*)?' || string_agg(public.spellings_pattern(digit), '[\s().,·•_/\u2010-\u2015-]*') || '(?![0-9])'
  from string_to_table(regexp_replace(public.fold_words(phone), '[^0-9]+|^\s*00', '', 'g'), null) digit
$$;

-- As before, also by what merges have set aside of the person; and by the family name where it stands in a key, which is
-- written small.
create or replace function public.name_patterns(person uuid) returns table (certain text, doubtful text, hints text)
language sql stable as $$
  with one as (
    select p.* from public.people p where p.id = person
    union all
    select was.* from public.merged_from(person) m join public.merge_steps s on s.merge_id = m.merge_id and s.of_table = 'people'
    cross join jsonb_populate_record(null::public.people, s.was) was
  ),
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
    select family_name, case when family_name ~ '^[[:lower:]]' then '' else '(?:(?<=^|[/_-])|(?![[:lower:]]))' end || public.words_pattern(family_name)
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

-- What is blacked out of a column by which rows are told apart goes on doing that, by characters that say nothing.
create function public.kept_apart(in_table text, named text, was jsonb, blacked jsonb) returns jsonb language sql as $$
  select case when was <> blacked and exists (
      select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      where i.indrelid = format('public.%I', in_table)::regclass and i.indisunique and a.attname = named and a.atttypid = 'text'::regtype)
    then to_jsonb((blacked #>> '{}') || ' ' || upper(right(gen_random_uuid()::text, 8))) else blacked end
$$;

-- As before; what has to differ from row to row still does.
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
    select jsonb_object_agg(f.key, public.kept_apart(one.table_name, f.key, present -> f.key,
        public.black_out(present -> f.key, nullif(f.value, 'null'), patterns.certain, patterns.doubtful)))
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

-- As before, also by what a field held before the merge, and wherever the lines of a text end; and by the family name
-- alone where that is redacted of the record, or stands in a row that the merge alone has kept, of which nobody can decide.
-- What is redacted of a row that was moved is no change of it.
create or replace function public.forget_merges() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
declare
  mine constant uuid[] := array[new.person_id] || array(select m.from_id from public.merged_from(new.person_id) m);
  patterns constant record := (select p from public.name_patterns(new.person_id) p);
  own_steps constant bigint[] := array(select s.step_id from public.set_aside_of(new.person_id) s);
  step record;
begin
  for step in
    select s.*, is_forgotten from public.merge_steps s join public.merges m on m.id = s.merge_id
    cross join lateral (select regexp_replace(concat(s.was, s.present), '\\[nrt]', ' ', 'g')) as of_step(said)
    cross join lateral (select m.into_id = any (mine) and m.of_table = 'people' or said ~ patterns.certain
      or said ~ patterns.doubtful and (s.present is null or exists (
        select from jsonb_to_recordset(new.redacted) as r(record_id text, field text)
        where r.record_id = s.key ->> 'id' and s.was || coalesce(s.present, '{}') ? r.field))) as of_said(is_forgotten)
    where is_forgotten or s.id = any (own_steps)
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
    or exists (select from jsonb_to_recordset(new.redacted) as r(table_name text, record_id text)
      where r.table_name = s.of_table and r.record_id = s.key ->> 'id'));
  return null;
end $$;

-- down
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
create or replace function public.name_patterns(person uuid) returns table (certain text, doubtful text, hints text)
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
create or replace function public.phone_pattern(phone text) returns text language sql immutable strict parallel safe as $$
  select '(?<![0-9])\+?' || string_agg(public.spellings_pattern(digit), '[\s().,·•_/\u2010-\u2015-]*') || '(?![0-9])'
  from string_to_table(regexp_replace(public.fold_words(phone), '[^0-9]+', '', 'g'), null) digit
$$;
create or replace function public.spellings_pattern(words text) returns text language plpgsql immutable strict parallel safe as $$
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
drop function public.kept_apart(text, text, jsonb, jsonb);
