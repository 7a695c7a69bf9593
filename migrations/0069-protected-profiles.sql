-- What is kept of people under protection. The database sees nothing but ciphertext: each field on its own, with the id
-- of its key. There is no history of it, and what is erased is gone.

-- up
create table protected_profiles (
  person_id uuid primary key references people,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  passport bytea,
  birth_date bytea,
  visa bytea,
  dietary bytea,
  medical bytea,
  emergency_contact bytea,
  notes bytea
);

-- down
drop table protected_profiles;
