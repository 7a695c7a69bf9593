-- What renews, follows, owns or succeeds another cannot be renewed, followed, owned or succeeded by it in turn.

-- up
-- Links of one table wait for each other, so that two of them cannot close a circle together.
-- The arguments name the column a link leads from, the one it leads to, the kinds that make up one order, and what
-- else is true of a link `l` that counts beside `$4`, the new one as JSON. A kind outside the order makes up its own.
create function public.refuse_link_circle() returns trigger language plpgsql as $$
declare
  link constant jsonb := to_jsonb(new);
  kinds text[] := tg_argv[2];
  circular boolean;
begin
  if not new.kind = any (kinds) then kinds := array[new.kind]; end if;
  perform pg_advisory_xact_lock(hashtext('links:' || tg_table_name));
  execute format(
    'with recursive beyond(id) as (
       select $1 union select l.%1$I from public.%3$I l join beyond on l.%2$I = beyond.id
       where l.kind = any ($3) and l.archived_at is null and l.%1$I is not null and %4$s
     ) select exists (select from beyond where id = $2)', tg_argv[1], tg_argv[0], tg_table_name, tg_argv[3])
    into circular using (link ->> tg_argv[1])::uuid, (link ->> tg_argv[0])::uuid, kinds, link;
  if circular then
    raise exception 'a circle of links in %', tg_table_name
      using errcode = 'check_violation', constraint = tg_table_name || '_without_circle', table = tg_table_name;
  end if;
  return new;
end $$;

create trigger agreement_links_without_circle after insert or update of kind, to_id, archived_at on agreement_links
  for each row when (new.archived_at is null) execute function refuse_link_circle('agreement_id', 'to_id',
    '{renews,replaces,amends,implements,preceded_by}', 'true');
create trigger event_links_without_circle after insert or update of kind, to_id, archived_at on event_links
  for each row when (new.archived_at is null and new.kind <> 'coincides_with')
  execute function refuse_link_circle('event_id', 'to_id', '{follows,replaces}', 'true');
-- One may own the other after having been owned by it: a relation counts unless it may have ended before.
create trigger organization_relations_without_circle
  after insert or update of kind, to_organization_id, since, until, archived_at on organization_relations
  for each row when (new.archived_at is null and new.to_organization_id is not null and new.kind <> 'partner_of')
  execute function refuse_link_circle('organization_id', 'to_organization_id', '{}',
    '(l.until_earliest > ($4 ->> ''since_latest'')::date) is not false
     and (l.since_latest < ($4 ->> ''until_earliest'')::date) is not false');

-- down
drop trigger organization_relations_without_circle on organization_relations;
drop trigger event_links_without_circle on event_links;
drop trigger agreement_links_without_circle on agreement_links;
drop function public.refuse_link_circle();
