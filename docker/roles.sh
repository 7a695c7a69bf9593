#!/bin/sh
# Runs once, when the database is made: one role owns it and migrates, another works with it, and the superuser, which
# neither of them is, can come in from inside the container alone.
set -eu

psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \
  --set=database="$POSTGRES_DB" --set=password="$POSTGRES_PASSWORD" --file=- <<'SQL'
create role owner_of_corteo login password :'password';
create role user_of_corteo login password :'password';
alter database :"database" owner to owner_of_corteo;
revoke all on database :"database" from public;
grant connect on database :"database" to user_of_corteo;
alter role current_user password null;
SQL
