-- A document that tells of somebody who was erased goes with them, bytes and all: nothing of it can be blacked out.

-- up
-- Which documents went from which records, so that they go again from what is restored.
create table erased_documents (
  checksum text not null,
  record_id uuid not null,
  person_id uuid not null references erasures,
  primary key (record_id, checksum)
);

select keep_unaltered('erased_documents');

-- As before, and the bytes of documents are taken away in the same case.
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

-- Takes documents from records that have them or had them, in the transaction that erases a person; bytes that no other
-- record has go with them. History keeps that there was a document, and not which.
create function public.erase_documents(person uuid, gone jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  erasure record;
  holder record;
  unsaid constant jsonb := '{"document_checksum": null, "document_name": null}';
  held boolean;
  one record;
begin
  select * into erasure from public.erasures where person_id = person and transaction = public.transaction_mark();
  if not found then
    raise exception 'documents are erased with a person' using errcode = 'insufficient_privilege', table = 'documents';
  end if;
  insert into public.erased_documents (checksum, record_id, person_id)
    select distinct g.checksum, g.record_id, person from jsonb_to_recordset(gone) as g(checksum text, record_id uuid)
    on conflict do nothing;
  for one in select distinct * from jsonb_to_recordset(gone) as g(checksum text, record_id uuid) loop
    held := false;
    for holder in
      select k.conrelid::regclass as name from pg_constraint k
      where k.contype = 'f' and k.confrelid = 'public.documents'::regclass and k.conrelid <> 'public.document_pieces'::regclass
    loop
      execute format('update %s t set document_checksum = null, document_name = null,
          version = t.version + 1, updated_at = $3, updated_by_id = $4
          where t.id = $1 and t.document_checksum = $2', holder.name)
        using one.record_id, one.checksum, erasure.at, erasure.by_id;
      execute format('select $2 or exists (select from %s t where t.document_checksum = $1)', holder.name)
        into held using one.checksum, held;
    end loop;
    update public.history h set changes = h.changes || public.unsaid(h.changes, unsaid)
    where h.record_id = one.record_id and h.changes ? 'document_checksum'
      and one.checksum in (h.changes -> 'document_checksum' ->> 0, h.changes -> 'document_checksum' ->> 1);
    continue when held;
    delete from public.document_pieces where checksum = one.checksum;
    delete from public.documents where checksum = one.checksum;
  end loop;
end $$;
revoke execute on function public.erase_documents(uuid, jsonb) from public;

alter function public.erase_again(jsonb) rename to erase_texts_again;

-- Erases somebody again whom a restored database holds in the clear, with the documents that went with them.
create function public.erase_again(erasure jsonb) returns void language sql as $$
  select public.erase_texts_again(erasure);
  select public.erase_documents(x.person_id, erasure -> 'documents')
  from public.erasures x
  where x.person_id = (erasure ->> 'personId')::uuid and x.transaction = public.transaction_mark()
    and jsonb_typeof(erasure -> 'documents') = 'array'
$$;

-- down
drop function public.erase_again(jsonb);
alter function public.erase_texts_again(jsonb) rename to erase_again;
drop function public.erase_documents(uuid, jsonb);
create or replace function public.refuse_rewriting() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name <> 'erasures'
    and exists (select from public.erasures where transaction = public.transaction_mark()) then return null; end if;
  if tg_op <> 'TRUNCATE' and tg_table_name in ('published_items', 'published_participations')
    and exists (select from public.merges where transaction = public.transaction_mark()) then return null; end if;
  raise exception '% is only added to: nothing in it is changed or taken away', tg_table_name
    using errcode = 'insufficient_privilege', table = tg_table_name;
end $$;
drop table erased_documents;
