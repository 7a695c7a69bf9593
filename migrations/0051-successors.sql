-- Organizations that succeed others.

-- up
alter table organization_relations drop constraint organization_relations_kind_check;
alter table organization_relations add constraint organization_relations_kind_check check (kind in ('subsidiary_of',
  'member_of', 'partner_of', 'founded_by', 'operates', 'present_in', 'successor_of'));

-- An organization and those that it has succeeded, however long ago.
create function public.organization_line(organization uuid) returns table (id uuid)
language sql stable parallel safe rows 2 as $$
  with recursive line(id) as (
    select organization where organization is not null
    union
    select r.to_organization_id from line join public.organization_relations r on r.organization_id = line.id
    where r.kind = 'successor_of' and r.archived_at is null
  ) select id from line
$$;

-- down
drop function public.organization_line(uuid);
delete from organization_relations where kind = 'successor_of';
alter table organization_relations drop constraint organization_relations_kind_check;
alter table organization_relations add constraint organization_relations_kind_check check (kind in ('subsidiary_of',
  'member_of', 'partner_of', 'founded_by', 'operates', 'present_in'));
