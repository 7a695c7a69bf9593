-- How long the way between two places takes at least.

-- up
create table travel_times (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  from_place_id uuid not null,
  to_place_id uuid not null,
  minutes integer not null check (minutes >= 0),
  constraint travel_times_from_known foreign key (from_place_id) references places,
  constraint travel_times_to_known foreign key (to_place_id) references places,
  constraint travel_times_not_itself check (from_place_id <> to_place_id)
);
create unique index travel_times_once on travel_times
  (least(from_place_id, to_place_id), greatest(from_place_id, to_place_id)) where archived_at is null;

create function public.visible_travel_times(caller jsonb) returns setof travel_times
language sql stable parallel safe as $$
  select * from public.travel_times where caller is not null
$$;

select keep_history('travel_times');

-- down
drop function public.visible_travel_times(jsonb);
drop table travel_times;
