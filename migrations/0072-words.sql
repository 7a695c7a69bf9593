-- One index of all names and texts, by their words, and a dictionary of the words of names, in which parts of words and
-- words like others are found. The database writes both, in the transaction of the write.

-- up
-- What a record is found by. A name is kept as it is spelled; those that are in use come first. Beside the words of names
-- stand its table (@places), and what is neither letter nor digit in them (=%), which is looked for only by itself.
create table record_words (
  record_id uuid primary key,
  kind text not null,
  in_use boolean not null,
  day date,
  spelled text[] not null,
  current_names integer not null,
  names tsvector not null,
  texts tsvector not null
);
-- Entries are put in place at once: whoever searches would have to read those that are not.
create index record_words_by_names on record_words using gin (names) with (fastupdate = off);
create index record_words_by_texts on record_words using gin (texts) with (fastupdate = off);
create index record_words_by_day on record_words (day) where day is not null;

-- Who records the same word at the same time records it twice, which harms nobody: nobody waits for another.
create table known_words (
  word text collate "C" not null,
  uses integer not null,
  shortened text[] not null
);
create index known_words_in_order on known_words (word);
create index known_words_by_part on known_words using gin (word public.gin_trgm_ops);
create index known_words_by_shortened on known_words using gin (shortened);

-- A word, and what is left of it without any one letter: two words that differ by one letter, or by two that changed
-- places, have one of these in common.
create function public.shortened(word text) returns text[] language sql immutable strict parallel safe as $$
  select case when char_length(word) < 4 then '{}' else array(
    select word union select overlay(word placing '' from place for 1) from generate_series(1, char_length(word)) place) end
$$;

-- What is neither letter nor digit in a text.
create function public.signs_of(value text) returns text[] language sql immutable strict parallel safe as $$
  select array(select distinct '=' || sign from string_to_table(
    regexp_replace(public.fold_words(value), '[^' || public.separating_characters() || '-]+|\s+', '', 'g'), null) sign)
$$;

-- The names of a record, those in use first, and how many these are: of a list of names, or of a text in its languages.
create function public.names_to_find(named jsonb, out texts text[], out current integer)
language plpgsql immutable parallel safe as $$
begin
  if jsonb_typeof(named) = 'object' then
    texts := array(select value from jsonb_each_text(named));
    current := cardinality(texts);
  else
    select coalesce(array_agg(n ->> 'text' order by public.name_rank(n ->> 'kind') = 2, position), '{}'),
      count(*) filter (where public.name_rank(n ->> 'kind') < 2)
    into texts, current from jsonb_array_elements(named) with ordinality as listed(n, position);
  end if;
end $$;

-- Every text in a value, with its language where that is known.
create function public.texts_to_find(value jsonb) returns table (lang text, text text)
language plpgsql immutable parallel safe as $$
begin
  if jsonb_typeof(value) = 'array' then
    return query select found.* from jsonb_array_elements(value) one cross join lateral public.texts_to_find(one) found;
  elsif jsonb_typeof(value) = 'object' then
    return query select split_part(key, '-', 1), said.value from jsonb_each_text(value) said;
  elsif jsonb_typeof(value) = 'string' then
    return query select '', value #>> '{}';
  end if;
end $$;

-- The stem of a word in Italian or English; null where it is too common to look for.
create function public.stem_word(word text, lang text) returns text language sql immutable strict parallel safe as $$
  select case lang
    when 'it' then (ts_lexize('pg_catalog.italian_stem', word))[1]
    when 'en' then (ts_lexize('pg_catalog.english_stem', word))[1]
    else word end
$$;

-- The words of texts, in their order, with the pairs of characters of scripts without spaces.
create function public.words_of_texts(texts jsonb) returns tsvector language plpgsql immutable parallel safe as $$
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

-- The words of a dictionary: those of scripts with spaces.
create function public.words_to_know(words text[]) returns setof text language sql immutable parallel safe as $$
  select word from unnest(words) word where word !~ '^[@=]'
    and (octet_length(word) = char_length(word) or word !~ ('[' || public.spaceless_characters() || ']'))
$$;

create function public.quoted_word(word text) returns text language sql immutable strict parallel safe as $$
  select '''' || replace(left(word, 100), '\', '\\') || ''''
$$;

-- Writes what a record is found by, and learns its words. What it is no longer found by is forgotten where nobody else is.
create function public.write_words(record uuid, in_table text, kind_of text, used boolean, on_day date, named jsonb, said jsonb)
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

-- Forgets those of some words by which no record is found.
create function public.unlearn_words(words text[]) returns void language plpgsql as $$
declare
  word_so text;
