-- What dossiers recorded: which record each entry became, so that importing one again finds it, and what it held then.

-- up
create table dossier_entries (
  dossier text not null,
  path text not null,
  record_kind text not null,
  record_id uuid not null,
  version integer not null,
  said jsonb not null,
  settled jsonb not null,
  primary key (dossier, path)
);
create index dossier_entries_of_record on dossier_entries (record_id);

-- down
drop table dossier_entries;
