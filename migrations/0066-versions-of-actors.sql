-- Which state of an actor a change is based on.

-- up
alter table actors add version integer not null default 1 constraint actors_version_check check (version > 0);

-- down
alter table actors drop version;
