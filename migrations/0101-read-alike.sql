-- up
-- The share of the records of a table, or of all records, of those with a day and of those without one, that hold all of some
-- terms in their names, and of all records of those that hold others, which are in fewer of them, as those on so many pages
-- tell; nothing where one of the terms is rare. Rows that were written together are alike: of many pages, rather than of few.
-- These are the same each time, so that the same is read alike as long as nothing changes.
create or replace function public.shares_of_names(terms text[], whole_terms text[], in_table text, sampled integer,
  out every real, out dated real, out undated real, out whole_dated real, out whole_undated real)
language plpgsql stable as $$
declare
  sampled_table constant regclass := 'public.' || quote_ident(coalesce(in_table, 'record_words'));
  pages constant integer := (select c.relpages from pg_class c where c.oid = sampled_table);
  records constant real := (select c.reltuples from pg_class c where c.oid = sampled_table);
  asked constant tsquery := array_to_string(terms, ' & ');
  asked_whole constant tsquery := array_to_string(whole_terms, ' & ');
  anywhere integer[];
  term text;
begin
  select 0, 0, 0, 0, 0 into every, dated, undated, whole_dated, whole_undated;
  if pages = 0 or records <= 0 then return; end if;
  foreach term in array terms loop
    if public.likely_records(term) < greatest(1000, records / 500) then return; end if;
  end loop;
  anywhere := array(select (hashint4(at) & 2147483647) % pages from generate_series(1, sampled) at);
  if in_table is null then
    select coalesce(avg(one.holds), 0),
      coalesce(avg(one.holds) filter (where one.day is not null), 0), coalesce(avg(one.holds) filter (where one.day is null), 0),
      coalesce(avg(one.whole) filter (where one.day is not null), 0), coalesce(avg(one.whole) filter (where one.day is null), 0)
    into every, dated, undated, whole_dated, whole_undated
    from unnest(anywhere) page cross join lateral (
      select (w.names @@ asked)::integer as holds, (w.names @@ asked_whole)::integer as whole, w.day from public.record_words w
      where w.ctid >= format('(%s,0)', page)::tid and w.ctid < format('(%s,0)', page + 1)::tid limit 10) one;
  else
    execute format($sample$
      select coalesce(avg((w.names @@ $1)::integer), 0)
      from unnest($2) page cross join lateral (
        select s.id from public.%I s
        where s.ctid >= format('(%%s,0)', page)::tid and s.ctid < format('(%%s,0)', page + 1)::tid limit 5) s
      join public.record_words w on w.record_id = s.id$sample$, in_table)
    into every using asked, anywhere;
  end if;
end $$;

-- Whether a part that is asked for is in more words than are looked for, where the terms that it became hold so many.
drop function public.asks_too_much(text);
create function public.asks_too_much(asked text, terms text[]) returns boolean language plpgsql stable strict as $$
begin
  if not exists (select from unnest(terms) term where cardinality(string_to_array(term, ' | ')) >= 200) then return false; end if;
  return exists (
    select from public.spelled_pieces(asked, 'part') one cross join lateral string_to_table(translate(one.spelled, '-', ' '), ' ') part
    where one.piece_how = 'part' and (select count(*) from public.words_with(part, 201)) > 200);
end $$;

-- down
drop function public.asks_too_much(text, text[]);
create function public.asks_too_much(asked text) returns boolean language plpgsql stable strict as $$
begin
  return exists (
    select from public.spelled_pieces(asked, 'part') one cross join lateral string_to_table(translate(one.spelled, '-', ' '), ' ') part
    where one.piece_how = 'part' and (select count(*) from public.words_with(part, 201)) > 200);
end $$;

create or replace function public.shares_of_names(terms text[], whole_terms text[], in_table text, sampled integer,
  out every real, out dated real, out undated real, out whole_dated real, out whole_undated real)
language plpgsql stable as $$
declare
  sampled_table constant regclass := 'public.' || quote_ident(coalesce(in_table, 'record_words'));
  pages constant integer := (select c.relpages from pg_class c where c.oid = sampled_table);
  records constant real := (select c.reltuples from pg_class c where c.oid = sampled_table);
  asked constant tsquery := array_to_string(terms, ' & ');
  asked_whole constant tsquery := array_to_string(whole_terms, ' & ');
  anywhere integer[];
  term text;
begin
  select 0, 0, 0, 0, 0 into every, dated, undated, whole_dated, whole_undated;
  if pages = 0 or records <= 0 then return; end if;
  foreach term in array terms loop
    if public.likely_records(term) < greatest(1000, records / 500) then return; end if;
  end loop;
  anywhere := array(select trunc(random() * pages)::integer from generate_series(1, sampled));
  if in_table is null then
    select coalesce(avg(one.holds), 0),
      coalesce(avg(one.holds) filter (where one.day is not null), 0), coalesce(avg(one.holds) filter (where one.day is null), 0),
      coalesce(avg(one.whole) filter (where one.day is not null), 0), coalesce(avg(one.whole) filter (where one.day is null), 0)
    into every, dated, undated, whole_dated, whole_undated
    from unnest(anywhere) page cross join lateral (
      select (w.names @@ asked)::integer as holds, (w.names @@ asked_whole)::integer as whole, w.day from public.record_words w
      where w.ctid >= format('(%s,0)', page)::tid and w.ctid < format('(%s,0)', page + 1)::tid limit 20) one;
  else
    execute format($sample$
      select coalesce(avg((w.names @@ $1)::integer), 0)
      from unnest($2) page cross join lateral (
        select s.id from public.%I s
        where s.ctid >= format('(%%s,0)', page)::tid and s.ctid < format('(%%s,0)', page + 1)::tid limit 5) s
      join public.record_words w on w.record_id = s.id$sample$, in_table)
    into every using asked, anywhere;
  end if;
end $$;
