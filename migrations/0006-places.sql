-- Places, from countries to rooms. A place may have a parent and further containers: no way through them leads back
-- to it.

-- up
create table places (
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
  kind text not null check (kind in ('country', 'region', 'province', 'city', 'district', 'zone', 'venue', 'room')),
  parent_id uuid,
  time_zone text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  address text,
  capacity integer check (capacity > 0),
  constraint places_parent_known foreign key (parent_id) references places,
  constraint places_coordinates_whole check ((latitude is null) = (longitude is null)),
  constraint places_whole unique (id, kind)
);
create index places_by_name on places (sort_name, id);
create index places_by_update on places (updated_at, id);
create index places_by_search on places using gin (search public.gin_trgm_ops);
create index places_by_parent on places (parent_id, sort_name);

create table place_containers (
  place_id uuid not null references places,
  container_id uuid not null,
  position integer not null,
  primary key (place_id, container_id),
  constraint place_containers_container_known foreign key (container_id) references places
);
create index place_containers_by_container on place_containers (container_id);

create function public.places_around(place uuid) returns table (id uuid)
language sql stable parallel safe rows 6 as $$
  with recursive around(id) as (
    select place where place is not null
    union
    select higher.id from around
      cross join lateral (
        select p.parent_id from public.places p where p.id = around.id and p.parent_id is not null
        union all
        select c.container_id from public.place_containers c where c.place_id = around.id
      ) as higher(id)
  ) select id from around
$$;

create function public.places_within(place uuid) returns table (id uuid)
language sql stable parallel safe as $$
  with recursive within(id) as (
    select place where place is not null
    union
    select lower.id from within
      cross join lateral (
        select p.id from public.places p where p.parent_id = within.id
        union all
        select c.place_id from public.place_containers c where c.container_id = within.id
      ) as lower(id)
  ) select id from within
$$;

create function public.zone_of_place(place uuid) returns text
language sql stable parallel safe as $$
  with recursive around(id, zone, distance) as (
    select p.id, p.time_zone, 0 from public.places p where p.id = place
    union all
    select p.id, p.time_zone, around.distance + 1 from around
      join public.places inner_place on inner_place.id = around.id
      join public.places p on p.id = inner_place.parent_id
    where around.zone is null
  ) select zone from around where zone is not null order by distance limit 1
$$;

create function public.refuse_place_circle() returns trigger language plpgsql as $$
declare
  place uuid := to_jsonb(new) ->> tg_argv[0];
  container uuid := to_jsonb(new) ->> tg_argv[1];
begin
  perform pg_advisory_xact_lock(hashtext('tree:places'));
  if place in (select around.id from public.places_around(container) around) then
    raise exception 'a circle of places'
      using errcode = 'check_violation', constraint = 'places_without_circle', table = tg_table_name;
  end if;
  return new;
end $$;
create trigger places_without_circle after insert or update of parent_id on places
  for each row when (new.parent_id is not null) execute function refuse_place_circle('id', 'parent_id');
create trigger places_without_circle after insert or update on place_containers
  for each row execute function refuse_place_circle('place_id', 'container_id');

-- Who carries no token sees them too: public forums name them.
create function public.visible_places(caller jsonb) returns setof places
language sql stable parallel safe as $$
  select * from public.places
$$;

select keep_history('places'), keep_list_history('place_containers', 'place_id', 'contained_in_ids', 'container_id');
create trigger places_stamp after insert or update or delete or truncate on places
  for each statement execute function stamp_change();
create trigger place_containers_stamp after insert or update or delete or truncate on place_containers
  for each statement execute function stamp_change();

-- down
drop function public.visible_places(jsonb);
drop function public.zone_of_place(uuid);
drop function public.places_within(uuid);
drop function public.places_around(uuid);
drop table place_containers;
drop table places;
drop function public.refuse_place_circle();
