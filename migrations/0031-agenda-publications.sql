-- Agendas as they were published: what was published stays as it was published.

-- up
create table agenda_publications (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  event_id uuid not null references events,
  number integer not null check (number > 0),
  note text,
  constraint agenda_publications_number_once unique (event_id, number)
);

-- A published version holds what an item was like, and refers to people, so that they are named as they are now.
create table published_items (
  publication_id uuid not null references agenda_publications,
  item_id uuid not null references agenda_items,
  place_in_order integer not null,
  kind text not null,
  title jsonb not null,
  abstract jsonb,
  starts_at timestamptz(3),
  ends_at timestamptz(3),
  time_zone text,
  on_date text,
  leg_id uuid,
  place_id uuid references places,
  status text not null,
  audience text not null,
  uid text not null,
  sequence integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (publication_id, item_id)
);

create table published_participations (
  publication_id uuid not null,
  item_id uuid not null,
  participation_id uuid not null references participations,
  person_id uuid references people,
  organization_id uuid references organizations,
  delegation_id uuid references delegations,
  "group" jsonb,
  role text not null,
  primary key (publication_id, item_id, participation_id),
  foreign key (publication_id, item_id) references published_items
);

create function public.visible_agenda_publications(caller jsonb) returns setof agenda_publications
language sql stable parallel safe as $$
  select * from public.agenda_publications p
  where caller is not null or exists (select from public.visible_events(caller) e where e.id = p.event_id)
$$;

create function public.visible_published_items(caller jsonb) returns setof published_items
language sql stable parallel safe as $$
  select * from public.published_items where caller is not null or audience = 'public'
$$;

select keep_history('agenda_publications'), keep_unaltered('agenda_publications'), keep_unaltered('published_items'),
  keep_unaltered('published_participations');

-- down
drop function public.visible_published_items(jsonb);
drop function public.visible_agenda_publications(jsonb);
drop table published_participations;
drop table published_items;
drop table agenda_publications;
