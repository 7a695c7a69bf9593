-- The members of delegations, in order of precedence.

-- up
create table delegation_members (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  delegation_id uuid not null references delegations,
  person_id uuid,
  "group" jsonb,
  placeholder jsonb,
  role text not null check (role in ('head', 'deputy_head', 'member', 'secretary', 'interpreter', 'adviser',
    'security', 'press', 'accompanying', 'staff')),
  title jsonb,
  organization_id uuid,
  precedence integer not null check (precedence > 0),
  precedence_reason text,
  languages text[] not null,
  status text not null,
  replaces_id uuid,
  constraint delegation_members_person_known foreign key (person_id) references people,
  constraint delegation_members_organization_known foreign key (organization_id) references organizations,
  constraint delegation_members_whole unique (delegation_id, id),
  constraint delegation_members_replaces_known foreign key (delegation_id, replaces_id)
    references delegation_members (delegation_id, id),
  constraint delegation_members_one_subject check (num_nonnulls(person_id, "group", placeholder) = 1)
);
create index delegation_members_in_order on delegation_members (delegation_id, precedence, id);
create index delegation_members_by_person on delegation_members (person_id);
create index delegation_members_by_organization on delegation_members (organization_id);
create unique index delegation_members_one_head on delegation_members (delegation_id)
  where role = 'head' and archived_at is null and status not in ('declined', 'withdrawn', 'replaced', 'absent');
create unique index delegation_members_person_once on delegation_members (delegation_id, person_id)
  where archived_at is null and status not in ('declined', 'withdrawn', 'replaced', 'absent');

create function public.visible_delegation_members(caller jsonb) returns setof delegation_members
language sql stable parallel safe as $$
  select * from public.delegation_members where caller is not null
$$;

select keep_history('delegation_members');

-- down
drop function public.visible_delegation_members(jsonb);
drop table delegation_members;