begin
  for word_so in select * from public.words_to_know(words) loop
    if not exists (select from public.record_words w where w.names @@ public.quoted_word(word_so)::tsquery) then
      delete from public.known_words k where k.word = word_so;
    end if;
  end loop;
end $$;

create function public.forget_record() returns trigger language plpgsql as $$
declare
  former tsvector;
begin
  delete from public.record_words w where w.record_id = old.id returning w.names into former;
  perform public.unlearn_words(tsvector_to_array(former));
  return null;
end $$;

-- The tables of records with names or texts, and of a row: its kind, its day, its names, its other texts; last the columns
-- that all of these follow from.
create function public.worded_tables() returns table (name text, kind text, day text, names text, texts text, columns text)
language sql immutable parallel safe as $$
  values
    ('places', '''place''', 'null::date', 'r.names', 'r.description', 'names, description'),
    ('topics', '''topic''', 'null::date', 'r.names', 'r.description', 'names, description'),
    ('organizations', '''organization''', 'null::date', 'r.names', 'r.description', 'names, description'),
    ('people', '''person''', 'null::date', 'r.names', 'null::jsonb', 'names'),
    ('delegations', '''delegation''', 'null::date', 'r.names', 'r.purpose', 'names, purpose'),
    ('delegation_members', '''member''', 'null::date', '''[]''', 'jsonb_build_array(r.title, r."group", r.placeholder)',
      'title, "group", placeholder'),
    ('events', 'r.kind', 'nullif(r.latest_day, ''-infinity'')', 'r.names',
      'jsonb_build_array(r.summary, r.objectives, r.theme)', 'names, summary, objectives, theme, starts, ends'),
    ('forum_series', '''forum_series''', 'null::date', 'r.names',
      'jsonb_build_array(r.description, r.objectives, r.audience)', 'names, description, objectives, audience'),
    ('agenda_items', '''agenda_item''', 'coalesce(public.partial_date_latest(r.on_date), left(r.starts_local::text, 10)::date)', 'r.title', 'r.abstract',
      'title, abstract, on_date, starts_local'),
    ('agreements', '''agreement''', 'null::date', 'r.names', 'r.objectives', 'names, objectives'),
    ('agreement_obligations', '''obligation''', 'null::date', 'r.text', 'r.text', 'text'),
    ('outcomes', '''outcome''', 'null::date', 'r.text', 'r.text', 'text'),
    ('follow_ups', '''follow_up''', 'null::date', 'r.title', 'jsonb_build_array(r.title, r.resolution)', 'title, resolution'),
    ('sources', '''source''', 'r.published_latest',
      'r.names || jsonb_build_array(jsonb_build_object(''text'', coalesce(r.publisher, ''''), ''kind'', ''alias''),
        jsonb_build_object(''text'', coalesce(r.author, ''''), ''kind'', ''alias''))',
      'jsonb_build_object(coalesce(r.language, ''''), coalesce(r.text, ''''))', 'names, publisher, author, text, language, published'),
    ('entries', '''entry''', 'null::date', 'r.names', 'r.text', 'names, text'),
    ('relationships', '''relationship''', 'null::date', 'r.names', 'r.basis', 'names, basis'),
    ('figures', '''figure''', 'null::date', 'r.metric', 'null::jsonb', 'metric')
$$;

-- Lets a table write its words from now on.
create function public.keep_words(tracked text) returns void language plpgsql as $$
declare
  worded constant record := (select t from public.worded_tables() t where t.name = tracked);
begin
  execute format($format$
    create function public.%1$I() returns trigger language plpgsql as $body$
    declare r constant public.%2$I := new;
    begin
      perform public.write_words(r.id, %2$L, %3$s, r.archived_at is null, %4$s, %5$s, to_jsonb(%6$s));
      return null;
    end $body$;
    create trigger %1$I after insert on public.%2$I for each row execute function public.%1$I();
    create trigger %8$I after update on public.%2$I for each row
      when ((%7$s) is distinct from (%9$s)) execute function public.%1$I();
    create trigger %10$I after delete on public.%2$I for each row execute function public.forget_record()$format$,
    tracked || '_write_words', tracked, worded.kind, worded.day, worded.names, worded.texts,
    (select string_agg('old.' || btrim(one), ', ') from string_to_table(worded.columns || ', archived_at', ',') one),
    tracked || '_rewrite_words',
    (select string_agg('new.' || btrim(one), ', ') from string_to_table(worded.columns || ', archived_at', ',') one),
    tracked || '_forget_words');
end $$;

