-- Finding by words, further: a name is folded once, what most names of a table hold is known to be so, and what is asked for
-- in quotation marks is found in this order in texts too.

-- up
-- The words of a text that was folded, in their order, parted by one space each.
create function public.spell_folded(value text) returns text language plpgsql immutable strict parallel safe as $$
begin
  if octet_length(value) > char_length(value) then
    value := regexp_replace(value, '[' || public.separating_characters() || ']+', ' ', 'g');
    if value ~ ('[' || public.spaceless_characters() || ']') then
      value := regexp_replace(value, '([' || public.spaceless_characters() || ']+)', ' \1 ', 'g');
      select string_agg(case when word ~ ('^[' || public.spaceless_characters() || ']') then
          array_to_string(string_to_array(word, null), ' ') else word end, ' ' order by place)
        into value from string_to_table(value, ' ') with ordinality as of(word, place);
    end if;
  else
    value := regexp_replace(value, '[^a-z0-9-]+', ' ', 'g');
  end if;
  -- A hyphen that joins nothing is none.
  if value ~ '^[- ]|[- ]$|[- ]{2}' then
    return btrim(regexp_replace(value, '[- ]*(?: |--)[- ]*', ' ', 'g'), ' -');
  end if;
  return value;
end $$;

create or replace function public.spell_text(value text) returns text language sql immutable strict parallel safe as $$
  select public.spell_folded(public.fold_words(value))
$$;

-- What is neither letter nor digit in a text that was folded.
create function public.signs_in(folded text) returns text[] language sql immutable strict parallel safe as $$
  select array(select distinct '=' || sign from string_to_table(
    regexp_replace(folded, '[^' || public.separating_characters() || '-]+|\s+', '', 'g'), null) sign)
$$;

create or replace function public.signs_of(value text) returns text[] language sql immutable strict parallel safe as $$
  select public.signs_in(public.fold_words(value))
$$;

create or replace function public.write_words(record uuid, in_table text, kind_of text, used boolean, on_day date, named jsonb, said jsonb)
returns void language plpgsql as $$
declare
  named_so constant record := public.names_to_find(named);
  folded_so constant text[] := array(select public.fold_words(one) from unnest(named_so.texts) one);
  spelled_so constant text[] := array(select public.spell_folded(one) from unnest(folded_so) one);
  words constant text[] := array(
    select '@' || in_table
    union select word from unnest(spelled_so) one cross join lateral unnest(public.words_of(one)) word
    union select sign from unnest(folded_so) one cross join lateral unnest(public.signs_in(one)) sign);
  former constant tsvector := (select w.names from public.record_words w where w.record_id = record);
begin
  insert into public.record_words
  values (record, kind_of, used, on_day, spelled_so, named_so.current, array_to_tsvector(words), public.words_of_texts(said))
  on conflict (record_id) do update set kind = excluded.kind, in_use = excluded.in_use, day = excluded.day,
    spelled = excluded.spelled, current_names = excluded.current_names, names = excluded.names, texts = excluded.texts;
  insert into public.known_words
  select learned.word, 1, public.shortened(learned.word) from public.words_to_know(words) as learned(word)
  where not exists (select from public.known_words k where k.word = learned.word);
  if former is not null then perform public.unlearn_words(tsvector_to_array(former)); end if;
end $$;

create or replace function public.rewrite_words(tracked text, after uuid, most integer) returns uuid language plpgsql as $$
declare
  worded constant record := (select t from public.worded_tables() t where t.name = tracked);
  last uuid;
begin
  execute format($format$
    with held as materialized (
      select * from public.%1$I where id > $1 order by id limit $2 for share),
    named as materialized (
      select r.id, %2$s as kind, r.archived_at is null as in_use, %3$s as day, n.texts, n.current, to_jsonb(%5$s) as said
      from held r cross join lateral public.names_to_find(%4$s) n),
    folded as materialized (
      select id, array(select public.fold_words(one) from unnest(texts) one) as folded from named),
    spelled as materialized (
      select id, folded, array(select public.spell_folded(one) from unnest(folded) one) as spelled from folded),
    written as (
      insert into public.record_words
      select n.id, n.kind, n.in_use, n.day, s.spelled, n.current, array_to_tsvector(array(
          select '@' || %1$L union
          select word from unnest(s.spelled) one cross join lateral unnest(public.words_of(one)) word union
          select sign from unnest(s.folded) one cross join lateral unnest(public.signs_in(one)) sign)),
        public.words_of_texts(n.said)
      from named n join spelled s on s.id = n.id
      on conflict (record_id) do update set kind = excluded.kind, in_use = excluded.in_use, day = excluded.day,
        spelled = excluded.spelled, current_names = excluded.current_names, names = excluded.names, texts = excluded.texts)
    select id from held order by id desc limit 1$format$, tracked, worded.kind, worded.day, worded.names, worded.texts)
  into last using after, most;
  return last;
