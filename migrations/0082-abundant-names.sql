-- What few records hold is looked up by its words, what many do is met along the order of a list: which of them it is, is
-- judged once for what is asked for. Records with a day and those without are found by an index of their own, since a word
-- that many of the ones have may be in none of the others.

-- up
create index record_words_dated on record_words using gin (names) with (fastupdate = off) where day is not null;
create index record_words_undated on record_words using gin (names) with (fastupdate = off) where day is null;
drop index record_words_by_names;

-- The share of the records of a table, or of all records, of those with a day and of those without one, that hold all of some
-- terms in their names, as a sample of about so many tells; nothing where one of the terms is rare. Rows that were written
-- together are alike, so that each of the sample is taken from anywhere, and not by pages.
create function public.shares_of_names(terms text[], in_table text, sample integer, out every real, out dated real, out undated real)
language plpgsql stable as $$
declare
  sampled constant regclass := 'public.' || quote_ident(coalesce(in_table, 'record_words'));
  pages constant integer := (select c.relpages from pg_class c where c.oid = sampled);
  records constant real := (select c.reltuples from pg_class c where c.oid = sampled);
  term text;
begin
  select 0, 0, 0 into every, dated, undated;
  if pages = 0 or records <= 0 then return; end if;
  foreach term in array terms loop
    if public.likely_records(term) < greatest(1000, records / 500) then return; end if;
  end loop;
  execute format($sample$
    select coalesce(avg(one.holds), 0), coalesce(avg(one.holds) filter (where one.day is not null), 0),
      coalesce(avg(one.holds) filter (where one.day is null), 0)
    from (select (w.names @@ $1)::integer as holds, w.day from %s s %s where s.ctid = any (array(
      select format('(%%s,%%s)', trunc(random() * $2), 1 + trunc(random() * $3))::tid from generate_series(1, $4)))) one$sample$,
    sampled, case when in_table is null then 'cross join lateral (select s.names, s.day) w'
      else 'join public.record_words w on w.record_id = s.id' end)
  into every, dated, undated using array_to_string(terms, ' & ')::tsquery, pages, ceil(records / pages), sample;
end $$;

-- Whether a page of those that are such a share of a table is met sooner along the order of a list than by looking up all.
create function public.is_met_sooner(share real, in_table text, page integer) returns boolean
language sql stable as $$
  select share * share * c.reltuples > page from pg_class c where c.oid = ('public.' || quote_ident(in_table))::regclass
$$;

-- Forgets those of some words by which no record is found.
create or replace function public.unlearn_words(words text[]) returns void language plpgsql as $$
declare
  word_so text;
begin
  for word_so in select * from public.words_to_know(words) loop
    if not exists (select from public.record_words w where w.day is null and w.names @@ public.quoted_word(word_so)::tsquery)
      and not exists (select from public.record_words w where w.day is not null and w.names @@ public.quoted_word(word_so)::tsquery)
    then
      delete from public.known_words k where k.word = word_so;
    end if;
  end loop;
end $$;

drop function public.names_are_common(text, text);
drop function public.names_with(text, text);

-- The words that are counted are many: without their number and an index they would be compared one by one.
create or replace function public.count_words() returns void language plpgsql as $$
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

-- down
create or replace function public.count_words() returns void language plpgsql as $$
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

create function public.names_with(asked text, in_table text) returns tsquery language plpgsql immutable parallel safe as $$
begin
  return public.names_asked(asked, in_table, 'part');
end $$;

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

create or replace function public.unlearn_words(words text[]) returns void language plpgsql as $$
declare
  word_so text;
begin
  for word_so in select * from public.words_to_know(words) loop
    if not exists (select from public.record_words w where w.names @@ public.quoted_word(word_so)::tsquery) then
      delete from public.known_words k where k.word = word_so;
    end if;
  end loop;
end $$;

drop function public.is_met_sooner(real, text, integer);
drop function public.shares_of_names(text[], text, integer);
create index record_words_by_names on record_words using gin (names) with (fastupdate = off);
drop index record_words_undated;
drop index record_words_dated;
