-- How an organization relates to another, to a person or to a place.

-- up
create table organization_relations (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  organization_id uuid not null references organizations,
  kind text not null check (kind in ('subsidiary_of', 'member_of', 'partner_of', 'founded_by', 'operates',
    'present_in')),
  to_organization_id uuid,
  to_person_id uuid,
  to_place_id uuid,
  since text,
  since_earliest date generated always as (public.partial_date_earliest(since)) stored,
  since_latest date generated always as (public.partial_date_latest(since)) stored,
  until text,
  until_earliest date generated always as (public.partial_date_earliest(until)) stored,
  until_latest date generated always as (public.partial_date_latest(until)) stored,
  constraint organization_relations_organization_known foreign key (to_organization_id) references organizations,
  constraint organization_relations_person_known foreign key (to_person_id) references people,
  constraint organization_relations_place_known foreign key (to_place_id) references places,
  constraint organization_relations_one_target check (num_nonnulls(to_organization_id, to_person_id, to_place_id) = 1),
  constraint organization_relations_not_itself check (organization_id <> to_organization_id)
);
create index organization_relations_of_organization on organization_relations (organization_id, id);

create function public.visible_organization_relations(caller jsonb) returns setof organization_relations
language sql stable parallel safe as $$
  select * from public.organization_relations where caller is not null
$$;

select keep_history('organization_relations');

-- down
drop function public.visible_organization_relations(jsonb);
drop table organization_relations;
