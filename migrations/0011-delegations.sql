-- Delegations, the organizations they come from and what they are about.

-- up
create table delegations (
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
  kind text check (kind in ('official', 'business', 'academic', 'inspection', 'student', 'mixed')),
  origin_place_id uuid,
  declared_size jsonb,
  purpose jsonb,
  focal_point_id uuid,
  status text not null,
  constraint delegations_origin_known foreign key (origin_place_id) references places,
  constraint delegations_focal_point_known foreign key (focal_point_id) references people
);
create index delegations_by_name on delegations (sort_name, id);
create index delegations_by_update on delegations (updated_at, id);
create index delegations_by_search on delegations using gin (search public.gin_trgm_ops);
create index delegations_by_origin on delegations (origin_place_id, sort_name);

create table delegation_organizations (
  delegation_id uuid not null references delegations,
  organization_id uuid not null,
  position integer not null,
  primary key (delegation_id, organization_id),
  constraint delegation_organizations_organization_known foreign key (organization_id) references organizations
);
create index delegation_organizations_by_organization on delegation_organizations (organization_id);

create table delegation_topics (
  delegation_id uuid not null references delegations,
  topic_id uuid not null,
  position integer not null,
  primary key (delegation_id, topic_id),
  constraint delegation_topics_topic_known foreign key (topic_id) references topics
);
create index delegation_topics_by_topic on delegation_topics (topic_id);

create function public.visible_delegations(caller jsonb) returns setof delegations
language sql stable parallel safe as $$
  select * from public.delegations where caller is not null
$$;

select keep_history('delegations'),
  keep_list_history('delegation_organizations', 'delegation_id', 'organization_ids', 'organization_id'),
  keep_list_history('delegation_topics', 'delegation_id', 'topic_ids', 'topic_id');

-- down
drop function public.visible_delegations(jsonb);
drop table delegation_topics;
drop table delegation_organizations;
drop table delegations;
