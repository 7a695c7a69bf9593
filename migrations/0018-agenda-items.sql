-- The items of agendas, the rooms they book, who hosts them and what they are about.

-- up
create table agenda_items (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  event_id uuid not null references events,
  leg_id uuid,
  parent_id uuid,
  is_part boolean not null generated always as (parent_id is not null) stored,
  parent_is_part boolean generated always as (case when parent_id is not null then false end) stored,
  position integer not null check (position >= 0),
  kind text not null check (kind in ('opening', 'keynote', 'speech', 'panel', 'meeting', 'company_visit', 'tour',
    'workshop', 'presentation', 'signing', 'ceremony', 'award', 'launch', 'press', 'meal', 'transfer', 'reception',
    'rest')),
  title jsonb not null,
  abstract jsonb,
  starts_at timestamptz(3),
  ends_at timestamptz(3),
  time_zone text,
  on_date text,
  on_date_earliest date generated always as (public.partial_date_earliest(on_date)) stored,
  on_date_latest date generated always as (public.partial_date_latest(on_date)) stored,
  place_id uuid,
  track text,
  languages text[] not null,
  audience text not null check (audience in ('public', 'guests', 'hosts', 'internal')),
  status text not null,
  uid text not null,
  sequence integer not null check (sequence >= 0),
  place_kind text,
  during tstzrange generated always as (case
    when starts_at is null then null
    when ends_at > starts_at then tstzrange(starts_at, ends_at)
    else tstzrange(starts_at, starts_at, '[]') end) stored,
  constraint agenda_items_uid_once unique (uid),
  constraint agenda_items_whole unique (event_id, id),
  constraint agenda_items_leg_known foreign key (event_id, leg_id) references event_legs (event_id, id),
  constraint agenda_items_parent_known foreign key (event_id, parent_id) references agenda_items (event_id, id),
  constraint agenda_items_whole_by_level unique (event_id, is_part, id),
  -- What an item is part of is no part itself: so no parts of parts, and no circle.
  constraint agenda_items_one_level foreign key (event_id, parent_is_part, parent_id)
    references agenda_items (event_id, is_part, id),
  constraint agenda_items_place_known foreign key (place_id) references places,
  constraint agenda_items_place_kind_known foreign key (place_id, place_kind) references places (id, kind)
    on update cascade,
  constraint agenda_items_end_after_start check (ends_at is null or ends_at >= starts_at),
  constraint agenda_items_one_time check (starts_at is null or on_date is null),
  constraint agenda_items_zoned check (starts_at is null or time_zone is not null),
  -- Parts share the room of what they are part of. Checked at the end of a statement, so that one can swap rooms.
  constraint agenda_items_one_booking exclude using gist (place_id with =, during with &&)
    where (place_kind = 'room' and parent_id is null and status = 'confirmed' and ends_at is not null
      and archived_at is null)
    deferrable initially immediate
);
create index agenda_items_in_order on agenda_items (event_id, position, id);
create index agenda_items_of_leg on agenda_items (leg_id);
create index agenda_items_of_parent on agenda_items (parent_id);
create index agenda_items_of_place on agenda_items using gist (place_id, during);

-- An item knows the kind of its place: written by a trigger, kept true by the foreign key, which also makes a
-- change of the kind wait for items that are being written.
create function public.note_kind_of_place() returns trigger language plpgsql as $$
begin
  new.place_kind := (select kind from public.places where id = new.place_id);
  return new;
end $$;
create trigger agenda_items_note_kind_of_place before insert or update of place_id on agenda_items
  for each row execute function note_kind_of_place();

create table agenda_item_hosts (
  item_id uuid not null references agenda_items,
  organization_id uuid not null,
  position integer not null,
  primary key (item_id, organization_id),
  constraint agenda_item_hosts_organization_known foreign key (organization_id) references organizations
);
create index agenda_item_hosts_by_organization on agenda_item_hosts (organization_id);

create table agenda_item_topics (
  item_id uuid not null references agenda_items,
  topic_id uuid not null,
  position integer not null,
  primary key (item_id, topic_id),
  constraint agenda_item_topics_topic_known foreign key (topic_id) references topics
);

create function public.visible_agenda_items(caller jsonb) returns setof agenda_items
language sql stable parallel safe as $$
  select * from public.agenda_items where caller is not null or audience = 'public'
$$;

select keep_history('agenda_items', derived => '{place_kind}'),
  keep_list_history('agenda_item_hosts', 'item_id', 'host_organization_ids', 'organization_id'),
  keep_list_history('agenda_item_topics', 'item_id', 'topic_ids', 'topic_id');

-- down
drop function public.visible_agenda_items(jsonb);
drop table agenda_item_topics;
drop table agenda_item_hosts;
drop table agenda_items;
drop function public.note_kind_of_place();
