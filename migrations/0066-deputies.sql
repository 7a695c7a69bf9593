-- Who acts for whom, until when; history names both.

-- up
create table deputies (
  id uuid primary key,
  actor_id uuid not null references actors,
  principal_id uuid not null references actors,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  reason text not null,
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  ended_at timestamptz(3),
  constraint deputies_other check (actor_id <> principal_id),
  constraint deputies_in_order check (starts_at < ends_at)
);
create index deputies_of_actor on deputies (actor_id, principal_id);

-- Whoever writes says for the transaction who it is, and whose deputy: every note of it tells so.
create function public.on_behalf_of() returns uuid language sql stable parallel safe as $$
  select (nullif(current_setting('corteo.caller', true), '')::jsonb -> 'actors' ->> 1)::uuid
$$;
alter table history add column for_id uuid default public.on_behalf_of();
alter table status_changes add column for_id uuid default public.on_behalf_of();

-- down
alter table status_changes drop column for_id;
alter table history drop column for_id;
drop function public.on_behalf_of();
drop table deputies;
