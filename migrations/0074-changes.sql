-- What changed in all kinds of record, one after the other: who keeps a copy reads on from where they were.

-- up
-- A change gets its position from whoever reads first after its commit, so that one which commits late stands behind those
-- that readers know already. A position is never taken again, and goes along in backups.
create table changes (
  position bigint,
  record_id uuid not null,
  entry bigint not null,
  of_table regclass not null
);
create unique index changes_in_order on changes (position) where position is not null;
create index changes_by_table on changes (of_table, position) where position is not null;
create index changes_without_position on changes (entry) where position is null;

-- What one transaction wrote of one version is one change, in however many tables.
insert into changes (position, record_id, entry, of_table)
select row_number() over (order by entry), record_id, entry, ('public.' || table_name)::regclass from (
  select distinct on (record_id, version, transaction) record_id, id as entry, table_name
  from history order by record_id, version, transaction, id) told;

create function public.note_unread() returns trigger language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.changes (record_id, entry, of_table)
  select record_id, id, ('public.' || table_name)::regclass from added;
  return null;
end $$;
create trigger history_note_unread after insert on history referencing new table as added
  for each statement execute function public.note_unread();

-- Numbers what has been committed. Whoever comes meanwhile waits for the end of the transaction, and then sees it.
create function public.number_changes() returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock('public.changes'::regclass::bigint);
  with unread as (
    select c.ctid as place, c.entry, exists (
      select from public.history f where f.record_id = c.record_id and f.id < c.entry
        and f.version = h.version and f.transaction = h.transaction) as is_told
    from public.changes c join public.history h on h.record_id = c.record_id and h.id = c.entry
    where c.position is null order by c.entry limit 10000),
  taken as (delete from public.changes c using unread u where c.ctid = u.place and u.is_told),
  numbered as (select u.place, row_number() over (order by u.entry) as number from unread u where not u.is_told)
  update public.changes c set position = n.number + (
    select coalesce(max(o.position), 0) from public.changes o where o.position is not null)
  from numbered n where c.ctid = n.place;
end $$;

-- down
drop trigger history_note_unread on history;
drop table changes;
drop function public.number_changes();
drop function public.note_unread();
