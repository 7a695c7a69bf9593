-- What an office keeps of sources and their documents only for a time goes: never from records in use, and never what is
-- younger than 30 days, whoever asks for it. The records stay, and history keeps that there was something, and not what.

-- up
-- As before, and what is forgotten in time goes by the functions below.
create or replace function public.refuse_rewriting() returns trigger language plpgsql as $$
begin
  if (tg_op = 'UPDATE' and tg_table_name not in ('erasures', 'erased_documents')
      or tg_op = 'DELETE' and tg_table_name in ('documents', 'document_pieces'))
    and exists (select from public.erasures where transaction = public.transaction_mark()) then return null; end if;
  if (tg_op, tg_table_name) in (('UPDATE', 'history'), ('DELETE', 'documents'), ('DELETE', 'document_pieces'))
    and current_setting('corteo.forgets', true) = 'records' then return null; end if;
  if tg_op <> 'TRUNCATE' and tg_table_name in ('published_items', 'published_participations')
    and exists (select from public.merges where transaction = public.transaction_mark()) then return null; end if;
  raise exception '% is only added to: nothing in it is changed or taken away', tg_table_name
    using errcode = 'insufficient_privilege', table = tg_table_name;
end $$;

-- The tables of records that may have a document.
create function public.documented_tables() returns table (table_name text) language sql stable parallel safe as $$
  select c.relname::text from pg_catalog.pg_constraint k join pg_catalog.pg_class c on c.oid = k.conrelid
  where k.contype = 'f' and k.confrelid = 'public.documents'::regclass and k.conrelid <> 'public.document_pieces'::regclass
$$;

-- The documents of records that were put away before, and those that were taken from their record before.
create function public.documents_due(before timestamptz) returns table (record_id uuid, checksum text)
language plpgsql stable as $$
declare
  holder text;
begin
  for holder in select d.table_name from public.documented_tables() d loop
    return query execute format('
      select t.id, t.document_checksum from public.%1$I t where t.archived_at < $1 and t.document_checksum is not null
      union
      select h.record_id, h.changes -> ''document_checksum'' ->> 0 from public.history h
      where h.table_name = %1$L and h.at < $1 and h.changes -> ''document_checksum'' ->> 0 is not null
        and not exists (select from public.%1$I t
          where t.id = h.record_id and t.document_checksum = h.changes -> ''document_checksum'' ->> 0)', holder)
      using before;
  end loop;
end $$;

-- Bytes go once no record has them, and no history names them.
create function public.forget_documents(before timestamptz, most integer, moment timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  due record;
  holder text;
  held boolean;
  forgotten integer := 0;
begin
  perform set_config('corteo.forgets', 'records', true);
  for due in select d.* from public.documents_due(least(before, now() - interval '30 days')) d limit most loop
    for holder in select d.table_name from public.documented_tables() d loop
      execute format('update public.%I t set document_checksum = null, document_name = null, version = t.version + 1,
          updated_at = $3, updated_by_id = ''00000000-0000-7000-8000-000000000001''
        where t.id = $1 and t.document_checksum = $2 and t.archived_at is not null', holder)
        using due.record_id, due.checksum, moment;
    end loop;
    update public.history h
    set changes = h.changes || public.unsaid(h.changes, '{"document_checksum": null, "document_name": null}')
    where h.record_id = due.record_id
      and due.checksum in (h.changes -> 'document_checksum' ->> 0, h.changes -> 'document_checksum' ->> 1);
    forgotten := forgotten + 1;
    -- Whoever is giving it to another record now has to be waited for.
    perform from public.documents where checksum = due.checksum for update;
    held := exists (select from public.history h
      where due.checksum in (h.changes -> 'document_checksum' ->> 0, h.changes -> 'document_checksum' ->> 1));
    for holder in select d.table_name from public.documented_tables() d loop
      execute format('select $2 or exists (select from public.%I t where t.document_checksum = $1)', holder)
        into held using due.checksum, held;
    end loop;
    continue when held;
    delete from public.document_pieces where checksum = due.checksum;
    delete from public.documents where checksum = due.checksum;
  end loop;
  perform set_config('corteo.forgets', '', true);
  return forgotten;
end $$;

-- The sources that were put away before and hold a text, an author or notes still.
create function public.sources_due(before timestamptz) returns table (id uuid) language sql stable parallel safe as $$
  select s.id from public.sources s where s.archived_at < before and num_nonnulls(s.text, s.author, s.notes) > 0
$$;

create function public.forget_sources(before timestamptz, most integer, moment timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  due constant uuid[] := array(select d.id from public.sources_due(least(before, now() - interval '30 days')) d limit most);
begin
  perform set_config('corteo.forgets', 'records', true);
  update public.sources s set text = null, author = null, notes = null, ranges = '[]', breaks_off_at = null,
    version = s.version + 1, updated_at = moment, updated_by_id = '00000000-0000-7000-8000-000000000001'
  where s.id = any (due);
  update public.history h
  set changes = h.changes || public.unsaid(h.changes, '{"text": null, "author": null, "notes": null, "ranges": null}')
  where h.record_id = any (due) and h.changes ?| array['text', 'author', 'notes', 'ranges'];
  perform set_config('corteo.forgets', '', true);
  return cardinality(due);
end $$;

-- down
drop function public.forget_sources(timestamptz, integer, timestamptz);
drop function public.sources_due(timestamptz);
drop function public.forget_documents(timestamptz, integer, timestamptz);
drop function public.documents_due(timestamptz);
drop function public.documented_tables();
create or replace function public.refuse_rewriting() returns trigger language plpgsql as $$
begin
  if (tg_op = 'UPDATE' and tg_table_name not in ('erasures', 'erased_documents')
      or tg_op = 'DELETE' and tg_table_name in ('documents', 'document_pieces'))
    and exists (select from public.erasures where transaction = public.transaction_mark()) then return null; end if;
  if tg_op <> 'TRUNCATE' and tg_table_name in ('published_items', 'published_participations')
    and exists (select from public.merges where transaction = public.transaction_mark()) then return null; end if;
  raise exception '% is only added to: nothing in it is changed or taken away', tg_table_name
    using errcode = 'insufficient_privilege', table = tg_table_name;
end $$;
