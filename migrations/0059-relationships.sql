-- What places and organizations are to each other: axes, sister cities, neighbours, rivals.

-- up
create table relationships (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  notes jsonb,
  names jsonb not null check (jsonb_typeof(names) = 'array' and jsonb_array_length(names) > 0),
  from_place_id uuid,
  from_organization_id uuid,
  to_place_id uuid,
  to_organization_id uuid,
  from_id uuid generated always as (coalesce(from_place_id, from_organization_id)) stored,
  to_id uuid generated always as (coalesce(to_place_id, to_organization_id)) stored,
  kind text not null check (kind in ('axis', 'sister', 'friendship', 'cooperation', 'proximity', 'rivalry', 'other')),
  basis jsonb,
  trend text check (trend in ('growing', 'steady', 'declining', 'dormant')),
  since text,
  since_earliest date generated always as (public.partial_date_earliest(since)) stored,
  since_latest date generated always as (public.partial_date_latest(since)) stored,
  until text,
  until_earliest date generated always as (public.partial_date_earliest(until)) stored,
  until_latest date generated always as (public.partial_date_latest(until)) stored,
  verification text not null check (verification in ('unverified', 'reported', 'corroborated', 'verified', 'disputed',
    'refuted')),
  display jsonb not null generated always as (public.display_names(names)) stored,
  sort_name text not null generated always as (public.sort_name(names)) stored,
  search text not null generated always as (public.fold_names(names)) stored,
  constraint relationships_from_place_known foreign key (from_place_id) references places,
  constraint relationships_from_organization_known foreign key (from_organization_id) references organizations,
  constraint relationships_to_place_known foreign key (to_place_id) references places,
  constraint relationships_to_organization_known foreign key (to_organization_id) references organizations,
  constraint relationships_from_one_subject check (num_nonnulls(from_place_id, from_organization_id) = 1),
  constraint relationships_to_one_subject check (num_nonnulls(to_place_id, to_organization_id) = 1),
  constraint relationships_not_itself check (from_id <> to_id)
);
-- Neither side comes first.
create unique index relationships_once on relationships (kind, least(from_id, to_id), greatest(from_id, to_id))
  where archived_at is null;
create index relationships_by_name on relationships (sort_name, id);
create index relationships_by_update on relationships (updated_at, id);
create index relationships_by_search on relationships using gin (search public.gin_trgm_ops);
create index relationships_by_from on relationships (from_id);
create index relationships_by_to on relationships (to_id);

create function public.visible_relationships(caller jsonb) returns setof relationships
language sql stable parallel safe as $$
  select * from public.relationships where caller is not null
$$;

select keep_history('relationships'), keep_references_in_use('relationships');

-- down
drop function public.visible_relationships(jsonb);
drop table relationships;
