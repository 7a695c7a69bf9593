-- Answers by the key of their request, so that a request sent again is not done again.

-- up
create table idempotency_keys (
  actor_id uuid not null references actors,
  key text collate "C" not null,
  request text not null,
  answer text,
  facts jsonb,
  at timestamptz(3) not null,
  constraint idempotency_keys_once primary key (actor_id, key)
);
create index idempotency_keys_by_age on idempotency_keys (at);

-- down
drop table idempotency_keys;
