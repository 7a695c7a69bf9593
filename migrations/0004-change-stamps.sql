-- How often each table that calendars show has changed.

-- up
-- The stamp of a table is the sum of its rows here. A transaction that writes to the table raises whichever row no
-- other transaction holds, or adds one, so that writers never wait for each other and the rows are as many as ever
-- wrote at once. The rise becomes visible with the commit, together with what was written and in whatever order
-- transactions end: who reads stamp and data in one statement knows by an equal sum that nothing was committed
-- since. Clocks and ids of transactions play no part.
create table change_stamps (
  id bigint generated always as identity primary key,
  table_name text not null,
  changes bigint not null
) with (fillfactor = 50);

create function public.stamp_change() returns trigger language plpgsql as $$
declare
  mark constant text := 'corteo.stamped_' || tg_table_name;
  free bigint;
begin
  if current_setting(mark, true) = 'yes' then return null; end if;
  select id into free from public.change_stamps
    where table_name = tg_table_name limit 1 for update skip locked;
  if found then
    update public.change_stamps set changes = changes + 1 where id = free;
  else
    insert into public.change_stamps (table_name, changes) values (tg_table_name, 1);
  end if;
  perform set_config(mark, 'yes', true);
  return null;
end $$;

-- down
drop table change_stamps;
drop function public.stamp_change();
