-- What is quoted is asked for in this order, whatever the quotation marks; whether only the commonest words are asked for is told
-- as they are; a host is the same in Punycode and as people read it; and words of three letters are near others, too.

-- up
-- What is asked for, a piece for each run between spaces or quotation marks: Unicode's, but for those that are apostrophes too.
create or replace function public.pieces_asked(asked text) returns table (piece text, is_quoted boolean)
language sql immutable strict parallel safe as $$
  select coalesce(found[1], found[2]), found[1] is not null
  from regexp_matches(regexp_replace(
      regexp_replace(asked, '[\u0009-\u000d\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]', ' ', 'g'),
      '[“”„‟«»‹›「」『』〝〞〟﹁﹂﹃﹄＂｢｣⹂]', '"', 'g'), '"([^"]*)"|([^ "]+)', 'g') found
$$;

-- What is asked for, as names are compared as a whole.
create or replace function public.plain_asked(asked text) returns text language sql immutable strict parallel safe as $$
  select translate(public.spell_text(asked), '-', ' ')
$$;

-- The commonest words that one is a part of, or begins where it is short.
create function public.words_with(part text, most integer) returns setof text language plpgsql stable as $$
begin
  if char_length(part) >= 3 then
    return query select k.word from public.known_words k where k.word like '%' || part || '%' order by k.uses desc limit most;
  else
    return query select k.word from public.known_words k where k.word >= part and k.word < part || U&'\+10FFFF'
      order by k.uses desc limit most;
  end if;
end $$;

-- What a word that is asked for may stand for: itself, and the words it is a part of; where these are many, the commonest.
create or replace function public.words_like(asked text) returns text language plpgsql stable as $$
begin
  return '(' || (
    select string_agg(distinct public.quoted_word(one), ' | ')
    from (select public.words_with(asked, 200) union all select asked) as alike(one)) || ')';
end $$;

-- The pieces of what is asked for, as they are spelled, and how each is looked for. The last word may still be typed; so short
-- a one that others follow is no beginning, where it is a word: that is looked up one by one, as by “exists” Postgres would
-- rather read all words at once.
create function public.spelled_pieces(asked text, how text) returns table (spelled text, piece_how text, place bigint)
language sql stable as $$
  select said.spelled, case
      when p.is_quoted then 'whole'
      when char_length(said.spelled) < 3 and lead(p.place) over (order by p.place) is not null
        and (select true from public.known_words k where k.word = said.spelled limit 1) then 'whole'
      else how end, p.place
  from public.pieces_asked(asked) with ordinality as p(piece, is_quoted, place)
  cross join lateral public.spell_text(p.piece) as said(spelled) where said.spelled <> ''
$$;

-- What must occur in names of what is asked for, in any order. What is asked for twice is looked for once. Each part of a
-- word may be in hundreds of them, so that beyond sixteen words only whole ones count.
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

-- Whether a part that is asked for is in more words than are looked for.
create or replace function public.asks_too_much(asked text) returns boolean language plpgsql stable strict as $$
begin
  return exists (
    select from public.spelled_pieces(asked, 'part') one cross join lateral string_to_table(translate(one.spelled, '-', ' '), ' ') part
    where one.piece_how = 'part' and (select count(*) from public.words_with(part, 201)) > 200);
end $$;

-- How far what tells the next character of a label in Punycode is from the one before (RFC 3492, 6.1).
create function public.punycode_bias(delta bigint, points bigint, is_first boolean) returns integer
language plpgsql immutable strict parallel safe as $$
declare
  rest bigint := delta / case when is_first then 700 else 2 end;
  bias integer := 0;
begin
  rest := rest + rest / points;
  while rest > 455 loop
    rest := rest / 35;
    bias := bias + 36;
  end loop;
  return bias + 36 * rest / (rest + 38);
end $$;

-- What a label of a host stands for that is written in Punycode, without its `xn--` (RFC 3492, 6.2); null, where it is none.
create function public.decode_punycode(label text) returns text language plpgsql immutable strict parallel safe as $$
declare
  decoded text := coalesce(substring(label from '^(.*)-'), '');
  code bigint := 128;
  place bigint := 0;
  former bigint := 0;
  weight bigint := 1;
  bias integer := 72;
  step integer := 0;
  least_digit integer;
  digit integer;
  one text;
