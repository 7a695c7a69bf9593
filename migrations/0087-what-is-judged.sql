-- What is found is judged by more than its words: a name as a whole is looked up by itself, whatever else holds its words;
-- what not everybody may see is told apart before candidates are counted; and the days of a record are its first and its last.

-- up
-- Each name as it is compared as a whole, however long it is.
create function public.whole_names(spelled text[]) returns text[] language sql immutable strict parallel safe as $$
  select array(select left(translate(one, '-', ' '), 100) from unnest(spelled) one where one <> '')
$$;
create index record_words_by_whole_name on record_words using gin (public.whole_names(spelled)) with (fastupdate = off);

-- The other day is the last. Who sees what is guarded has to be asked of the record itself.
alter table record_words add column guarded boolean not null default false, add column first_day date;

do $$
declare
  tracked text;
begin
  for tracked in select name from public.worded_tables() loop
    execute format('drop function public.%I() cascade', tracked || '_write_words');
    execute format('drop trigger %I on public.%I', tracked || '_forget_words', tracked);
  end loop;
end $$;
drop function public.rewrite_words(text, uuid, integer);
drop function public.keep_words(text);
drop function public.worded_tables();
drop function public.write_words(uuid, text, text, boolean, date, jsonb, jsonb);

-- The tables of records with names or texts, and of a row: its kind, whether it is guarded, its days, its names, its other
-- texts; last the columns that all of these follow from.
create function public.worded_tables()
returns table (name text, kind text, guarded text, first_day text, day text, names text, texts text, columns text)
language sql immutable parallel safe as $$
  values
    ('places', '''place''', 'false', 'null::date', 'null::date',
      'r.names', 'r.description',
      'names, description'),
    ('topics', '''topic''', 'false', 'null::date', 'null::date',
      'r.names', 'r.description',
      'names, description'),
    ('organizations', '''organization''', 'false', 'null::date', 'null::date',
      'r.names', 'r.description',
      'names, description'),
    ('people', '''person''', 'false', 'null::date', 'null::date',
      'r.names', 'null::jsonb',
      'names'),
    ('delegations', '''delegation''', 'r.visibility = ''confidential''', 'null::date', 'null::date',
      'r.names', 'r.purpose',
      'names, purpose, visibility'),
    ('delegation_members', '''member''', 'r.within_confidential', 'null::date', 'null::date',
      '''[]''', 'jsonb_build_array(r.title, r."group", r.placeholder)',
      'title, "group", placeholder, within_confidential'),
    ('events', 'r.kind', 'r.visibility = ''confidential''',
      'nullif(r.earliest_day, ''infinity'')', 'nullif(r.latest_day, ''-infinity'')',
      'r.names', 'jsonb_build_array(r.summary, r.objectives, r.theme)',
      'names, summary, objectives, theme, starts, ends, visibility'),
    ('forum_series', '''forum_series''', 'false', 'null::date', 'null::date',
      'r.names', 'jsonb_build_array(r.description, r.objectives, r.audience)',
      'names, description, objectives, audience'),
    ('agenda_items', '''agenda_item''', 'r.within_confidential',
      'coalesce(r.on_date_earliest, left(r.starts_local, 10)::date)', 'coalesce(r.on_date_latest, left(coalesce(r.ends_local, r.starts_local), 10)::date)',
      'r.title', 'r.abstract',
      'title, abstract, on_date, starts_local, ends_local, within_confidential'),
    ('agreements', '''agreement''', 'r.visibility = ''confidential''',
      'nullif(r.signed_earliest, ''infinity'')', 'nullif(r.signed_latest, ''-infinity'')',
      'r.names', 'r.objectives',
      'names, objectives, signed, visibility'),
    ('agreement_obligations', '''obligation''', 'r.within_confidential',
      'public.partial_date_earliest(r.due)', 'public.partial_date_latest(r.due)',
      'r.text', 'r.text',
      'text, due, within_confidential'),
    ('outcomes', '''outcome''', 'r.visibility = ''confidential'' or r.within_confidential',
      'public.partial_date_earliest(r.expected)', 'public.partial_date_latest(r.expected)',
      'r.text', 'r.text',
      'text, expected, visibility, within_confidential'),
    ('follow_ups', '''follow_up''', 'r.visibility = ''confidential'' or r.within_confidential',
      'public.partial_date_earliest(r.due)', 'public.partial_date_latest(r.due)',
      'r.title', 'jsonb_build_array(r.title, r.resolution)',
      'title, resolution, due, visibility, within_confidential'),
    ('sources', '''source''', 'r.visibility = ''confidential''',
      'r.published_earliest', 'r.published_latest',
      'r.names || jsonb_build_array(jsonb_build_object(''text'', coalesce(r.publisher, ''''), ''kind'', ''alias''), jsonb_build_object(''text'', coalesce(r.author, ''''), ''kind'', ''alias''))', 'jsonb_build_object(coalesce(r.language, ''''), coalesce(r.text, ''''))',
      'names, publisher, author, text, language, published, visibility'),
    ('entries', '''entry''', 'r.visibility = ''confidential'' or r.within_confidential', 'null::date', 'null::date',
      'r.names', 'r.text',
      'names, text, visibility, within_confidential'),
    ('relationships', '''relationship''', 'false', 'null::date', 'null::date',
      'r.names', 'r.basis',
      'names, basis'),
    ('figures', '''figure''', 'true', 'null::date', 'null::date',
      'r.metric', 'null::jsonb',
      'metric')
$$;

