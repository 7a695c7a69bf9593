-- The changes of one transaction are told by a mark that no other transaction has, in this cluster or in the one that a
-- backup came from: the numbers of transactions begin anew where a database is restored.

-- up
-- The instant at which the transaction began, and its number: nobody chooses either, both stay the same in savepoints.
create function public.transaction_mark() returns uuid language sql stable
return encode(
  int8send((extract(epoch from transaction_timestamp()) * 1000000)::bigint)
    || int8send(pg_current_xact_id()::text::bigint), 'hex')::uuid;

alter table history
  alter column transaction drop default,
  alter column transaction type uuid using ('0000000000000000' || lpad(to_hex(transaction::text::bigint), 16, '0'))::uuid,
  alter column transaction set default public.transaction_mark();
alter table status_changes
  alter column transaction drop default,
  alter column transaction type uuid using ('0000000000000000' || lpad(to_hex(transaction::text::bigint), 16, '0'))::uuid,
  alter column transaction set default public.transaction_mark();

create or replace function public.note_list() returns trigger language plpgsql
security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
declare
  mark constant uuid := public.transaction_mark();
  owners uuid[];
begin
  if tg_op = 'INSERT' then
    owners := array(select distinct (to_jsonb(c) ->> tg_argv[0])::uuid from changed c);
  elsif tg_op = 'DELETE' then
    owners := array(select distinct (to_jsonb(f) ->> tg_argv[0])::uuid from former f);
  else
    owners := array(select (to_jsonb(c) ->> tg_argv[0])::uuid from changed c
                    union select (to_jsonb(f) ->> tg_argv[0])::uuid from former f);
  end if;
  -- The first that is noted of a record is its creation.
  owners := array(select owner from unnest(owners) owner where mark is distinct from (
    select h.transaction from public.history h where h.record_id = owner order by h.id limit 1));
  if owners = '{}' then return null; end if;
  execute format('
    with present as (select * from public.%1$I where %2$I = any ($1)),
    past as (select * from present %4$s %5$s),
    lists as (
      select owner,
        (select coalesce(jsonb_agg(%3$s order by e.position), ''[]'') from past e where e.%2$I = owner) as was,
        (select coalesce(jsonb_agg(%3$s order by e.position), ''[]'') from present e where e.%2$I = owner) as is_now
      from unnest($1) owner)
    insert into public.history (record_id, table_name, version, at, by_id, kind, changes)
    select l.owner, coalesce(last.table_name, %6$L), coalesce(last.version, 1),
      coalesce(last.at, now()), last.by_id, ''changed'', jsonb_build_object($2, jsonb_build_array(l.was, l.is_now))
    from lists l left join lateral (
      select h.table_name, h.version,
        case when h.transaction = $3 then h.at end as at,
        case when h.transaction = $3 then h.by_id end as by_id
      from public.history h where h.record_id = l.owner order by h.id desc limit 1) last on true
    where l.was <> l.is_now',
    tg_table_name, tg_argv[0], tg_argv[2],
    case when tg_op <> 'DELETE' then 'except all select * from changed' end,
    case when tg_op <> 'INSERT' then 'union all select * from former' end, tg_table_name)
  using owners, tg_argv[1], mark;
  return null;
end $$;

-- down
create or replace function public.note_list() returns trigger language plpgsql
security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
declare
  owners uuid[];
begin
  if tg_op = 'INSERT' then
    owners := array(select distinct (to_jsonb(c) ->> tg_argv[0])::uuid from changed c);
  elsif tg_op = 'DELETE' then
    owners := array(select distinct (to_jsonb(f) ->> tg_argv[0])::uuid from former f);
  else
    owners := array(select (to_jsonb(c) ->> tg_argv[0])::uuid from changed c
                    union select (to_jsonb(f) ->> tg_argv[0])::uuid from former f);
  end if;
  -- The first that is noted of a record is its creation.
  owners := array(select owner from unnest(owners) owner where pg_current_xact_id() is distinct from (
    select h.transaction from public.history h where h.record_id = owner order by h.id limit 1));
  if owners = '{}' then return null; end if;
  execute format('
    with present as (select * from public.%1$I where %2$I = any ($1)),
    past as (select * from present %4$s %5$s),
    lists as (
      select owner,
        (select coalesce(jsonb_agg(%3$s order by e.position), ''[]'') from past e where e.%2$I = owner) as was,
        (select coalesce(jsonb_agg(%3$s order by e.position), ''[]'') from present e where e.%2$I = owner) as is_now
      from unnest($1) owner)
    insert into public.history (record_id, table_name, version, at, by_id, kind, changes)
    select l.owner, coalesce(last.table_name, %6$L), coalesce(last.version, 1),
      coalesce(last.at, now()), last.by_id, ''changed'', jsonb_build_object($2, jsonb_build_array(l.was, l.is_now))
    from lists l left join lateral (
      select h.table_name, h.version,
        case when h.transaction = pg_current_xact_id() then h.at end as at,
        case when h.transaction = pg_current_xact_id() then h.by_id end as by_id
      from public.history h where h.record_id = l.owner order by h.id desc limit 1) last on true
    where l.was <> l.is_now',
    tg_table_name, tg_argv[0], tg_argv[2],
    case when tg_op <> 'DELETE' then 'except all select * from changed' end,
    case when tg_op <> 'INSERT' then 'union all select * from former' end, tg_table_name)
  using owners, tg_argv[1];
  return null;
end $$;

alter table status_changes
  alter column transaction drop default,
  alter column transaction type xid8 using ('x' || right(replace(transaction::text, '-', ''), 16))::bit(64)::bigint::text::xid8,
  alter column transaction set default pg_current_xact_id();
alter table history
  alter column transaction drop default,
  alter column transaction type xid8 using ('x' || right(replace(transaction::text, '-', ''), 16))::bit(64)::bigint::text::xid8,
  alter column transaction set default pg_current_xact_id();

drop function public.transaction_mark();
