-- The parties to agreements.

-- up
create table agreement_parties (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  agreement_id uuid not null references agreements,
  organization_id uuid not null,
  side text,
  role text,
  signatory_unknown boolean not null,
  constraint agreement_parties_whole unique (agreement_id, id),
  constraint agreement_parties_organization_known foreign key (organization_id) references organizations
);
create unique index agreement_parties_once on agreement_parties (agreement_id, organization_id)
  where archived_at is null;
create index agreement_parties_by_organization on agreement_parties (organization_id, agreement_id);
create index agreement_parties_by_side on agreement_parties (lower(side), agreement_id);

create function public.visible_agreement_parties(caller jsonb) returns setof agreement_parties
language sql stable parallel safe as $$
  select * from public.agreement_parties where caller is not null
$$;

select keep_history('agreement_parties');

-- down
drop function public.visible_agreement_parties(jsonb);
drop table agreement_parties;
