-- Names, texts, partial dates and instants as the database understands them.

-- up
create extension if not exists pg_trgm with schema public;
create extension if not exists btree_gist with schema public;
create extension if not exists unaccent with schema public;

-- Functions that indexes and generated columns call qualify every name: there no search path is set.
-- A space on each side of every Han character lets trigrams find words of one or two of them.
create function public.fold_text(value text) returns text
language sql immutable strict parallel safe as $$
  select regexp_replace(
    lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, NFKC))),
    '([\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])', ' \1 ', 'g')
$$;

create function public.fold_texts(texts jsonb) returns text
language sql immutable strict parallel safe as $$
  select string_agg(public.fold_text(t.value), E'\n') from jsonb_each_text(texts) t
$$;

create function public.fold_names(names jsonb) returns text
language sql immutable strict parallel safe as $$
  select string_agg(public.fold_text(n ->> 'text'), E'\n') from jsonb_array_elements(names) n
$$;

create function public.search_pattern(query text) returns text
language sql immutable strict parallel safe as $$
  select '%' || regexp_replace(public.fold_text(query), '([\\%_])', '\\\1', 'g') || '%'
$$;

create function public.default_name(names jsonb) returns text
language sql immutable strict parallel safe as $$
  select n ->> 'text' from jsonb_array_elements(names) with ordinality as listed(n, position)
  order by n ->> 'kind' <> 'official', position limit 1
$$;

create function public.sort_name(names jsonb) returns text
language sql immutable strict parallel safe as $$
  select left(public.fold_text(public.default_name(names)), 300)
$$;

create function public.display_names(names jsonb) returns jsonb
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

-- These two inline, so that a name or text costs a lookup by key: languages are at most six.
create function public.pick_name(display jsonb, languages text[]) returns text
language sql immutable parallel safe as $$
  select coalesce(display ->> languages[1], display ->> languages[2], display ->> languages[3],
                  display ->> languages[4], display ->> languages[5], display ->> languages[6], display ->> '')
$$;

create function public.pick_text(texts jsonb, languages text[]) returns text
language sql immutable parallel safe as $$
  select coalesce(texts ->> languages[1], texts ->> languages[2], texts ->> languages[3],
                  texts ->> languages[4], texts ->> languages[5], texts ->> languages[6],
                  jsonb_path_query_first(texts, '$.*') #>> '{}')
$$;

create function public.partial_date_earliest(value text) returns date
language sql immutable strict parallel safe as $$
  select case
    when value ~ '^\d{4}-\d{2}-\d{2}' then make_date(left(value, 4)::int, substr(value, 6, 2)::int, substr(value, 9, 2)::int)
    when value ~ '^\d{4}-\d{2}' then make_date(left(value, 4)::int, substr(value, 6, 2)::int, 1)
    when value ~ '^\d{4}' then make_date(left(value, 4)::int, 1, 1)
    when value ~ '^\d{3}X' then make_date(greatest(left(value, 3)::int * 10, 1), 1, 1)
    when value ~ '^\d{2}XX' then make_date(greatest(left(value, 2)::int * 100, 1), 1, 1)
  end
$$;

create function public.partial_date_latest(value text) returns date
language sql immutable strict parallel safe as $$
  select case
    when value ~ '^\d{4}-\d{2}-\d{2}' then make_date(left(value, 4)::int, substr(value, 6, 2)::int, substr(value, 9, 2)::int)
    when value ~ '^\d{4}-\d{2}' then (make_date(left(value, 4)::int, substr(value, 6, 2)::int, 1) + interval '1 month - 1 day')::date
    when value ~ '^\d{4}' then make_date(left(value, 4)::int, 12, 31)
    when value ~ '^\d{3}X' then make_date(left(value, 3)::int * 10 + 9, 12, 31)
    when value ~ '^\d{2}XX' then make_date(left(value, 2)::int * 100 + 99, 12, 31)
  end
$$;

create function public.iso_instant(at timestamptz) returns text
language sql stable parallel safe as $$
  select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

create function public.local_instant(at timestamptz, zone text) returns text
language sql stable parallel safe as $$
  select to_char(at at time zone zone, 'YYYY-MM-DD"T"HH24:MI:SS')
    || case when at at time zone zone < at at time zone 'UTC' then '-' else '+' end
    || to_char(greatest((at at time zone zone) - (at at time zone 'UTC'), (at at time zone 'UTC') - (at at time zone zone)), 'HH24:MI')
$$;

-- Moves within one tree wait for each other, so that two of them cannot close a circle together.
create function public.refuse_parent_circle() returns trigger language plpgsql as $$
declare circular boolean;
begin
  perform pg_advisory_xact_lock(hashtext('tree:' || tg_table_name));
  execute format(
    'with recursive above(id) as (
       select $1 union select t.parent_id from public.%I t join above on t.id = above.id where t.parent_id is not null
     ) select exists (select from above where id = $2)', tg_table_name)
    into circular using new.parent_id, new.id;
  if circular then
    raise exception 'a circle of parents in %', tg_table_name
      using errcode = 'check_violation', constraint = tg_table_name || '_without_circle', table = tg_table_name;
  end if;
  return new;
end $$;

-- down
drop function public.refuse_parent_circle();
drop function public.local_instant(timestamptz, text);
drop function public.iso_instant(timestamptz);
drop function public.partial_date_latest(text);
drop function public.partial_date_earliest(text);
drop function public.pick_text(jsonb, text[]);
drop function public.pick_name(jsonb, text[]);
drop function public.display_names(jsonb);
drop function public.sort_name(jsonb);
drop function public.default_name(jsonb);
drop function public.search_pattern(text);
drop function public.fold_names(jsonb);
drop function public.fold_texts(jsonb);
drop function public.fold_text(text);
drop extension unaccent;
drop extension btree_gist;
drop extension pg_trgm;
