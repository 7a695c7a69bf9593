-- Topics, each within another or at the top.

-- up
create table topics (
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
  parent_id uuid,
  constraint topics_parent_known foreign key (parent_id) references topics
);
create index topics_by_name on topics (sort_name, id);
create index topics_by_update on topics (updated_at, id);
create index topics_by_search on topics using gin (search public.gin_trgm_ops);
create index topics_by_parent on topics (parent_id, sort_name);
create trigger topics_without_circle after insert or update of parent_id on topics
  for each row when (new.parent_id is not null) execute function refuse_parent_circle();

-- Who carries no token sees them too: public forums name them.
create function public.visible_topics(caller jsonb) returns setof topics
language sql stable parallel safe as $$
  select * from public.topics
$$;

select keep_history('topics');
create trigger topics_stamp after insert or update or delete or truncate on topics
  for each statement execute function stamp_change();

-- down
drop function public.visible_topics(jsonb);
drop table topics;
