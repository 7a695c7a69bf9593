-- Who acts, and by which token.

-- up
create table actors (
  id uuid primary key,
  name text not null,
  created_at timestamptz(3) not null,
  kind text not null default 'holder' check (kind in ('holder', 'system'))
);
-- A token finds its actor by label: whatever the label, it is none of the system's.
create unique index actors_name_once on actors (name) where kind = 'holder';

-- The office itself, for work that nobody asked for.
insert into actors (id, name, created_at, kind)
values ('00000000-0000-7000-8000-000000000001', 'Corteo', '2026-01-01T00:00Z', 'system');

create table access_tokens (
  id uuid primary key,
  actor_id uuid not null references actors,
  scope text not null check (scope in ('read', 'write')),
  hash bytea not null,
  created_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  constraint access_tokens_hash_once unique (hash)
);

-- down
drop table access_tokens;
drop table actors;
