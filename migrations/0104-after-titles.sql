-- Who is erased, and of whom no family name is recorded, may be whoever is called by a word of the name and a title, or initials.

-- up
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

-- As before; where no family name is recorded, perhaps by a word of the name beside a title.
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
  certain(hint, pattern) as (
    select public.longest_pattern(name), public.words_pattern(name) from forms where char_length(name) > 1
    union select pattern, pattern from one cross join lateral public.phone_pattern(phone) pattern where char_length(phone) > 1
  ),
  doubtful(hint, pattern) as (
    select public.longest_pattern(family_name),
      case when family_name ~ '^[[:lower:]]' then '' else '(?:(?<=^|[/_-])|(?![[:lower:]]))' end || public.bent_words_pattern(family_name)
    from one where char_length(family_name) > 1
    union select * from public.unparted_patterns(array(select name from names))
  )
  select (select string_agg(distinct pattern, '|') from certain), (select string_agg(distinct pattern, '|') from doubtful),
    (select string_agg(distinct hint, '|') from (select * from certain union select * from doubtful) found)
$$;

drop function public.titled_patterns(text[]);
drop function public.titles_before();