-- Writes the words of the next records of a table anew, while nobody changes these, and tells the last of them.
create function public.rewrite_words(tracked text, after uuid, most integer) returns uuid language plpgsql as $$
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

-- Counts how many records each word finds, learns those that are not known, and forgets those that find none.
create function public.count_words() returns void language plpgsql as $$
begin
  create temporary table counted on commit drop as
  select c.word collate "C" as word, max(c.ndoc) as uses from ts_stat('select names from public.record_words') c
  where c.word in (select public.words_to_know(array[c.word])) group by 1;
  delete from public.known_words k where not exists (select from counted c where c.word = k.word)
    or exists (select from public.known_words same where same.word = k.word and same.ctid < k.ctid);
  update public.known_words k set uses = c.uses from counted c where c.word = k.word and c.uses <> k.uses;
  insert into public.known_words select c.word, c.uses, public.shortened(c.word) from counted c
  where not exists (select from public.known_words k where k.word = c.word);
  drop table counted;
end $$;

-- What a word that is asked for may stand for: itself, and the words it is a part of, or begins where it is short; where
-- these are many, the commonest.
create function public.words_like(asked text) returns text language plpgsql stable as $$
declare
  found text[];
begin
  if char_length(asked) >= 3 then
    found := array(select k.word from public.known_words k where k.word like '%' || asked || '%' order by k.uses desc limit 200);
  else
    found := array(select k.word from public.known_words k where k.word >= asked and k.word < asked || U&'\+10FFFF'
      order by k.uses desc limit 200);
  end if;
  return '(' || (select string_agg(distinct public.quoted_word(one), ' | ') from unnest(found || asked) one) || ')';
end $$;

-- What is asked for, a piece for each run between spaces or quotation marks.
create function public.pieces_asked(asked text) returns table (piece text, is_quoted boolean)
language sql immutable strict parallel safe as $$
  select coalesce(found[1], found[2]), found[1] is not null
  from regexp_matches(translate(
      regexp_replace(asked, '[\u0009-\u000d\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]', ' ', 'g'),
      '“”„‟«»＂', '"'), '"([^"]*)"|([^ "]+)', 'g') found
$$;

-- Words that are written almost like one that is asked for: the nearest by one letter, or else by their parts of three.
create function public.words_near(asked text) returns text language plpgsql stable as $$
declare
  found text[] := '{}';
begin
  if char_length(asked) >= 4 then
    found := array(select k.word from public.known_words k where k.shortened && public.shortened(asked)
      order by k.uses desc limit 50);
    if found = '{}' then
      found := array(select k.word from public.known_words k where k.word operator(public.%) asked
        order by public.similarity(k.word, asked) desc, k.uses desc limit 20);
    end if;
  end if;
  if found = '{}' then return public.words_like(asked); end if;
  return '(' || (select string_agg(distinct public.quoted_word(one), ' | ') from unnest(found || asked) one) || ')';
end $$;

-- What may stand for a word that is asked for: the word alone, those that it is a part of too, or those near it too.
create function public.alternatives_to(asked text, how text) returns text language sql stable as $$
  select case how when 'whole' then public.quoted_word(asked) when 'part' then public.words_like(asked)
    else public.words_near(asked) end
$$;

-- What must occur of a text that is asked for, once it is spelled.
create function public.terms_of(spelled text, how text) returns text[] language plpgsql stable as $$
declare
  alike constant text := '^[' || public.spaceless_characters() || ']$';
  terms text[] := '{}';
  former text := '';
  is_pair boolean := false;
  word text;
begin
  foreach word in array string_to_array(spelled, ' ') || ''::text loop
    if octet_length(word) >= 3 and word ~ alike then
      if former <> '' then terms := terms || public.quoted_word(former || word); end if;
      is_pair := former <> '';
      former := word;
      continue;
    end if;
    if former <> '' and not is_pair then terms := terms || public.quoted_word(former); end if;
    former := '';
    is_pair := false;
    if strpos(word, '-') > 0 then
      terms := terms || ('((' || (
        select string_agg(public.alternatives_to(part, how), ' & ') from string_to_table(word, '-') part) || ') | '
        || public.alternatives_to(replace(word, '-', ''), how) || ')');
    elsif word <> '' then
      terms := terms || public.alternatives_to(word, how);
    end if;
  end loop;
  return terms;
end $$;

-- Which names hold all that is asked for, in any order; those of one table, where it is named.
create function public.names_asked(asked text, in_table text, how text) returns tsquery language plpgsql stable as $$
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

