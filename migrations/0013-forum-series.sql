-- Series of forums and who organizes them.

-- up
create table forum_series (
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
  frequency text check (frequency in ('annual', 'biennial', 'irregular', 'other')),
  objectives jsonb not null,
  audience jsonb
);
create index forum_series_by_name on forum_series (sort_name, id);
create index forum_series_by_update on forum_series (updated_at, id);
create index forum_series_by_search on forum_series using gin (search public.gin_trgm_ops);

create table forum_series_organizers (
  series_id uuid not null references forum_series,
  organization_id uuid not null,
  position integer not null,
  primary key (series_id, organization_id),
  constraint forum_series_organizers_organization_known foreign key (organization_id) references organizations
);

create function public.visible_forum_series(caller jsonb) returns setof forum_series
language sql stable parallel safe as $$
  select * from public.forum_series where caller is not null
$$;

select keep_history('forum_series'),
  keep_list_history('forum_series_organizers', 'series_id', 'organizer_ids', 'organization_id');

-- down
drop function public.visible_forum_series(jsonb);
drop table forum_series_organizers;
drop table forum_series;
