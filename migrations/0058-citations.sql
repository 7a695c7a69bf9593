-- What sources say of records of any kind, or of single fields of them, also where they contradict each other.

-- up
-- What a record holds in the column of a field, as inputs name it; null where it has no such column.
create function public.field_of(record jsonb, field text) returns jsonb
language sql immutable parallel safe as $$
  select record -> lower(regexp_replace(field, '([A-Z])', '_\1', 'g'))
$$;

-- No foreign key can hold a reference to any kind of record: who writes a citation holds the record meanwhile.
create table citations (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  notes jsonb,
  record_id uuid not null,
  record_kind text not null,
  field text,
  source_id uuid not null,
  locator jsonb,
  verification text not null check (verification in ('unverified', 'reported', 'corroborated', 'verified', 'disputed',
    'refuted')),
  value jsonb,
  constraint citations_source_known foreign key (source_id) references sources
);
create index citations_of_record on citations (record_id, id);
create index citations_of_source on citations (source_id, id);
create index citations_by_verification on citations (verification, record_id);
create index citations_by_update on citations (updated_at, id);

create function public.visible_citations(caller jsonb) returns setof citations
language sql stable parallel safe as $$
  select * from public.citations where caller is not null
$$;

select keep_history('citations'), keep_references_in_use('citations');

-- down
drop function public.visible_citations(jsonb);
drop table citations;
drop function public.field_of(jsonb, text);