-- For a condition: called immutable, it is asked once for each statement, which is then planned for what it gives.
create function public.names_with(asked text, in_table text) returns tsquery language plpgsql immutable parallel safe as $$
begin
  return public.names_asked(asked, in_table, 'part');
end $$;

-- What is asked for in quotation marks, as it stands in names.
create function public.phrases_asked(asked text) returns text[] language sql immutable strict parallel safe as $$
  select array(select ' ' || translate(spelled, '-', ' ') || ' '
    from public.pieces_asked(asked) one cross join lateral public.spell_text(one.piece) spelled
    where one.is_quoted and spelled <> '')
$$;

create function public.hold_phrases(spelled text[], phrases text[]) returns boolean
language sql immutable strict parallel safe as $$
  select not exists (select from unnest(phrases) phrase where not exists (
    select from unnest(spelled) one where strpos(' ' || translate(one, '-', ' ') || ' ', phrase) > 0))
$$;

-- What is asked for, as names are compared as a whole.
create function public.plain_asked(asked text) returns text language sql immutable strict parallel safe as $$
  select translate(public.spell_text(translate(asked, '"“”„‟«»', '')), '-', ' ')
$$;

-- The words that are asked for, each as a pattern for names between spaces.
create function public.whole_words_asked(asked text) returns text[] language sql immutable strict parallel safe as $$
  select array(select '% ' || word || ' %' from string_to_table(public.plain_asked(asked), ' ') word where word <> '')
$$;

-- Whether a part that is asked for is in more words than are looked for.
create function public.asks_too_much(asked text) returns boolean language sql stable strict as $$
  select exists (
    select from string_to_table(public.plain_asked(asked), ' ') word
    where char_length(word) >= 3 and (
      select count(*) from (select from public.known_words k where k.word like '%' || word.word || '%' limit 201) many) > 200)
$$;

-- Which texts hold all that is asked for: by their stems; words that are too common in one of the languages count for nothing.
create function public.texts_asked(asked text) returns tsquery language plpgsql immutable parallel safe as $$
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

-- A word, by its stems too, and longer ones that begin with it, unless it is asked for as it stands.
create function public.stems_asked(word text, begun boolean) returns text language sql immutable strict parallel safe as $$
  select case when public.stem_word(word, 'it') is not null and public.stem_word(word, 'en') is not null then
    '(' || public.quoted_word(word) || case when begun and char_length(word) >= 4 then ':*' else '' end || ' | ' || public.quoted_word(public.stem_word(word, 'it')) || ' | '
      || public.quoted_word(public.stem_word(word, 'en')) || ')' end
$$;

create or replace function public.written_tables() returns table (name text, key text, record text, kind text, texts text, plain text, seen text)
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
    and c.relname not in ('migrations', 'change_stamps', 'time_zone_data', 'idempotency_keys', 'erasures', 'history', 'record_words', 'known_words')
  group by c.relname, keys.key, keys.record
  having bool_or(is_text)
  order by c.relname
$$;

select keep_words('places'),
  keep_words('topics'),
  keep_words('organizations'),
  keep_words('people'),
  keep_words('delegations'),
  keep_words('delegation_members'),
  keep_words('events'),
  keep_words('forum_series'),
  keep_words('agenda_items'),
  keep_words('agreements'),
  keep_words('agreement_obligations'),
  keep_words('outcomes'),
  keep_words('follow_ups'),
  keep_words('sources'),
  keep_words('entries'),
  keep_words('relationships'),
  keep_words('figures');

-- Those of what is there already.
do $$
declare
  tracked text;
  last uuid;
begin
  for tracked in select name from public.worded_tables() loop
    last := '00000000-0000-0000-0000-000000000000';
    while last is not null loop
      last := public.rewrite_words(tracked, last, 10000);
    end loop;
  end loop;
  perform public.count_words();
end $$;

alter table places drop column search;
alter table topics drop column search;
alter table organizations drop column search;
alter table people drop column search;
alter table delegations drop column search;
alter table forum_series drop column search;
alter table events drop column search;
alter table agreements drop column search;
alter table outcomes drop column search;
alter table follow_ups drop column search;
alter table sources drop column search;
alter table relationships drop column search;
alter table entries drop column search;
alter table figures drop column search;
drop function public.fold_names(jsonb);
drop function public.fold_texts(jsonb);

-- down
create function public.fold_texts(texts jsonb) returns text
language sql immutable strict parallel safe as $$
  select string_agg(public.fold_text(t.value), E'\n') from jsonb_each_text(texts) t
$$;

create function public.fold_names(names jsonb) returns text
language sql immutable strict parallel safe as $$
  select string_agg(public.fold_text(n ->> 'text'), E'\n') from jsonb_array_elements(names) n
