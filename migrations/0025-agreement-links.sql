-- How an agreement relates to others.

-- up
create table agreement_links (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  agreement_id uuid not null references agreements,
  to_id uuid not null,
  kind text not null check (kind in ('renews', 'replaces', 'amends', 'implements', 'preceded_by')),
  constraint agreement_links_to_known foreign key (to_id) references agreements,
  constraint agreement_links_not_itself check (agreement_id <> to_id)
);
create unique index agreement_links_once on agreement_links (agreement_id, to_id, kind) where archived_at is null;
create index agreement_links_by_target on agreement_links (to_id, kind);

create function public.visible_agreement_links(caller jsonb) returns setof agreement_links
language sql stable parallel safe as $$
  select * from public.agreement_links where caller is not null
$$;

select keep_history('agreement_links');

-- down
drop function public.visible_agreement_links(jsonb);
drop table agreement_links;
