-- What tells that two places, topics, organizations or people may be the same, and which of them are known to be different.

-- up
-- Why two may be the same, surest first.
create type public.similarity as enum (
  'same_name', 'same_acronym_and_city', 'same_family_and_given_name', 'same_email', 'same_website');
create type public.directory_kind as enum ('place', 'topic', 'organization', 'person');

-- What the records in use are compared by: two that have a key in common may be the same. A key is a hash, so that what was
-- said of people stands nowhere else.
create table record_keys (
  kind public.directory_kind not null,
  why public.similarity not null,
  key uuid not null,
  record_id uuid not null,
  is_acronym boolean not null,
  primary key (kind, why, key, record_id)
);
create index record_keys_of_record on record_keys (record_id);

-- Words in an order of their own, as one.
create function public.in_any_order(words text[]) returns text language sql immutable strict parallel safe as $$
  select string_agg(word, '' order by word collate "C") from (select translate(unnest(words), '- ', '') as word) one
$$;

-- What a row is compared by. Names are compared without spaces and hyphens; those of people also in whatever order, unless
-- they are written without spaces, where another order is another name.
create function public.keys_of(kind text, r jsonb) returns table (why public.similarity, key uuid, is_acronym boolean)
language sql immutable parallel safe as $$
  with named as materialized (
    select kind = 'organization' and n ->> 'kind' = 'acronym' as is_acronym, public.spell_text(n ->> 'text') as spelled
    from jsonb_array_elements(r -> 'names') n
  ),
  said(why, text, is_acronym) as (
    select 'same_name'::public.similarity, translate(spelled, '- ', ''), named.is_acronym from named
    union all
    select 'same_acronym_and_city', translate(spelled, '- ', ''), true from named where named.is_acronym
    union all
    select 'same_family_and_given_name', public.in_any_order(string_to_array(spelled, ' ')), false from named
    where kind = 'person' and strpos(spelled, ' ') > 0
      and (octet_length(spelled) = char_length(spelled) or spelled !~ ('[' || public.spaceless_characters() || ']'))
    union all
    select 'same_family_and_given_name',
      public.in_any_order(array[public.spell_text(r ->> 'family_name'), public.spell_text(r ->> 'given_name')]), false
    where r ->> 'family_name' <> '' and r ->> 'given_name' <> ''
    union all
    select 'same_email', lower(r ->> 'email'), false
    union all
    select 'same_website',
      substring(lower(r ->> 'website') from '^[a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)'), false
  )
  select said.why, md5(said.text)::uuid, bool_and(said.is_acronym) from said where said.text <> '' group by 1, 2
$$;

-- Whether two organizations have their seats in the same city, or at the same place where that is in none.
create function public.in_same_city(organization uuid, other uuid) returns boolean language sql stable parallel safe as $$
  select count(seat.id) = 2 and count(distinct seat.id) = 1
  from public.organizations o cross join lateral (
    select way.id from public.places_to_city(o.place_id) way join public.places p on p.id = way.id
    order by p.kind = 'city' desc, way.step limit 1) seat
  where o.id in (organization, other)
$$;

-- Which two records are known to be different, whatever they have in common; who said so, and when.
create table different_records (
  id uuid primary key,
  kind public.directory_kind not null,
  first_id uuid not null,
  second_id uuid not null,
  at timestamptz(3) not null,
  by_id uuid not null references actors,
  constraint different_records_in_order check (first_id < second_id),
  constraint different_records_once unique (first_id, second_id)
);
create index different_records_by_second on different_records (second_id);
create index different_records_by_kind on different_records (kind, id);

-- What is no longer there is different from nothing.
create function public.forget_differences(record uuid) returns void language sql as $$
  delete from public.different_records d where d.first_id = record or d.second_id = record
$$;

create function public.write_keys() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then delete from public.record_keys k where k.record_id = old.id; end if;
  if tg_op = 'DELETE' then
    perform public.forget_differences(old.id);
  elsif new.archived_at is null and not exists (select from public.erasures e where e.person_id = new.id) then
    insert into public.record_keys (kind, why, key, record_id, is_acronym)
    select tg_argv[0]::public.directory_kind, k.why, k.key, new.id, k.is_acronym
    from public.keys_of(tg_argv[0], to_jsonb(new)) k;
  end if;
  return null;
end $$;

create function public.forget_erased() returns trigger language plpgsql as $$
begin
  perform public.forget_differences(new.person_id);
  return null;
end $$;
create trigger erasures_forget_differences after insert on erasures for each row execute function forget_erased();

-- Lets a table write its keys from now on, and those of what is there already.
create function public.keep_keys(tracked text, kind text, columns text) returns void language plpgsql as $$
begin
  execute format($format$
    create trigger %1$I after insert or delete on public.%2$I for each row execute function public.write_keys(%3$L);
    create trigger %4$I after update on public.%2$I for each row
      when ((%5$s) is distinct from (%6$s)) execute function public.write_keys(%3$L);
    insert into public.record_keys (kind, why, key, record_id, is_acronym)
    select %3$L::public.directory_kind, k.why, k.key, r.id, k.is_acronym
    from public.%2$I r cross join lateral public.keys_of(%3$L, to_jsonb(r)) k
    where r.archived_at is null and not exists (select from public.erasures e where e.person_id = r.id)$format$,
    tracked || '_write_keys', tracked, kind, tracked || '_rewrite_keys',
    (select string_agg('old.' || one, ', ') from string_to_table(columns, ' ') one),
    (select string_agg('new.' || one, ', ') from string_to_table(columns, ' ') one));
end $$;

select keep_keys('places', 'place', 'names archived_at'),
  keep_keys('topics', 'topic', 'names archived_at'),
  keep_keys('organizations', 'organization', 'names email website archived_at'),
  keep_keys('people', 'person', 'names family_name given_name email archived_at');

-- down
drop function public.write_keys() cascade;
drop function public.forget_erased() cascade;
drop function public.keep_keys(text, text, text);
drop function public.forget_differences(uuid);
drop function public.in_same_city(uuid, uuid);
drop function public.keys_of(text, jsonb);
drop function public.in_any_order(text[]);
drop table different_records;
drop table record_keys;
drop type public.similarity;
drop type public.directory_kind;