$$;

alter table places add column search text not null generated always as (public.fold_names(names)) stored;
create index places_by_search on places using gin (search public.gin_trgm_ops);
alter table topics add column search text not null generated always as (public.fold_names(names)) stored;
create index topics_by_search on topics using gin (search public.gin_trgm_ops);
alter table organizations add column search text not null generated always as (public.fold_names(names)) stored;
create index organizations_by_search on organizations using gin (search public.gin_trgm_ops);
alter table people add column search text not null generated always as (public.fold_names(names)) stored;
create index people_by_search on people using gin (search public.gin_trgm_ops);
alter table delegations add column search text not null generated always as (public.fold_names(names)) stored;
create index delegations_by_search on delegations using gin (search public.gin_trgm_ops);
alter table forum_series add column search text not null generated always as (public.fold_names(names)) stored;
create index forum_series_by_search on forum_series using gin (search public.gin_trgm_ops);
alter table events add column search text not null generated always as (public.fold_names(names)) stored;
create index events_by_search on events using gin (search public.gin_trgm_ops);
alter table agreements add column search text not null generated always as (public.fold_names(names)) stored;
create index agreements_by_search on agreements using gin (search public.gin_trgm_ops);
alter table outcomes add column search text not null generated always as (public.fold_texts(text)) stored;
create index outcomes_by_search on outcomes using gin (search public.gin_trgm_ops);
alter table follow_ups add column search text not null generated always as (public.fold_texts(title)) stored;
create index follow_ups_by_search on follow_ups using gin (search public.gin_trgm_ops);
alter table sources add column search text not null generated always as (
    coalesce(public.fold_names(names), '') || E'\n' || coalesce(public.fold_text(publisher), '') || E'\n' ||
    coalesce(public.fold_text(author), '') || E'\n' || coalesce(public.fold_text(text), '')) stored;
create index sources_by_search on sources using gin (search public.gin_trgm_ops);
alter table relationships add column search text not null generated always as (public.fold_names(names)) stored;
create index relationships_by_search on relationships using gin (search public.gin_trgm_ops);
alter table entries add column search text not null generated always as (
    coalesce(public.fold_names(names), '') || E'\n' || coalesce(public.fold_texts(text), '')) stored;
create index entries_by_search on entries using gin (search public.gin_trgm_ops);
alter table figures add column search text not null generated always as (public.fold_texts(metric)) stored;
create index figures_by_search on figures using gin (search public.gin_trgm_ops);

create or replace function public.written_tables() returns table (name text, key text, record text, kind text, texts text, plain text, seen text)
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

drop function public.figures_write_words() cascade;
drop function public.relationships_write_words() cascade;
drop function public.entries_write_words() cascade;
drop function public.sources_write_words() cascade;
drop function public.follow_ups_write_words() cascade;
drop function public.outcomes_write_words() cascade;
drop function public.agreement_obligations_write_words() cascade;
drop function public.agreements_write_words() cascade;
drop function public.agenda_items_write_words() cascade;
drop function public.forum_series_write_words() cascade;
drop function public.events_write_words() cascade;
drop function public.delegation_members_write_words() cascade;
drop function public.delegations_write_words() cascade;
drop function public.people_write_words() cascade;
drop function public.organizations_write_words() cascade;
drop function public.topics_write_words() cascade;
drop function public.places_write_words() cascade;
drop function public.forget_record() cascade;
drop function public.stems_asked(text, boolean);
drop function public.texts_asked(text);
drop function public.asks_too_much(text);
drop function public.whole_words_asked(text);
drop function public.plain_asked(text);
drop function public.hold_phrases(text[], text[]);
drop function public.phrases_asked(text);
drop function public.names_with(text, text);
drop function public.names_asked(text, text, text);
drop function public.terms_of(text, text);
drop function public.alternatives_to(text, text);
drop function public.words_near(text);
drop function public.pieces_asked(text);
drop function public.words_like(text);
drop function public.count_words();
drop function public.rewrite_words(text, uuid, integer);
drop function public.keep_words(text);
drop function public.worded_tables();
drop function public.unlearn_words(text[]);
drop function public.write_words(uuid, text, text, boolean, date, jsonb, jsonb);
drop function public.quoted_word(text);
drop function public.words_to_know(text[]);
drop function public.words_of_texts(jsonb);
drop function public.stem_word(text, text);
drop function public.texts_to_find(jsonb);
drop function public.names_to_find(jsonb);
drop function public.signs_of(text);
drop function public.shortened(text);
drop table known_words;
drop table record_words;
