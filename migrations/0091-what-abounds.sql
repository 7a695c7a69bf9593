-- What abounds is told by one sample, for parts of words and for whole ones; and a word of one or two letters that is there as it
-- is written, and followed by others, is no beginning of others: those of "di" are in two hundred words.

-- up
drop function public.shares_of_names(text[], text, integer);

-- The share of the records of a table, or of all records, of those with a day and of those without one, that hold all of some
-- terms in their names, and of all records of those that hold others, which are in fewer of them, as those on so many pages
-- tell; nothing where one of the terms is rare. Rows that were written together are alike: of many pages, rather than of few.
create function public.shares_of_names(terms text[], whole_terms text[], in_table text, sampled integer,
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

-- What must occur in names of what is asked for, in any order. What is asked for twice is looked for once. Each part of a
-- word may be in hundreds of them, so that beyond sixteen words only whole ones count. The last word may still be typed.
create or replace function public.all_terms_of(asked text, how text) returns text[] language plpgsql stable as $$
declare
  terms constant text[] := array(
    select distinct case when counted.place <= 16 then counted.term else counted.whole end
    from (
      select both_of.term, both_of.whole, row_number() over (order by one.place, both_of.place) as place
      from (select said.spelled, p.is_quoted, p.place, lead(p.place) over (order by p.place) is null as is_last
        from public.pieces_asked(asked) with ordinality as p(piece, is_quoted, place)
        cross join lateral public.spell_text(p.piece) as said(spelled) where said.spelled <> '') one
      cross join lateral unnest(
        public.terms_of(one.spelled, case
          when one.is_quoted then 'whole'
          when char_length(one.spelled) < 3 and not one.is_last
            and exists (select from public.known_words k where k.word = one.spelled) then 'whole'
          else how end),
        public.terms_of(one.spelled, 'whole')) with ordinality as both_of(term, whole, place)) counted);
begin
  if terms <> '{}' then return terms; end if;
  return array(select public.quoted_word(sign) from unnest(public.signs_of(asked)) sign);
end $$;

-- down
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

drop function public.shares_of_names(text[], text[], text, integer);
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
