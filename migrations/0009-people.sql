-- People and the positions they hold.

-- up
create table people (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  names jsonb not null check (jsonb_typeof(names) = 'array' and jsonb_array_length(names) > 0),
  display jsonb not null generated always as (public.display_names(names)) stored,
  sort_name text not null generated always as (public.sort_name(names)) stored,
  search text not null generated always as (public.fold_names(names)) stored,
  family_name text,
  given_name text,
  name_order text check (name_order in ('family_first', 'given_first')),
  honorific text,
  languages text[] not null,
  email text,
  phone text,
  notes text
);
create index people_by_name on people (sort_name, id);
create index people_by_update on people (updated_at, id);
create index people_by_search on people using gin (search public.gin_trgm_ops);

create table positions (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  person_id uuid not null references people,
  organization_id uuid not null,
  title jsonb not null,
  since text,
  since_earliest date generated always as (public.partial_date_earliest(since)) stored,
  since_latest date generated always as (public.partial_date_latest(since)) stored,
  until text,
  until_earliest date generated always as (public.partial_date_earliest(until)) stored,
  until_latest date generated always as (public.partial_date_latest(until)) stored,
  on_behalf_of jsonb,
  constraint positions_organization_known foreign key (organization_id) references organizations
);
create index positions_of_person on positions (person_id, id);
create index positions_at_organization on positions (organization_id);

create function public.visible_people(caller jsonb) returns setof people
language sql stable parallel safe as $$
  select * from public.people where caller is not null
$$;

create function public.visible_positions(caller jsonb) returns setof positions
language sql stable parallel safe as $$
  select * from public.positions where caller is not null
$$;

-- Of people, history knows which fields changed, not what they held: a person can be erased without rewriting it.
select keep_history('people', private => true), keep_history('positions');

-- down
drop function public.visible_positions(jsonb);
drop function public.visible_people(jsonb);
drop table positions;
drop table people;
