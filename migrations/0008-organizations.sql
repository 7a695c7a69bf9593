-- Organizations, where they are and what they are about.

-- up
create table organizations (
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
  kind text not null check (kind in ('municipality', 'government', 'agency', 'university', 'research', 'company',
    'association', 'federation', 'incubator', 'science_centre', 'joint_lab', 'financial', 'other')),
  parent_id uuid,
  place_id uuid,
  founded text,
  founded_earliest date generated always as (public.partial_date_earliest(founded)) stored,
  founded_latest date generated always as (public.partial_date_latest(founded)) stored,
  member_count jsonb,
  website text,
  constraint organizations_parent_known foreign key (parent_id) references organizations,
  constraint organizations_place_known foreign key (place_id) references places
);
create index organizations_by_name on organizations (sort_name, id);
create index organizations_by_update on organizations (updated_at, id);
create index organizations_by_search on organizations using gin (search public.gin_trgm_ops);
create index organizations_by_parent on organizations (parent_id, sort_name);
create index organizations_by_place on organizations (place_id, sort_name);
create trigger organizations_without_circle after insert or update of parent_id on organizations
  for each row when (new.parent_id is not null) execute function refuse_parent_circle();

create table organization_topics (
  organization_id uuid not null references organizations,
  topic_id uuid not null,
  position integer not null,
  primary key (organization_id, topic_id),
  constraint organization_topics_topic_known foreign key (topic_id) references topics
);
create index organization_topics_by_topic on organization_topics (topic_id);

create function public.visible_organizations(caller jsonb) returns setof organizations
language sql stable parallel safe as $$
  select * from public.organizations where caller is not null
$$;

select keep_history('organizations'),
  keep_list_history('organization_topics', 'organization_id', 'topic_ids', 'topic_id');

-- down
drop function public.visible_organizations(jsonb);
drop table organization_topics;
drop table organizations;
