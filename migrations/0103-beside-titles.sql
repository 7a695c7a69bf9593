-- Who is erased is also found where a title stands beside a word of the name, with initials, where a language bends the family
-- name, and before punctuation of any script.

-- up
-- Letters and digits by which a word goes on: no punctuation, also not that of Greek, Armenian, Hebrew and Arabic.
create function public.word_characters() returns text language sql immutable parallel safe as $$
  select '[0-9A-Za-z\u00c0-\u024f\u0300-\u037d\u037f-\u0386\u0388-\u0588\u058b-\u05bd\u05bf\u05c1\u05c2\u05c4-\u060b\u060d-\u061a\u0620-\u0669\u066e-\u06d3\u06d5-\u06ff\u1e00-\u1fff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]'
$$;

create or replace function public.words_pattern(words text) returns text
language sql immutable strict parallel safe as $$
  select case when folded ~ ('^[' || spaceless || ']') then '' else '(?<!' || letters || ')' end || public.spellings_pattern(words)
    || case when folded ~ ('[' || spaceless || ']$') then '' else '(?!' || letters || ')' end
  from (select public.fold_words(words), public.spaceless_characters(), public.word_characters()) as said(folded, spaceless, letters)
$$;

-- What people are called after their names, in whatever characters, which takes long to spell, and is done once.
do $$
begin
  execute format('create function public.titles_after() returns text language sql immutable parallel safe as %L', format('select %L', (
    select string_agg((
        select string_agg('[' || letter || coalesce(public.spelled_characters() ->> letter, '') || ']', '' order by place)
        from string_to_table(public.fold_words(title), null) with ordinality as letters(letter, place)), '|')
    from regexp_split_to_table('
    先生 女士 小姐 太太 夫人 同志 老师 教授 副教授 博士 院士 主席 副主席 书记 副书记 市长 副市长 省长 副省长 州长 区长 县长 镇长 村长 部长
    副部长 局长 副局长 处长 科长 厅长 司长 院长 校长 所长 会长 秘书 主任 副主任 主管 经理 总 董事 理事 委员 代表 团长 议员 议长 大使 领事 参赞
    将军 上校 律师 医生 工程师 台长 社长 行长 馆长 站长 队长 组长 班长 首相
    さん さま 様 氏 君 くん ちゃん 殿 知事 副知事 大臣 课长 学长 准教授 町长 长官 次官 次长 系长 室长 监督 夫妻
    씨 님 선생 교수 박사 시장 부시장 장관 차관 대사 총영사 영사 의장 의원 회장 사장 부사장 대표 총장 총리 대통령 지사 도지사 국장 과장 부장 실장 단장
    팀장 이사 원장 소장 위원 비서 변호사 국회의원 군수 구청장 여사 기자 전무 상무', '\s+') title
    where title <> '')));
end $$;

-- What stays of a word of a name however it is bent.
create function public.stem_of_name(word text) returns text language sql immutable strict parallel safe as $$
  select case when char_length(stem) > 2 or word ~ '^ال' and char_length(stem) > 1 then stem else word end
  from (select case
      when word ~ '^[\u0400-\u052f]' then regexp_replace(word, '(?:[иыо]й|[ая]я|[аяйьоеиыуюэ])$', '', 'i')
      else regexp_replace(word, '^ال', '') end) as stems(stem)
$$;

-- A word of a name as languages bend it: by a genitive, in Russian by its cases, in Arabic by what joins it.
create function public.bent_pattern(word text) returns text language sql immutable strict parallel safe as $$
  select case
    when word ~ '^[\u0400-\u052f]' then public.spellings_pattern(public.stem_of_name(word)) || '[\u0400-\u052f]{0,3}'
    when word ~ '^ال' then '(?:(?:[وفبك]?ال|لل|[وفبلك]))?' || public.spellings_pattern(public.stem_of_name(word))
    when word ~ '^[\u0600-\u06ff]' then '[وفبلك]?' || public.spellings_pattern(word)
    else public.spellings_pattern(word) || '[sS]?' end
$$;

-- Words as they are found in texts, the last of them bent.
create function public.bent_words_pattern(words text) returns text language sql immutable strict parallel safe as $$
  select case when words ~ ('[가-힣' || public.spaceless_characters() || ']') then public.words_pattern(words)
    else '(?<!' || letters || ')' || public.bent_pattern(words) || '(?!' || letters || ')' end
  from public.word_characters() letters
$$;

-- The longest of some words, by which a text that holds them is found.
create function public.longest_pattern(words text) returns text language sql immutable strict parallel safe as $$
  select public.spellings_pattern(public.stem_of_name(word)) from regexp_split_to_table(words, '[\s.,·•_/''-]+') word
  order by char_length(word) desc limit 1
$$;

-- How a person may be named in part in scripts that part no words, where titles follow: by the beginning or the end of the name, or by a word of it.
create function public.unparted_patterns(names text[]) returns table (hint text, pattern text)
language sql immutable parallel safe as $$
  with words as (
    select name, word from unnest(names) name cross join lateral regexp_split_to_table(name, '[\s.,·•_/()-]+') word
    where word ~ ('^[가-힣' || public.spaceless_characters() || ']+$')
  ), parts(part) as (
    select word from words where word <> name
    union select left(word, size) from words cross join generate_series(1, least(char_length(word) - 1, 4)) size where word = name
    union select right(word, size) from words cross join generate_series(2, least(char_length(word) - 1, 4)) size where word = name
  ), said as (
    select string_agg((
        select string_agg('[' || letter || coalesce(public.spelled_characters() ->> letter, '') || ']', '' order by place)
        from string_to_table(public.fold_words(part), null) with ordinality as letters(letter, place)), '|') as parts from parts
  )
  select '(?:' || parts || ')', '(?:' || parts || ')(?=[\s\u00a0\u3000]*(?:' || public.titles_after() || '))' from said where parts is not null
$$;

-- What people are called before their names, and beside them, in languages that part words; in capitals or not.
do $$
begin
  execute format('create function public.titles_before() returns text language sql immutable parallel safe as %L', format('select %L', (
    select string_agg((
        select string_agg(case letter when '.' then '\.?' when '*' then '[\u0400-\u052f]{0,3}' when '-' then '-'
          else '[' || lower(letter) || upper(letter) || ']' end, '' order by place)
        from string_to_table(title, null) with ordinality as letters(letter, place)), '|' order by char_length(title) desc)
    from regexp_split_to_table('
    mr mrs ms miss mx dr prof professor sir lord lady dame hon madam madame mister doctor mayor minister president chairman chairwoman
    chairperson chair director ambassador consul secretary general governor commissioner councillor senator deputy delegate rector dean
    engineer captain colonel
    sig sig.ra sig.na signor signora signore signorina dott dott.ssa dr.ssa dottor dottore dottoressa prof.ssa professore professoressa
    ing arch avv on onorevole onorevoli ministro ministra sindaco sindaca presidente assessore assessora direttore direttrice
    ambasciatore ambasciatrice console segretario segretaria rettore rettrice senatore senatrice
    herr herrn hr frau fr bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin ministerin präsident präsidentin
    direktor direktorin botschafter botschafterin
    m mme mlle monsieur mesdames messieurs me maître maire ministre président présidente directeur ambassadeur ambassadrice recteur
    sr sra srta señor señora señorita don doña d. alcalde alcaldesa ministro ministra embajador embajadora
    г-н* г-ж* господин* госпож* др д-р* проф профессор* министр* президент* директор* мэр* посол* посл*
    السيد السيدة للسيد للسيدة الدكتور الدكتورة للدكتور للدكتورة الأستاذ الأستاذة المهندس الوزير الرئيس السفير العمدة المدير',
      '\s+') title
    where title <> '')));
end $$;

-- How somebody may be named of whom no family name is told: by a word of the name beside a title, or with initials of the others.
create function public.titled_patterns(names text[]) returns table (hint text, pattern text)
language sql immutable parallel safe as $$
  with words as (
    select distinct word from unnest(names) name cross join lateral regexp_split_to_table(name, '[\s.,·•_/()]+') word
    where name ~ '\S[\s.,·•_/]+\S' and char_length(word) > 1 and word !~ '^[[:lower:]]'
      and word !~ ('[가-힣' || public.spaceless_characters() || ']')
  ), said as (
    select '(?:' || string_agg(public.bent_pattern(word), '|' order by char_length(word) desc) || ')' as parts,
      '[' || string_agg(distinct upper(left(word, 1)), '') || ']' as initial
    from words
  )
  select parts, '(?<!' || letters || ')(?:'
    || '(?:(?:' || public.titles_before() || ')(?:\.\s*|\s+)(?:' || initial || '\.\s*)?(?:[[:lower:]]{1,4}\s+){0,2}|' || initial || '(?:\.\s*|\s+))' || parts
    || '|' || parts || '(?:,?\s+' || initial || '(?:\.' || initial || ')*|(?:,\s*|\s*\()(?:' || public.titles_before() || ')))(?!' || letters || ')'
  from said cross join public.word_characters() letters where parts is not null
$$;

-- As before; and perhaps by a part of a name before a title, by the family name as languages bend it, or, where no family name is
-- recorded, by a word of the name beside a title.
create or replace function public.name_patterns(person uuid) returns table (certain text, doubtful text, hints text)
language sql stable as $$
  with one as (
    select p.* from public.people p where p.id = person
    union all
    select was.* from public.merged_from(person) m join public.merge_steps s on s.merge_id = m.merge_id and s.of_table = 'people'
    cross join jsonb_populate_record(null::public.people, s.was) was
  ),
  names as (
    select n ->> 'text' as name from one cross join jsonb_array_elements(one.names) n
    union select concat_ws(' ', family_name, given_name) from one where family_name <> '' and given_name <> ''
  ),
  forms as (
    select name from names
    union select regexp_replace(btrim(name), '^(\S+)\s+(\S+)$', '\2 \1') from names
    union select email from one
  ),
  certain(hint, pattern) as (
    select public.longest_pattern(name), public.words_pattern(name) from forms where char_length(name) > 1
    union select pattern, pattern from one cross join lateral public.phone_pattern(phone) pattern where char_length(phone) > 1
  ),
  doubtful(hint, pattern) as (
    select public.longest_pattern(family_name),
      case when family_name ~ '^[[:lower:]]' then '' else '(?:(?<=^|[/_-])|(?![[:lower:]]))' end || public.bent_words_pattern(family_name)
    from one where char_length(family_name) > 1
    union select * from public.unparted_patterns(array(select name from names))
    union select said.* from one cross join lateral public.titled_patterns(array(
      select n ->> 'text' from jsonb_array_elements(one.names) n)) said
    where coalesce(one.family_name, '') = ''
  )
  select (select string_agg(distinct pattern, '|') from certain), (select string_agg(distinct pattern, '|') from doubtful),
    (select string_agg(distinct hint, '|') from (select * from certain union select * from doubtful) found)
$$;

-- Where a text holds what a pattern matches, in characters from 0: told by what lies between, so that many are soon counted.
create function public.ranges_of(value text, pattern text) returns table (starts integer, ends integer)
language sql immutable strict parallel safe as $$
  select (sum(before + length) over (order by place) - length)::integer, (sum(before + length) over (order by place))::integer
  from (
    select place, char_length(piece) as before
    from unnest(regexp_split_to_array(value, pattern)) with ordinality as pieces(piece, place)) pieces
  join (
    select place, char_length(matched[1]) as length
    from regexp_matches(value, '(' || pattern || ')', 'g') with ordinality as matches(matched, place)) matches using (place)
$$;

-- A text in which what a pattern finds is blacked out: as long as it was, so that ranges of it stay where they are. What is
-- found only then is blacked out, too.
create or replace function public.blacked_out(value text, pattern text, flags text) returns text
language plpgsql immutable parallel safe as $$
declare
  blacked text;
begin
  loop
    select string_agg(piece || coalesce(repeat('█', char_length(matched[1])), ''), '' order by place) into blacked
    from unnest(regexp_split_to_array(value, pattern, flags)) with ordinality as pieces(piece, place)
    left join regexp_matches(value, '(' || pattern || ')', 'g' || flags) with ordinality as matches(matched, place) using (place);
    if coalesce(blacked, value) = value then return value; end if;
    value := blacked;
  end loop;
end $$;

-- Where a text holds what names a person: for certain, or perhaps. Ranges count characters, from 0.
create or replace function public.names_in(value text, certain text, doubtful text)
returns table (starts integer, ends integer, is_certain boolean)
language sql immutable as $$
  select r.*, true from public.ranges_of(value, certain) r
  union all
  select r.*, false from public.ranges_of(public.blacked_out(value, certain, 'c'), doubtful) r
$$;

-- down
create or replace function public.names_in(value text, certain text, doubtful text)
returns table (starts integer, ends integer, is_certain boolean)
language sql immutable as $$
  select regexp_instr(value, certain, 1, n, 0, 'c') - 1, regexp_instr(value, certain, 1, n, 1, 'c') - 1, true
  from generate_series(1, regexp_count(value, certain, 1, 'c')) n
  union all
  select regexp_instr(rest, doubtful, 1, n, 0, 'c') - 1, regexp_instr(rest, doubtful, 1, n, 1, 'c') - 1, false
  from public.blacked_out(value, certain, 'c') rest, generate_series(1, regexp_count(rest, doubtful, 1, 'c')) n
$$;

create or replace function public.blacked_out(value text, pattern text, flags text) returns text
language plpgsql immutable parallel safe as $$
declare
  begins integer;
  goes_on integer;
begin
  loop
    begins := regexp_instr(value, pattern, 1, 1, 0, flags);
    if coalesce(begins, 0) = 0 then return value; end if;
    goes_on := regexp_instr(value, pattern, 1, 1, 1, flags);
    value := overlay(value placing repeat('█', goes_on - begins) from begins for goes_on - begins);
  end loop;
end $$;

drop function public.ranges_of(text, text);

create or replace function public.name_patterns(person uuid) returns table (certain text, doubtful text, hints text)
language sql stable as $$
  with one as (
    select p.* from public.people p where p.id = person
    union all
    select was.* from public.merged_from(person) m join public.merge_steps s on s.merge_id = m.merge_id and s.of_table = 'people'
    cross join jsonb_populate_record(null::public.people, s.was) was
  ),
  names as (
    select n ->> 'text' as name from one cross join jsonb_array_elements(one.names) n
    union select concat_ws(' ', family_name, given_name) from one where family_name <> '' and given_name <> ''
  ),
  forms as (
    select name from names
    union select regexp_replace(btrim(name), '^(\S+)\s+(\S+)$', '\2 \1') from names
    union select email from one
  ),
  certain(words, pattern) as (
    select name, public.words_pattern(name) from forms where char_length(name) > 1
    union select null, public.phone_pattern(phone) from one where char_length(phone) > 1
  ),
  doubtful(words, pattern) as (
    select family_name, case when family_name ~ '^[[:lower:]]' then '' else '(?:(?<=^|[/_-])|(?![[:lower:]]))' end || public.words_pattern(family_name)
    from one where char_length(family_name) > 1
    union
    select left(name, 1), public.spellings_pattern(left(name, 1)) || '(?=' || (
      select string_agg(public.spellings_pattern(title), '|') from unnest(
        '{先生,女士,小姐,教授,博士,主席,书记,市长,省长,部长,局长,主任,校长,总}'::text[]) title) || ')'
    from names where name ~ '^[\u3400-\u9fff]{2,3}$'
  )
  select (select string_agg(distinct pattern, '|') from certain), (select string_agg(distinct pattern, '|') from doubtful),
    (select string_agg(distinct hint, '|') from (
      select coalesce(public.spellings_pattern(longest), pattern) as hint
      from (select * from certain union select * from doubtful) found
      left join lateral (
        select word as longest from regexp_split_to_table(found.words, '[\s.,·•_/''-]+') word order by char_length(word) desc limit 1) words
      on true) looked)
$$;
drop function public.titled_patterns(text[]);
drop function public.titles_before();
drop function public.unparted_patterns(text[]);
drop function public.longest_pattern(text);
drop function public.bent_words_pattern(text);
drop function public.bent_pattern(text);
drop function public.stem_of_name(text);
drop function public.titles_after();

create or replace function public.words_pattern(words text) returns text
language sql immutable strict parallel safe as $$
  select case when folded ~ ('^[' || spaceless || ']') then '' else '(?<!' || letters || ')' end || public.spellings_pattern(words)
    || case when folded ~ ('[' || spaceless || ']$') then '' else '(?!' || letters || ')' end
  from (select public.fold_words(words), public.spaceless_characters(),
    '[0-9A-Za-z\u00c0-\u024f\u0300-\u06ff\u1e00-\u1fff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]') as said(folded, spaceless, letters)
$$;
drop function public.word_characters();
