-- Gifts that the office has given or received.

-- up
create table gifts (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  notes jsonb,
  title jsonb not null,
  direction text not null check (direction in ('given', 'received')),
  organization_id uuid not null,
  constraint gifts_organization_known foreign key (organization_id) references organizations
);

create function public.visible_gifts(caller jsonb) returns setof gifts
language sql stable parallel safe as $$ select * from public.gifts where caller is not null $$;
select keep_history('gifts'), keep_references_in_use('gifts');

-- down
drop function public.visible_gifts(jsonb);
drop table gifts;