create function public.write_words(record uuid, in_table text, kind_of text, used boolean, is_guarded boolean, from_day date, to_day date,
  named jsonb, said jsonb)
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
  values (record, kind_of, used, to_day, spelled_so, named_so.current, array_to_tsvector(words), public.words_of_texts(said),
    is_guarded, from_day)
  on conflict (record_id) do update set kind = excluded.kind, in_use = excluded.in_use, day = excluded.day,
    spelled = excluded.spelled, current_names = excluded.current_names, names = excluded.names, texts = excluded.texts,
    guarded = excluded.guarded, first_day = excluded.first_day;
  insert into public.known_words
  select learned.word, 1, public.shortened(learned.word) from public.words_to_know(words) as learned(word)
  where not exists (select from public.known_words k where k.word = learned.word);
  if former is not null then perform public.unlearn_words(tsvector_to_array(former)); end if;
end $$;

-- Lets a table write its words from now on.
create function public.keep_words(tracked text) returns void language plpgsql as $$
declare
  worded constant record := (select t from public.worded_tables() t where t.name = tracked);
begin
  execute format($format$
    create function public.%1$I() returns trigger language plpgsql as $body$
    declare r constant public.%2$I := new;
    begin
      perform public.write_words(r.id, %2$L, %3$s, r.archived_at is null, %11$s, %12$s, %4$s, %5$s, to_jsonb(%6$s));
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
    tracked || '_forget_words', worded.guarded, worded.first_day);
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
      select r.id, %2$s as kind, r.archived_at is null as in_use, %3$s as day, %6$s as guarded, %7$s as first_day, n.texts, n.current, to_jsonb(%5$s) as said
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
        public.words_of_texts(n.said), n.guarded, n.first_day
      from named n join spelled s on s.id = n.id
      on conflict (record_id) do update set kind = excluded.kind, in_use = excluded.in_use, day = excluded.day,
        spelled = excluded.spelled, current_names = excluded.current_names, names = excluded.names, texts = excluded.texts,
        guarded = excluded.guarded, first_day = excluded.first_day)
    select id from held order by id desc limit 1$format$, tracked, worded.kind, worded.day, worded.names, worded.texts,
    worded.guarded, worded.first_day)
  into last using after, most;
  return last;
end $$;

select count(public.keep_words(name)) from public.worded_tables();

-- What is there already keeps its words, and is only written where it has a day or is guarded.
do $$
declare
  worded record;
begin
  for worded in select * from public.worded_tables() loop
    execute format($format$
      update public.record_words w set guarded = told.guarded, first_day = told.first_day, day = told.day
      from (select r.id, %2$s as guarded, %3$s as first_day, %4$s as day from public.%1$I r) told
      where w.record_id = told.id and (w.guarded, w.first_day, w.day) is distinct from (told.guarded, told.first_day, told.day)$format$,
      worded.name, worded.guarded, worded.first_day, worded.day);
  end loop;
end $$;

-- What must occur in names of what is asked for, in any order. What is asked for twice is looked for once. Each part of a
-- word may be in hundreds of them, so that beyond sixteen words only whole ones count.
create or replace function public.all_terms_of(asked text, how text) returns text[] language plpgsql stable as $$
declare
  terms constant text[] := array(
    select distinct case when counted.place <= 16 then counted.term else counted.whole end
    from (
      select both_of.term, both_of.whole, row_number() over (order by one.place, both_of.place) as place
      from (select public.spell_text(p.piece) as spelled, p.is_quoted, p.place
        from public.pieces_asked(asked) with ordinality as p(piece, is_quoted, place)) one
      cross join lateral unnest(public.terms_of(one.spelled, case when one.is_quoted then 'whole' else how end),
        public.terms_of(one.spelled, 'whole')) with ordinality as both_of(term, whole, place)) counted);
begin
  if terms <> '{}' then return terms; end if;
  return array(select public.quoted_word(sign) from unnest(public.signs_of(asked)) sign);
end $$;

-- The words that are asked for, each as a pattern for where it may be a part.
create function public.parts_asked(asked text) returns text[] language sql immutable strict parallel safe as $$
  select array(select case when char_length(word) < 3 then '% ' else '%' end || word || '%'
    from string_to_table(public.plain_asked(asked), ' ') word where word <> '')
$$;

-- down
drop function public.parts_asked(text);
create or replace function public.all_terms_of(asked text, how text) returns text[] language plpgsql stable as $$
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

do $$
declare
  tracked text;
begin
  for tracked in select name from public.worded_tables() loop
    execute format('drop function public.%I() cascade', tracked || '_write_words');
    execute format('drop trigger %I on public.%I', tracked || '_forget_words', tracked);
  end loop;
end $$;
drop function public.rewrite_words(text, uuid, integer);
drop function public.keep_words(text);
drop function public.write_words(uuid, text, text, boolean, boolean, date, date, jsonb, jsonb);
drop function public.worded_tables();

alter table record_words drop column first_day, drop column guarded;
drop index record_words_by_whole_name;
drop function public.whole_names(text[]);

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

create function public.write_words(record uuid, in_table text, kind_of text, used boolean, on_day date, named jsonb, said jsonb)
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

select count(public.keep_words(name)) from public.worded_tables();

do $$
declare
  worded record;
begin
  for worded in select * from public.worded_tables() loop
    execute format('update public.record_words w set day = told.day from (select r.id, %2$s as day from public.%1$I r) told
      where w.record_id = told.id and w.day is distinct from told.day', worded.name, worded.day);
  end loop;
end $$;