end $$;

-- Not called strict, so that it is put in place of each call.
create or replace function public.stem_word(word text, lang text) returns text language sql immutable parallel safe as $$
  select case lang
    when 'it' then (ts_lexize('pg_catalog.italian_stem', word))[1]
    when 'en' then (ts_lexize('pg_catalog.english_stem', word))[1]
    else word end
$$;

-- Between two texts lie as many places as no phrase reaches over.
create or replace function public.words_of_texts(texts jsonb) returns tsvector language plpgsql immutable parallel safe
set plan_cache_mode = force_generic_plan as $$
declare
  said record;
  spelled text;
  found tsvector := '';
begin
  for said in select * from public.texts_to_find(texts) loop
    -- A tsvector holds no more than a megabyte.
    spelled := public.spell_text(left(said.text, 100000));
    found := found || coalesce((
      select string_agg(format('''%s'':%s', stem, least(place + 100, 16383)), ' ')::tsvector
      from (select word, place, public.stem_word(left(word, 100), said.lang) as stem
        from string_to_table(translate(spelled, '-', ' '), ' ') with ordinality as of(word, place)) stems
      where stem <> ''), '');
    if octet_length(spelled) > char_length(spelled) then
      found := found || array_to_tsvector(array(
        select word from unnest(public.words_of(spelled)) word
        where char_length(word) = 2 and word ~ ('^[' || public.spaceless_characters() || ']')));
    end if;
  end loop;
  return found;
end $$;

-- Words that follow each other, by their stems too; words that are too common to look for leave their place open.
create function public.phrase_asked(spelled text) returns text language sql immutable strict parallel safe as $$
  select '(' || string_agg(coalesce(' <' || place - former || '> ', '') || stems, '' order by place) || ')'
  from (
    select stems, place, lag(place) over (order by place) as former
    from string_to_table(spelled, ' ') with ordinality as said(word, place)
    cross join lateral (select public.stems_asked(word, false)) as stemmed(stems)
    where word <> '' and stems is not null) following
$$;

-- Which texts hold all that is asked for: by their stems; words that are too common in one of the languages count for nothing.
create or replace function public.texts_asked(asked text) returns tsquery language plpgsql immutable parallel safe as $$
declare
  terms text[] := '{}';
  one record;
begin
  for one in
    select p.is_quoted, translate(public.spell_text(p.piece), '-', ' ') as spelled from public.pieces_asked(asked) p
  loop
    terms := terms || array(
      select public.stems_asked(btrim(term, ''''), not one.is_quoted) from unnest(public.terms_of(one.spelled, 'whole')) term);
    if one.is_quoted and strpos(one.spelled, ' ') > 0 then terms := terms || public.phrase_asked(one.spelled); end if;
  end loop;
  return array_to_string(array_remove(terms, null), ' & ')::tsquery;
end $$;

-- What must occur in names of what is asked for, in any order. What is asked for twice is looked for once. Each part of a
-- word may be in hundreds of them, so that few parts count.
create function public.all_terms_of(asked text, how text) returns text[] language plpgsql stable as $$
declare
  terms constant text[] := array(
    select term from (
      select term, row_number() over (partition by term like '(%') as place from (
        select distinct term from public.pieces_asked(asked) one cross join lateral
          unnest(public.terms_of(public.spell_text(one.piece), case when one.is_quoted then 'whole' else how end)) term) each_once) counted
    where term not like '(%' or place <= 16);
begin
  if terms <> '{}' then return terms; end if;
  return array(select public.quoted_word(sign) from unnest(public.signs_of(asked)) sign);
end $$;

-- Which names hold all that is asked for, in any order; those of one table, where it is named.
create or replace function public.names_asked(asked text, in_table text, how text) returns tsquery language sql stable as $$
  select array_to_string(public.all_terms_of(asked, how) || public.quoted_word('@' || in_table), ' & ')::tsquery
$$;

-- How many records the planner expects to be found by a term.
create function public.likely_records(term text) returns bigint language plpgsql volatile as $$
declare
  plan json;
begin
  execute format('explain (format json) select from public.record_words w where w.names @@ %L::tsquery', term) into plan;
  return plan -> 0 -> 'Plan' ->> 'Plan Rows';
end $$;

-- Whether the names of more than one in fifty records of a table hold all that is asked for: where each term is in many
-- names, a sample tells. For a condition: called immutable, as names_with is.
create function public.names_are_common(asked text, in_table text) returns boolean language plpgsql immutable parallel safe as $$
declare
  term text;
  share double precision;
begin
  foreach term in array public.all_terms_of(asked, 'part') loop
    if public.likely_records(term) < 1000 then return false; end if;
  end loop;
  execute format($sample$
    select avg((w.names @@ $1)::integer) from (
      select id from public.%1$I tablesample system (
        (select least(100, 30000 / greatest(c.reltuples, 1)) from pg_class c where c.oid = 'public.%1$I'::regclass)) limit 300) sample
    join public.record_words w on w.record_id = sample.id$sample$, in_table)
  into share using public.names_asked(asked, in_table, 'part');
  return coalesce(share > 0.02, false);
end $$;

drop function public.search_pattern(text);

-- down

create function public.search_pattern(query text) returns text
language sql immutable strict parallel safe as $$
  select '%' || regexp_replace(public.fold_text(query), '([\\%_])', '\\\1', 'g') || '%'
$$;

drop function public.names_are_common(text, text);
drop function public.likely_records(text);

create or replace function public.names_asked(asked text, in_table text, how text) returns tsquery language plpgsql stable as $$
declare
  terms text[];
begin
  -- What is asked for twice is looked for once. Each part of a word may be in hundreds of them, so that few parts count.
  terms := array(
    select term from (
      select term, row_number() over (partition by term like '(%') as place from (
        select distinct term from public.pieces_asked(asked) one cross join lateral
          unnest(public.terms_of(public.spell_text(one.piece), case when one.is_quoted then 'whole' else how end)) term) each_once) counted
    where term not like '(%' or place <= 16);
  if terms = '{}' then
    terms := array(select public.quoted_word(sign) from unnest(public.signs_of(asked)) sign);
  end if;
  if in_table is not null then terms := terms || public.quoted_word('@' || in_table); end if;
  return array_to_string(terms, ' & ')::tsquery;
end $$;

create or replace function public.texts_asked(asked text) returns tsquery language plpgsql immutable parallel safe as $$
declare
  terms text[] := '{}';
  one record;
begin
  for one in
    select p.is_quoted, term from public.pieces_asked(asked) p
    cross join lateral unnest(public.terms_of(public.spell_text(translate(p.piece, '''’-', '   ')), 'whole')) term
  loop
    terms := terms || public.stems_asked(btrim(one.term, ''''), not one.is_quoted);
  end loop;
  return array_to_string(array_remove(terms, null), ' & ')::tsquery;
end $$;

create or replace function public.words_of_texts(texts jsonb) returns tsvector language plpgsql immutable parallel safe as $$
declare
  said record;
  spelled text;
  found tsvector := '';
begin
  for said in select * from public.texts_to_find(texts) loop
    -- A tsvector holds no more than a megabyte.
    spelled := public.spell_text(left(said.text, 100000));
    found := found || coalesce((
      select string_agg(format('''%s'':%s', stem, least(place, 16383)), ' ')::tsvector
      from (select word, place, public.stem_word(left(word, 100), said.lang) as stem
        from string_to_table(translate(spelled, '-', ' '), ' ') with ordinality as of(word, place)) stems
      where stem <> ''), '');
    if octet_length(spelled) > char_length(spelled) then
      found := found || array_to_tsvector(array(
        select word from unnest(public.words_of(spelled)) word
        where char_length(word) = 2 and word ~ ('^[' || public.spaceless_characters() || ']')));
    end if;
  end loop;
  return found;
end $$;

create or replace function public.stem_word(word text, lang text) returns text language sql immutable strict parallel safe as $$
  select case lang
    when 'it' then (ts_lexize('pg_catalog.italian_stem', word))[1]
    when 'en' then (ts_lexize('pg_catalog.english_stem', word))[1]
    else word end
$$;

create or replace function public.rewrite_words(tracked text, after uuid, most integer) returns uuid language plpgsql as $$
declare
  worded constant record := (select t from public.worded_tables() t where t.name = tracked);
  last uuid;
begin
  execute format($format$
    with held as materialized (
      select * from public.%1$I where id > $1 order by id limit $2 for share),
    named as materialized (
      select r.id, %2$s as kind, r.archived_at is null as in_use, %3$s as day, n.texts, n.current, to_jsonb(%5$s) as said
      from held r cross join lateral public.names_to_find(%4$s) n),
    spelled as materialized (
      select id, array(select public.spell_text(one) from unnest(texts) one) as spelled from named),
    written as (
      insert into public.record_words
      select n.id, n.kind, n.in_use, n.day, s.spelled, n.current, array_to_tsvector(array(
          select '@' || %1$L union
          select word from unnest(s.spelled) one cross join lateral unnest(public.words_of(one)) word union
          select sign from unnest(n.texts) one cross join lateral unnest(public.signs_of(one)) sign)),
        public.words_of_texts(n.said)
      from named n join spelled s on s.id = n.id
      on conflict (record_id) do update set kind = excluded.kind, in_use = excluded.in_use, day = excluded.day,
        spelled = excluded.spelled, current_names = excluded.current_names, names = excluded.names, texts = excluded.texts)
    select id from held order by id desc limit 1$format$, tracked, worded.kind, worded.day, worded.names, worded.texts)
  into last using after, most;
  return last;
end $$;

create or replace function public.write_words(record uuid, in_table text, kind_of text, used boolean, on_day date, named jsonb, said jsonb)
returns void language plpgsql as $$
declare
  named_so constant record := public.names_to_find(named);
  spelled_so constant text[] := array(select public.spell_text(one) from unnest(named_so.texts) one);
  words constant text[] := array(
    select '@' || in_table
    union select word from unnest(spelled_so) one cross join lateral unnest(public.words_of(one)) word
    union select sign from unnest(named_so.texts) one cross join lateral unnest(public.signs_of(one)) sign);
  former constant tsvector := (select w.names from public.record_words w where w.record_id = record);
begin
  insert into public.record_words
  values (record, kind_of, used, on_day, spelled_so, named_so.current, array_to_tsvector(words), public.words_of_texts(said))
  on conflict (record_id) do update set kind = excluded.kind, in_use = excluded.in_use, day = excluded.day,
    spelled = excluded.spelled, current_names = excluded.current_names, names = excluded.names, texts = excluded.texts;
  insert into public.known_words
  select learned.word, 1, public.shortened(learned.word) from public.words_to_know(words) as learned(word)
  where not exists (select from public.known_words k where k.word = learned.word);
  if former is not null then perform public.unlearn_words(tsvector_to_array(former)); end if;
end $$;

create or replace function public.signs_of(value text) returns text[] language sql immutable strict parallel safe as $$
  select array(select distinct '=' || sign from string_to_table(
    regexp_replace(public.fold_words(value), '[^' || public.separating_characters() || '-]+|\s+', '', 'g'), null) sign)
$$;

create or replace function public.spell_text(value text) returns text language plpgsql immutable strict parallel safe as $$
begin
  value := public.fold_words(value);
  if octet_length(value) > char_length(value) then
    value := regexp_replace(value, '[' || public.separating_characters() || ']+', ' ', 'g');
    if value ~ ('[' || public.spaceless_characters() || ']') then
      value := regexp_replace(value, '([' || public.spaceless_characters() || ']+)', ' \1 ', 'g');
      select string_agg(case when word ~ ('^[' || public.spaceless_characters() || ']') then
          array_to_string(string_to_array(word, null), ' ') else word end, ' ' order by place)
        into value from string_to_table(value, ' ') with ordinality as of(word, place);
    end if;
  else
    value := regexp_replace(value, '[^a-z0-9-]+', ' ', 'g');
  end if;
  -- A hyphen that joins nothing is none.
  if value ~ '^[- ]|[- ]$|[- ]{2}' then
    return btrim(regexp_replace(value, '[- ]*(?: |--)[- ]*', ' ', 'g'), ' -');
  end if;
  return value;
end $$;

drop function public.all_terms_of(text, text);
drop function public.phrase_asked(text);
drop function public.signs_in(text);
drop function public.spell_folded(text);
