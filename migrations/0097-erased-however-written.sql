-- Who is erased is found however their name and number are written, and no key of a request holds a name.

-- up
-- As before, and as letters with diaeresis or ring, and ø, are written where there are none: Müller is Mueller. Points join
-- initials, a character may be repeated by a mark, and a nasal of Devanagari is written as a letter or a point.
create or replace function public.spellings_pattern(words text) returns text language plpgsql immutable strict parallel safe as $$
declare
  -- ¤ marks the letters after which an e, or an a, stands where there are no such letters.
  folded constant text := public.fold_words(regexp_replace(normalize(words, nfc), '[äÄåÅöÖøØüÜ]', '\&¤', 'g'));
  digraphs constant jsonb := '{"aa": "åÅ", "ae": "äÄ", "oe": "öÖøØ", "ue": "üÜ"}';
  spellings constant jsonb := (
    select jsonb_object_agg(key, concat(known.value, written.value))
    from jsonb_each_text(public.spelled_characters()) known full join jsonb_each_text(digraphs) written using (key));
  ligatures constant text := (select string_agg(several || '|', '') from jsonb_object_keys(spellings) several
    where char_length(several) > 1 and strpos(folded, several) > 0 and several !~ '[\u0001-\u002f\u003a-\u0060\u007b-\u007f]');
  unseen constant text := public.dropped_characters();
  spaceless constant text := '^[' || public.spaceless_characters() || ']';
  -- Between syllables of Hangul spaces are as free as where there are none.
  parts constant text := '^[가-힣' || public.spaceless_characters() || ']';
  joined constant text := '[' || unseen || (spellings ->> '-') || '''`.-]*';
  parted constant text := '[' || unseen || (spellings ->> '-') || (spellings ->> ' ') || '''`\s.,·•_/-]';
  piece text;
  letter text;
  gap text;
  former text;
  again text;
  pattern text := '';
begin
  for piece in select m[1] from regexp_matches(folded, '(' || coalesce(ligatures, '') || '[\s.,·•_/-]+|.¤?)', 'g') m loop
    if piece ~ '^[\s.,·•_/-]' then
      gap := case when former is not null then piece end;
      continue;
    end if;
    pattern := pattern || case
      when former is null then ''
      when former ~ parts and piece ~ parts or gap ~ '^-+$' then parted || '*'
      when gap is not null then parted || '+'
      else joined end;
    again := case when piece ~ spaceless then case former
      when piece then '|[々〻ゝヽ]'
      when normalize(left(normalize(piece, nfd), -1), nfc) then '|[ゞヾ]' end end;
    gap := null;
    former := piece;
    letter := (select string_agg('(?:[' || regexp_replace(one, '([\\^\]\[-])', '\\\1') || upper(one collate "C") || coalesce(spellings ->> one, '') || ']'
        || case when char_length(normalize(one, nfd)) > 1 then '|' || (
          select string_agg('[' || part || coalesce(spellings ->> part, '') || ']', '') from string_to_table(normalize(one, nfd), null) part) else '' end
        || ')', joined)
      from string_to_table(rtrim(piece, '¤'), null) one);
    pattern := pattern || case
      when again is not null then '(?:' || letter || again || ')'
      when piece = U&'\0902' then '(?:' || letter || '|[ङञणनम][' || unseen || U&'\094D' || ']*)'
      when char_length(piece) = 1 then letter
      when piece ~ '¤$' then letter || '[' || unseen || ']*[aAeE]?'
      when digraphs ? piece then
        format('(?:%s|[%s]|[%s%s][\u0308\u030a])', letter, spellings ->> piece, left(piece, 1), upper(left(piece, 1)))
      else '(?:' || letter || '|[' || (spellings ->> piece) || '])' end;
  end loop;
  return pattern || '[' || unseen || ']*';
end $$;

-- Digits, however they are parted.
create function public.digits_pattern(digits text, gap text) returns text language sql immutable strict parallel safe as $$
  select string_agg(public.spellings_pattern(digit), gap order by place)
  from string_to_table(digits, null) with ordinality as given(digit, place)
$$;

-- As before, also without the code of the country, or with it: within a country a number begins with 0 at most, in Hungary
-- and Russia with 06 and 8. One that is too short for that is found as it stands. Several may stand in one line.
create or replace function public.phone_pattern(phone text) returns text language sql immutable strict parallel safe as $$
  with given as (
    select number from regexp_split_to_table(public.fold_words(phone), '[,;|[:alpha:]]+|\s/\s|\s(?=\+)') number
    where regexp_count(number, '[0-9]') >= 6
  ), said as (
    select regexp_replace(number, '[^0-9]+|^\s*00', '', 'g') as digits, number ~ '^\s*(?:\+|00)' as is_abroad,
      '[\s().,·•_/\u2010-\u2015-]*' as gap
    from (select number from given union all select public.fold_words(phone) where not exists (select from given)) numbers
  ), parted as (
    select *, case when is_abroad then
      coalesce(substring(digits from '^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])'), left(digits, 3)) end as country
    from said
  ), within as (
    select *, regexp_replace(substr(digits, 1 + coalesce(char_length(country), 0)), '^0', '') as own from parted
  )
  select string_agg('(?<![0-9])' || case
      when char_length(own) < 6 then '(?:\+|00' || gap || ')?' || public.digits_pattern(digits, gap)
      else '(?:(?:\+|00' || gap || ')' || case when country is null then '(?:[0-9]{1,3}' || gap || ')?'
          else '?' || public.digits_pattern(country, gap) || gap end
        || ')?(?:(?:0|06|8)' || gap || ')?' || public.digits_pattern(own, gap) end || '(?![0-9])', '|')
  from within
$$;

-- Keys of requests are kept as digests. What was kept by a key still is.
update idempotency_keys set key = encode(sha256(convert_to(key, 'UTF8')), 'hex');
do $$
begin
  execute replace(pg_get_functiondef('public.erase_person'::regproc),
    E'  delete from public.idempotency_keys where key ~ patterns.certain;\n', '');
end $$;

-- down
do $$
begin
  execute replace(pg_get_functiondef('public.erase_person'::regproc),
    '  update public.idempotency_keys',
    E'  delete from public.idempotency_keys where key ~ patterns.certain;\n  update public.idempotency_keys');
end $$;

-- Nobody asks by digests.
delete from idempotency_keys;

create or replace function public.phone_pattern(phone text) returns text language sql immutable strict parallel safe as $$
  select '(?<![0-9])(?:\+|00[\s().,·•_/\u2010-\u2015-]*)?' || string_agg(public.spellings_pattern(digit), '[\s().,·•_/\u2010-\u2015-]*') || '(?![0-9])'
  from string_to_table(regexp_replace(public.fold_words(phone), '[^0-9]+|^\s*00', '', 'g'), null) digit
$$;
drop function public.digits_pattern(text, text);

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