begin
  foreach one in array string_to_array(substring(label from '[^-]*$'), null) loop
    step := step + 36;
    least_digit := least(greatest(step - bias, 1), 26);
    digit := strpos('abcdefghijklmnopqrstuvwxyz0123456789', one) - 1;
    place := place + digit * weight;
    if digit < 0 or place >= 2147483647 then return null; end if;
    weight := least(weight * (36 - least_digit), 2147483647);
    continue when digit >= least_digit;
    bias := public.punycode_bias(place - former, char_length(decoded) + 1, former = 0);
    code := code + place / (char_length(decoded) + 1);
    place := place % (char_length(decoded) + 1);
    if code > 1114111 or code between 55296 and 57343 then return null; end if;
    decoded := overlay(decoded placing chr(code::integer) from place::integer + 1 for 0);
    place := place + 1;
    former := place;
    weight := 1;
    step := 0;
  end loop;
  return case when step = 0 then decoded end;
end $$;

-- A host as people read it.
create function public.readable_host(host text) returns text language sql immutable strict parallel safe as $$
  select string_agg(coalesce(public.decode_punycode(substring(label from '^xn--(.+)')), label), '.' order by place)
  from string_to_table(translate(normalize(lower(host), NFKC), '。', '.'), '.') with ordinality as labels(label, place)
$$;

-- What a row is compared by. Names are compared without spaces and hyphens, or by their signs where they are nothing else;
-- those of people also in whatever order, with words that a hyphen joins as one and as several.
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

select renew_keys();

-- What is left of a word without any one letter, and the word: two that differ by one letter, or by two that changed places, have
-- one of these in common.
create or replace function public.shortened(word text) returns text[] language sql immutable strict parallel safe as $$
  select case when char_length(word) < 3 then '{}' else array(
    select word union select overlay(word placing '' from place for 1) from generate_series(1, char_length(word)) place) end
$$;

-- Words that one may stand for that is asked for where nothing was found: those that it is a part of, those that differ by one
-- letter, or else the nearest by their parts of three.
create or replace function public.words_near(asked text) returns text language plpgsql stable as $$
declare
  found text[] := array(select public.words_with(asked, 200));
begin
  if char_length(asked) >= 3 then
    found := found || array(select k.word from public.known_words k where k.shortened && public.shortened(asked)
      order by k.uses desc limit 50);
    if found = '{}' then
      found := array(select k.word from public.known_words k where k.word operator(public.%) asked
        order by public.similarity(k.word, asked) desc, k.uses desc limit 20);
    end if;
  end if;
  return '(' || (select string_agg(distinct public.quoted_word(one), ' | ') from unnest(found || asked) one) || ')';
end $$;

update known_words set shortened = public.shortened(word) where char_length(word) = 3;

-- down
create or replace function public.shortened(word text) returns text[] language sql immutable strict parallel safe as $$
  select case when char_length(word) < 4 then '{}' else array(
    select word union select overlay(word placing '' from place for 1) from generate_series(1, char_length(word)) place) end
$$;

create or replace function public.words_near(asked text) returns text language plpgsql stable as $$
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

update known_words set shortened = public.shortened(word) where char_length(word) = 3;

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
    select 'same_email', lower(r ->> 'email'), false
    union all
    select 'same_website', rtrim(
      substring(lower(r ->> 'website') from '^[a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)'), '.'), false
  )
  select said.why, md5(said.text)::uuid, bool_and(said.is_acronym) from said where said.text <> '' group by 1, 2
$$;

drop function public.readable_host(text);
drop function public.decode_punycode(text);
drop function public.punycode_bias(bigint, bigint, boolean);
select renew_keys();

create or replace function public.asks_too_much(asked text) returns boolean language sql stable strict as $$
  select exists (
    select from string_to_table(public.plain_asked(asked), ' ') word
    where char_length(word) >= 3 and (
      select count(*) from (select from public.known_words k where k.word like '%' || word.word || '%' limit 201) many) > 200)
$$;

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

drop function public.spelled_pieces(text, text);

create or replace function public.words_like(asked text) returns text language plpgsql stable as $$
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

drop function public.words_with(text, integer);

create or replace function public.plain_asked(asked text) returns text language sql immutable strict parallel safe as $$
  select translate(public.spell_text(translate(asked, '"“”„‟«»', '')), '-', ' ')
$$;

create or replace function public.pieces_asked(asked text) returns table (piece text, is_quoted boolean)
language sql immutable strict parallel safe as $$
  select coalesce(found[1], found[2]), found[1] is not null
  from regexp_matches(translate(
      regexp_replace(asked, '[\u0009-\u000d\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]', ' ', 'g'),
      '“”„‟«»＂', '"'), '"([^"]*)"|([^ "]+)', 'g') found
$$;
