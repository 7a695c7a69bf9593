-- What is asked for may stand in names and texts of a record together: its texts, where it has any, hold the words of its names.

-- up
-- All that a record with texts says; nothing, where it has none: its names are found by themselves.
create function public.said_in_all(texts tsvector, names tsvector) returns tsvector language plpgsql immutable strict parallel safe as $$
begin
  return case when texts = '' then texts else texts || names end;
end $$;

create or replace function public.write_words(record uuid, in_table text, kind_of text, used boolean, is_guarded boolean, from_day date, to_day date,
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
  names_so constant tsvector := array_to_tsvector(words);
  former constant tsvector := (select w.names from public.record_words w where w.record_id = record);
begin
  insert into public.record_words
  values (record, kind_of, used, to_day, spelled_so, named_so.current, names_so,
    public.said_in_all(public.words_of_texts(said), names_so),
    is_guarded, from_day)
  on conflict (record_id) do update set kind = excluded.kind, in_use = excluded.in_use, day = excluded.day,
    spelled = excluded.spelled, current_names = excluded.current_names, names = excluded.names, texts = excluded.texts,
    guarded = excluded.guarded, first_day = excluded.first_day;
  insert into public.known_words
  select learned.word, 1, public.shortened(learned.word) from public.words_to_know(words) as learned(word)
  where not exists (select from public.known_words k where k.word = learned.word);
  if former is not null then perform public.unlearn_words(tsvector_to_array(former)); end if;
end $$;

-- Writes the words of the next records of a table anew, while nobody changes these, and tells the last of them.
create or replace function public.rewrite_words(tracked text, after uuid, most integer) returns uuid language plpgsql as $$
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
    worded as materialized (
      select id, spelled, array_to_tsvector(array(
        select '@' || %1$L union
        select word from unnest(s.spelled) one cross join lateral unnest(public.words_of(one)) word union
        select sign from unnest(s.folded) one cross join lateral unnest(public.signs_in(one)) sign)) as names
      from spelled s),
    written as (
      insert into public.record_words
      select n.id, n.kind, n.in_use, n.day, w.spelled, n.current, w.names,
        public.said_in_all(public.words_of_texts(n.said), w.names), n.guarded, n.first_day
      from named n join worded w on w.id = n.id
      on conflict (record_id) do update set kind = excluded.kind, in_use = excluded.in_use, day = excluded.day,
        spelled = excluded.spelled, current_names = excluded.current_names, names = excluded.names, texts = excluded.texts,
        guarded = excluded.guarded, first_day = excluded.first_day)
    select id from held order by id desc limit 1$format$, tracked, worded.kind, worded.day, worded.names, worded.texts,
    worded.guarded, worded.first_day)
  into last using after, most;
  return last;
end $$;

update record_words set texts = public.said_in_all(texts, names) where texts <> '';

-- down
create or replace function public.rewrite_words(tracked text, after uuid, most integer) returns uuid language plpgsql as $$
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

create or replace function public.write_words(record uuid, in_table text, kind_of text, used boolean, is_guarded boolean, from_day date, to_day date,
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
drop function public.said_in_all(tsvector, tsvector);
