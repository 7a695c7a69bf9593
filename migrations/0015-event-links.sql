-- How an event relates to others.

-- up
create table event_links (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  event_id uuid not null references events,
  to_id uuid not null,
  kind text not null check (kind in ('in_preparation_for', 'coincides_with', 'follows', 'replaces')),
  constraint event_links_to_known foreign key (to_id) references events,
  constraint event_links_once unique (event_id, to_id, kind),
  constraint event_links_not_itself check (event_id <> to_id)
);
create index event_links_by_target on event_links (to_id);

create function public.visible_event_links(caller jsonb) returns setof event_links
language sql stable parallel safe as $$
  select l.* from public.event_links l
  where caller is not null and exists (select from public.visible_events(caller) e where e.id = l.to_id)
$$;

select keep_history('event_links');

-- down
drop function public.visible_event_links(jsonb);
drop table event_links;
