-- Conflicts of agendas that somebody has answered for.

-- up
-- A conflict is known by a hash of what makes it up, so that an acknowledgement ends with its cause.
create table conflict_acknowledgements (
  id uuid primary key,
  fingerprint uuid not null,
  reason text not null,
  at timestamptz(3) not null,
  by_id uuid not null references actors
);
create index conflict_acknowledgements_by_fingerprint on conflict_acknowledgements (fingerprint, id desc);

-- down
drop table conflict_acknowledgements;
