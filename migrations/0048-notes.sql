-- What colleagues should know of a record, and nobody else.

-- up
-- People had notes in no language in particular.
alter table people alter column notes type jsonb using case when notes is not null
  then jsonb_build_object('und', notes) end;

-- What is published is never rewritten, and has its own note.
do $$
declare kept record;
begin
  for kept in
    select c.oid::regclass as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('people', 'agenda_publications')
      and a.attname in ('id', 'version', 'created_by_id', 'archived_at')
    group by c.oid having count(*) = 4 order by c.oid
  loop
    execute format('alter table %s add column notes jsonb', kept.name);
  end loop;
end $$;

-- down
do $$
declare kept record;
begin
  for kept in
    select a.attrelid::regclass as name from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'people'
      and a.attname = 'notes' and not a.attisdropped
    order by a.attrelid
  loop
    execute format('alter table %s drop column notes', kept.name);
  end loop;
end $$;

alter table people alter column notes type text using coalesce(notes ->> 'und',
  jsonb_path_query_first(notes, '$.*') #>> '{}');
