-- Who acts, and by which token.

-- up
create table actors (
  id uuid primary key,
  name text not null,
  created_at timestamptz(3) not null,
  constraint actors_name_once unique (name)
);

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
