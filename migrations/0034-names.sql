-- Which name and text is shown to whom, and numbers in names in their order.

-- up
-- A tag with the script that is likely in its region (CLDR), of languages that are written in several.
create function public.with_script(tag text) returns text
language sql immutable strict parallel safe as $$
  select concat_ws('-', language, coalesce(script, scripts -> language ->> region, scripts -> language ->> ''))
  from (values (split_part(tag, '-', 1), substring(tag from '^[a-z]+-([A-Z][a-z]{3})(?:-|$)'),
    coalesce(substring(tag from '-([A-Z]{2})(?:-|$)'), ''), jsonb '{"az": {"": "Latn", "IQ": "Arab", "IR": "Arab", "RU": "Cyrl"}, "ha": {"": "Latn", "CM": "Arab", "SD": "Arab"},
    "hak": {"": "Hans", "TW": "Hant"}, "kk": {"": "Cyrl", "AF": "Arab", "CN": "Arab", "IR": "Arab", "MN": "Arab"},
    "ku": {"": "Latn", "AM": "Cyrl", "AZ": "Cyrl", "GE": "Cyrl", "IQ": "Arab", "IR": "Arab", "LB": "Arab", "TM": "Cyrl"},
    "ky": {"": "Cyrl", "CN": "Arab", "TR": "Latn"}, "lzz": {"": "Latn", "GE": "Geor"}, "mn": {"": "Cyrl", "CN": "Mong"},
    "ms": {"": "Latn", "CC": "Arab"}, "nan": {"": "Hans", "MO": "Hant", "TW": "Hant"}, "pa": {"": "Guru", "PK": "Arab"},
    "pi": {"": "Latn", "IN": "Deva", "LK": "Sinh", "MM": "Mymr", "TH": "Thai"},
    "pnt": {"": "Grek", "RU": "Cyrl", "TR": "Latn"}, "sd": {"": "Arab", "IN": "Deva"},
    "sr": {"": "Cyrl", "ME": "Latn", "RO": "Latn", "TR": "Latn"}, "tg": {"": "Cyrl", "PK": "Arab"},
    "ug": {"": "Arab", "KZ": "Cyrl", "MN": "Cyrl"}, "uz": {"": "Latn", "AF": "Arab", "CN": "Cyrl"},
    "yue": {"": "Hant", "CN": "Hans"},
    "zh": {"": "Hans", "AU": "Hant", "BN": "Hant", "GB": "Hant", "GF": "Hant", "HK": "Hant", "ID": "Hant", "MO": "Hant",
      "PA": "Hant", "PF": "Hant", "PH": "Hant", "SR": "Hant", "TH": "Hant", "TW": "Hant", "US": "Hant", "VN": "Hant"}}')) as of(language, script, region, scripts)
$$;

-- How far a language is from the one that is wanted; null where it is another.
create function public.language_distance(tag text, wanted text) returns integer
language sql immutable strict parallel safe as $$
  select case
    when tag = wanted then 0
    when public.with_script(tag) = wanted then 1
    when split_part(tag, '-', 1) = wanted then case when public.with_script(tag) = public.with_script(wanted) then 1 else 2 end
  end
$$;

-- What a name is shown for: former names and misprints only where there is no other.
create function public.name_rank(kind text) returns integer
language sql immutable strict parallel safe as $$
  select case when kind = 'official' then 0 when kind in ('alias', 'short', 'acronym') then 1 else 2 end
$$;

create or replace function public.default_name(names jsonb) returns text
language sql immutable strict parallel safe as $$
  select n ->> 'text' from jsonb_array_elements(names) with ordinality as listed(n, position)
  order by public.name_rank(n ->> 'kind'), position limit 1
$$;

create or replace function public.display_names(names jsonb) returns jsonb
language sql immutable strict parallel safe as $$
  select jsonb_object_agg(shown.key, shown.text) || jsonb_build_object('', public.default_name(names))
  from (
    select distinct on (key) key, n ->> 'text' as text
    from (
      select n, position, public.name_rank(n ->> 'kind') = 2 as is_spare,
        min(public.name_rank(n ->> 'kind')) over () = 2 as only_spares
      from jsonb_array_elements(names) with ordinality as listed(n, position)
    ) ranked,
      lateral (values (n ->> 'lang'), (public.with_script(n ->> 'lang')), (split_part(n ->> 'lang', '-', 1))) as tag(key)
    where only_spares or not is_spare
    order by key, public.language_distance(n ->> 'lang', key),
      array_position(array['official', 'alias', 'short', 'acronym', 'former', 'nickname', 'as_printed'], n ->> 'kind'),
      position
  ) shown
$$;

create function public.nearest_text(texts jsonb, languages text[]) returns text
language plpgsql immutable strict parallel safe as $$
declare
  wanted text;
  nearest text;
begin
  foreach wanted in array languages loop
    if texts ? wanted then return texts ->> wanted; end if;
    -- A region is meant as it is said; a language, or one in a script, is that of every region.
    if wanted !~ '-[A-Z0-9]{2,3}(-|$)' then
      select value into nearest from jsonb_each_text(texts)
        where split_part(key, '-', 1) = split_part(wanted, '-', 1) and public.language_distance(key, wanted) is not null
        order by public.language_distance(key, wanted), key limit 1;
      if found then return nearest; end if;
    end if;
  end loop;
  return null;
end $$;

-- Inlines: the language that is wanted most costs one lookup by key. Who wants what is not there is shown English.
create or replace function public.pick_text(texts jsonb, languages text[]) returns text
language sql immutable parallel safe as $$
  select coalesce(texts ->> languages[1],
    case when languages[1] is not null then public.nearest_text(texts, languages) end,
    texts ->> 'en', jsonb_path_query_first(texts, '$.*') #>> '{}')
$$;

-- Numbers come after how many digits they have, so that 2 stands before 10, in whatever digits they are written.
create function public.in_natural_order(value text) returns text
language sql immutable strict parallel safe as $$
  select string_agg(words || case when digits = '' then '' else
      lpad(length(ltrim(digits, '0'))::text, 3, '0') || ltrim(digits, '0') end, '' order by position)
  from (
    select found[1], found[2], position from regexp_matches(
      translate(value, '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯๐๑๒๓๔๕๖๗๘๙', repeat('0123456789', 5)),
      '([^0-9]*)([0-9]*)', 'g') with ordinality as matches(found, position)
  ) as parts(words, digits, position)
$$;

create or replace function public.sort_name(names jsonb) returns text
language sql immutable strict parallel safe as $$
  select left(public.in_natural_order(public.fold_text(public.default_name(names))), 300)
$$;

-- What is derived of names is derived anew; that is no change of the records.
create function public.derive_names() returns void language plpgsql as $$
declare
  named text;
begin
  for named in select attrelid::regclass::text from pg_attribute
    where attname = 'display' and attgenerated <> '' and not attisdropped order by 1
  loop
    execute format('update %s set names = names', named);
  end loop;
end $$;
select derive_names();

-- down
create or replace function public.default_name(names jsonb) returns text
language sql immutable strict parallel safe as $$
  select n ->> 'text' from jsonb_array_elements(names) with ordinality as listed(n, position)
  order by n ->> 'kind' <> 'official', position limit 1
$$;

create or replace function public.sort_name(names jsonb) returns text
language sql immutable strict parallel safe as $$
  select left(public.fold_text(public.default_name(names)), 300)
$$;

create or replace function public.display_names(names jsonb) returns jsonb
language sql immutable strict parallel safe as $$
  select jsonb_object_agg(shown.key, shown.text) || jsonb_build_object('', public.default_name(names))
  from (
    select distinct on (key) key, n ->> 'text' as text
    from jsonb_array_elements(names) with ordinality as listed(n, position),
      lateral (values (n ->> 'lang', 0), (split_part(n ->> 'lang', '-', 1), 1)) as tag(key, distance)
    order by key, distance,
      array_position(array['official', 'alias', 'short', 'acronym', 'former', 'nickname', 'as_printed'], n ->> 'kind'),
      position
  ) shown
$$;

create or replace function public.pick_text(texts jsonb, languages text[]) returns text
language sql immutable parallel safe as $$
  select coalesce(texts ->> languages[1], texts ->> languages[2], texts ->> languages[3],
                  texts ->> languages[4], texts ->> languages[5], texts ->> languages[6],
                  jsonb_path_query_first(texts, '$.*') #>> '{}')
$$;

select derive_names();
drop function public.derive_names();
drop function public.in_natural_order(text);
drop function public.nearest_text(jsonb, text[]);
drop function public.name_rank(text);
drop function public.language_distance(text, text);
drop function public.with_script(text);
