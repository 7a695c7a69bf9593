-- Events (visits and forums in one table), their legs, topics and earlier dates.

-- up
-- An event without dates has an empty interval, from infinity to -infinity: it overlaps nothing and sorts last.
create table events (
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
  kind text not null check (kind in ('visit', 'forum')),
  status text not null,
  summary jsonb,
  parent_id uuid,
  starts text,
  ends text,
  earliest_day date not null generated always as
    (coalesce(public.partial_date_earliest(coalesce(starts, ends)), 'infinity'::date)) stored,
  latest_day date not null generated always as
    (coalesce(public.partial_date_latest(coalesce(ends, starts)), '-infinity'::date)) stored,
  dates_note jsonb,
  time_zone text,
  place_id uuid,
  objectives jsonb not null,
  responsible_id uuid,
  visibility text not null check (visibility in ('public', 'internal', 'confidential')),
  agenda_complete boolean not null,
  uid text not null,
  sequence integer not null check (sequence >= 0),
  direction text check (direction in ('incoming', 'outgoing', 'domestic')),
  category text check (category in ('courtesy', 'working', 'official', 'inspection', 'study', 'signing',
    'exploratory')),
  series_id uuid,
  edition integer check (edition > 0),
  year integer check (year between 1 and 9999),
  format text check (format in ('fair', 'forum', 'summit', 'conference', 'expo', 'week', 'workshop', 'matchmaking',
    'ceremony', 'side_event')),
  theme jsonb,
  expected_attendance jsonb,
  actual_attendance jsonb,
  announced_side_events integer check (announced_side_events >= 0),
  constraint events_uid_once unique (uid),
  constraint events_parent_known foreign key (parent_id) references events,
  constraint events_place_known foreign key (place_id) references places,
  constraint events_responsible_known foreign key (responsible_id) references actors,
  constraint events_series_known foreign key (series_id) references forum_series
);
create index events_by_name on events (sort_name, id);
create index events_by_update on events (updated_at, id);
create index events_by_search on events using gin (search public.gin_trgm_ops);
-- With the first day beside the last, a list of events between two days passes over others without reading them.
create index events_by_day on events (latest_day desc, id desc, earliest_day);
create index events_by_kind_and_day on events (kind, latest_day desc, id desc, earliest_day);
create index events_long on events (latest_day desc, id desc) where latest_day > earliest_day + 14;
create index events_long_by_kind on events (kind, latest_day desc, id desc) where latest_day > earliest_day + 14;
create index events_by_parent on events (parent_id);
create index events_by_series on events (series_id, latest_day desc, id desc);
create index events_by_responsible on events (responsible_id, latest_day desc, id desc);
create trigger events_without_circle after insert or update of parent_id on events
  for each row when (new.parent_id is not null) execute function refuse_parent_circle();

create table event_legs (
  id uuid primary key,
  event_id uuid not null references events,
  position integer not null,
  place_id uuid,
  starts text,
  ends text,
  constraint event_legs_whole unique (event_id, id),
  constraint event_legs_place_known foreign key (place_id) references places
);
create index event_legs_in_order on event_legs (event_id, position);

create table event_topics (
  event_id uuid not null references events,
  topic_id uuid not null,
  position integer not null,
  primary key (event_id, topic_id),
  constraint event_topics_topic_known foreign key (topic_id) references topics
);
create index event_topics_by_topic on event_topics (topic_id);

create table event_earlier_dates (
  id uuid primary key,
  event_id uuid not null references events,
  starts text,
  ends text,
  changed_at timestamptz(3) not null,
  changed_by_id uuid not null references actors,
  reason text
);
create index event_earlier_dates_of_event on event_earlier_dates (event_id, id);

create function public.visible_events(caller jsonb) returns setof events
language sql stable parallel safe as $$
  select * from public.events where caller is not null or visibility = 'public'
$$;

select keep_history('events'), keep_list_history('event_legs', 'event_id', 'legs'),
  keep_list_history('event_topics', 'event_id', 'topic_ids', 'topic_id');
create trigger events_stamp after insert or update or delete or truncate on events
  for each statement execute function stamp_change();
create trigger event_legs_stamp after insert or update or delete or truncate on event_legs
  for each statement execute function stamp_change();
create trigger event_topics_stamp after insert or update or delete or truncate on event_topics
  for each statement execute function stamp_change();

-- down
drop function public.visible_events(jsonb);
drop table event_earlier_dates;
drop table event_topics;
drop table event_legs;
drop table events;
