-- A name is found, and told as one that is recorded already, also as it stands where letters have no marks.

-- up
-- A text as it is spelled where there is no diaeresis, ring or stroke, as in machine-readable passports (ICAO Doc 9303, 3-6): Müller
-- as Mueller, Århus as Aarhus; null, where that is no other.
create function public.respell_text(value text) returns text language sql immutable strict parallel safe as $$
  select case when value ~ '[äöüåøÄÖÜÅØ\u0308\u030a]' then
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(normalize(value),
      'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'å', 'aa'), 'ø', 'oe'), 'Ä', 'Ae'), 'Ö', 'Oe'), 'Ü', 'Ue'), 'Å', 'Aa'), 'Ø', 'Oe') end
$$;

-- A name as it is written, and as it is respelled.
create function public.ways_of_spelling(value text) returns setof text language sql immutable parallel safe as $$
  select way from (values (value), (public.respell_text(value))) as ways(way) where way is not null
$$;

-- The names of a record, those in use first, and how many these are: of a list of names, or of a text in its languages. Last
-- as they are respelled.
create or replace function public.names_to_find(named jsonb, out texts text[], out current integer)
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
  texts := texts || array(
    select respelled from unnest(texts) one cross join lateral public.respell_text(one) as of(respelled) where respelled is not null);
end $$;

-- What is found by either of two terms.
create function public.either_term(term text, other text) returns text language sql immutable parallel safe as $$
  select case when term <> other then '(' || term || ' | ' || other || ')' else term end
$$;

-- The pieces of what is asked for, as they are spelled and, if they are not quoted, respelled, and how each is looked for. The last
-- word may still be typed; so short a one that others follow is no beginning, where it is a word: that is looked up one by one, as
-- by “exists” Postgres would rather read all words at once.
drop function public.spelled_pieces(text, text);
create function public.spelled_pieces(asked text, how text) returns table (spelled text, respelled text, piece_how text, place bigint)
language sql stable as $$
  select said.spelled, case when not p.is_quoted then public.spell_text(public.respell_text(p.piece)) end, case
      when p.is_quoted then 'whole'
      when public.is_beginning(said.spelled) and lead(p.place) over (order by p.place) is not null
        and (select true from public.known_words k where k.word = said.spelled limit 1) then 'whole'
      else how end, p.place
  from public.pieces_asked(asked) with ordinality as p(piece, is_quoted, place)
  cross join lateral public.spell_text(p.piece) as said(spelled) where said.spelled <> ''
$$;

create or replace function public.all_terms_of(asked text, how text) returns text[] language plpgsql stable as $$
declare
  terms constant text[] := array(
    select distinct case when counted.place <= 16 then counted.term else counted.whole end
    from (
      select public.either_term(w.term, w.term_too) as term, public.either_term(w.whole, w.whole_too) as whole, row_number() over (order by one.place, w.place) as place
      from public.spelled_pieces(asked, how) one
      cross join lateral unnest(public.terms_of(one.spelled, one.piece_how), public.terms_of(one.spelled, 'whole'),
          public.terms_of(one.respelled, one.piece_how), public.terms_of(one.respelled, 'whole'))
        with ordinality as w(term, whole, term_too, whole_too, place)) counted);
begin
  if terms <> '{}' then return terms; end if;
  return array(select public.quoted_word(sign) from unnest(public.signs_of(asked)) sign);
end $$;

-- What a row is compared by. Names are compared without spaces and hyphens, or by their signs where they are nothing else;
-- those of people also in whatever order, with words that a hyphen joins as one and as several.
create or replace function public.keys_of(kind text, r jsonb) returns table (why public.similarity, key uuid, is_acronym boolean)
language sql immutable parallel safe as $$
  with named as materialized (
    select kind = 'organization' and n ->> 'kind' = 'acronym' as is_acronym,
      coalesce(nullif(translate(public.spell_text(way), '- ', ''), ''), public.fold_words(way)) as spelled
    from jsonb_array_elements(r -> 'names') n cross join lateral public.ways_of_spelling(n ->> 'text') way
  ),
  ordered(words) as (
    select public.words_of_name(way)
    from jsonb_array_elements(r -> 'names') n cross join lateral public.ways_of_spelling(n ->> 'text') way where kind = 'person'
    union all
    select public.words_of_name(way) from public.ways_of_spelling(concat_ws(' ', r ->> 'family_name', r ->> 'given_name')) way
    where r ->> 'family_name' <> '' and r ->> 'given_name' <> ''
  ),
  said(why, text, is_acronym) as (
    select 'same_name'::public.similarity, spelled, named.is_acronym from named
    union all
    select 'same_acronym_and_city', spelled, true from named where named.is_acronym
    union all
    select 'same_family_and_given_name', public.in_any_order(way), false
    from ordered cross join lateral (
      values (words), (string_to_array(replace(array_to_string(words, ' '), '-', ' '), ' '))) as written(way)
    where cardinality(words) > 1
    union all
    select 'same_family_and_given_name',
      public.in_any_order(array[public.spell_text(r ->> 'family_name'), public.spell_text(r ->> 'given_name')]), false
    where r ->> 'family_name' <> '' and r ->> 'given_name' <> ''
    union all
    select 'same_email', lower(local) || public.readable_host(host), false
    from substring(r ->> 'email' from '^.*@') local, substring(r ->> 'email' from '[^@]*$') host
    union all
    select 'same_website', regexp_replace(public.readable_host(
      substring(r ->> 'website' from '^[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?(\[[^]]*]|[^/?#:]+)')), '^www\.|\.$', '', 'g'), false
  )
  select said.why, md5(said.text)::uuid, bool_and(said.is_acronym) from said where said.text <> '' group by 1, 2
$$;

select renew_keys();

-- What is there already.
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
end $$;

insert into known_words
select found.word collate "C", max(found.ndoc), public.shortened(found.word)
from ts_stat('select names from public.record_words') found
where exists (select from public.words_to_know(array[found.word]))
  and not exists (select from public.known_words k where k.word = found.word collate "C")
group by found.word;

-- down
create or replace function public.keys_of(kind text, r jsonb) returns table (why public.similarity, key uuid, is_acronym boolean)
language sql immutable parallel safe as $$
  with named as materialized (
    select kind = 'organization' and n ->> 'kind' = 'acronym' as is_acronym,
      coalesce(nullif(translate(public.spell_text(n ->> 'text'), '- ', ''), ''), public.fold_words(n ->> 'text')) as spelled
    from jsonb_array_elements(r -> 'names') n
  ),
  ordered(words) as (
    select public.words_of_name(n ->> 'text') from jsonb_array_elements(r -> 'names') n where kind = 'person'
    union all
    select public.words_of_name(concat_ws(' ', r ->> 'family_name', r ->> 'given_name'))
    where r ->> 'family_name' <> '' and r ->> 'given_name' <> ''
  ),
  said(why, text, is_acronym) as (
    select 'same_name'::public.similarity, spelled, named.is_acronym from named
    union all
    select 'same_acronym_and_city', spelled, true from named where named.is_acronym
    union all
    select 'same_family_and_given_name', public.in_any_order(way), false
    from ordered cross join lateral (
      values (words), (string_to_array(replace(array_to_string(words, ' '), '-', ' '), ' '))) as written(way)
    where cardinality(words) > 1
    union all
    select 'same_family_and_given_name',
      public.in_any_order(array[public.spell_text(r ->> 'family_name'), public.spell_text(r ->> 'given_name')]), false
    where r ->> 'family_name' <> '' and r ->> 'given_name' <> ''
    union all
    select 'same_email', lower(local) || public.readable_host(host), false
    from substring(r ->> 'email' from '^.*@') local, substring(r ->> 'email' from '[^@]*$') host
    union all
    select 'same_website', regexp_replace(public.readable_host(
      substring(r ->> 'website' from '^[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?(\[[^]]*]|[^/?#:]+)')), '^www\.|\.$', '', 'g'), false
  )
  select said.why, md5(said.text)::uuid, bool_and(said.is_acronym) from said where said.text <> '' group by 1, 2
$$;

drop function public.spelled_pieces(text, text);
create function public.spelled_pieces(asked text, how text) returns table (spelled text, piece_how text, place bigint)
language sql stable as $$
  select said.spelled, case
      when p.is_quoted then 'whole'
      when public.is_beginning(said.spelled) and lead(p.place) over (order by p.place) is not null
        and (select true from public.known_words k where k.word = said.spelled limit 1) then 'whole'
      else how end, p.place
  from public.pieces_asked(asked) with ordinality as p(piece, is_quoted, place)
  cross join lateral public.spell_text(p.piece) as said(spelled) where said.spelled <> ''
$$;

create or replace function public.all_terms_of(asked text, how text) returns text[] language plpgsql stable as $$
declare
  terms constant text[] := array(
    select distinct case when counted.place <= 16 then counted.term else counted.whole end
    from (
      select both_of.term, both_of.whole, row_number() over (order by one.place, both_of.place) as place
      from public.spelled_pieces(asked, how) one
      cross join lateral unnest(public.terms_of(one.spelled, one.piece_how), public.terms_of(one.spelled, 'whole'))
        with ordinality as both_of(term, whole, place)) counted);
begin
  if terms <> '{}' then return terms; end if;
  return array(select public.quoted_word(sign) from unnest(public.signs_of(asked)) sign);
end $$;

drop function public.either_term(text, text);
create or replace function public.names_to_find(named jsonb, out texts text[], out current integer)
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

drop function public.ways_of_spelling(text);
drop function public.respell_text(text);
select renew_keys();
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
end $$;
