-- Which entries a private calendar had, and how each was, when a program was given it: what changed since is the difference.

-- up
create table calendar_maps (
  link_id uuid not null references calendar_links on delete cascade,
  collection text not null check (collection in ('forums', 'visits', 'programme', 'bookings', 'follow-ups')),
  name bytea not null,
  members jsonb not null check (jsonb_typeof(members) = 'object'),
  noted_at timestamptz(3) not null,
  primary key (link_id, collection, name)
);
create index calendar_maps_by_age on calendar_maps (link_id, collection, noted_at);

-- down
drop table calendar_maps;
