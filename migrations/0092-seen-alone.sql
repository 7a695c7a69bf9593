-- What somebody may not see neither moves nor tells anything that they see.

-- up
-- When an event last lost a part to those who saw it while the part was for everybody, the office, or those it named alone.
alter table event_part_losses add column visibility text not null default 'public'
  check (visibility in ('public', 'internal', 'confidential'));
alter table event_part_losses drop constraint event_part_losses_pkey, add primary key (event_id, visibility);
-- What calendars told already is not taken back.
insert into event_part_losses (event_id, at)
  select e.id, told.at from events e cross join lateral event_part_changes(e.id) told where told.at is not null
on conflict (event_id, visibility) do update set at = excluded.at;

drop trigger events_note_part_loss on events;
drop function public.note_part_loss();
create function public.note_part_loss() returns trigger language plpgsql as $$
declare
  was constant jsonb := to_jsonb(old);
begin
  insert into public.event_part_losses (event_id, visibility, at)
  values ((was ->> tg_argv[0])::uuid, coalesce(was ->> 'visibility', 'public'), new.updated_at)
  on conflict (event_id, visibility) do update set at = greatest(event_part_losses.at, excluded.at);
  return null;
end $$;
create trigger events_note_part_loss after update of parent_id, visibility on events
  for each row when (old.parent_id is not null
    and (old.parent_id is distinct from new.parent_id or old.visibility <> new.visibility))
  execute function note_part_loss('parent_id');
create trigger agenda_items_note_part_loss after update of audience on agenda_items
  for each row when (old.audience = 'public' and new.audience <> 'public') execute function note_part_loss('event_id');

-- When what a caller sees of the agenda of an event was last published otherwise than before.
create function public.event_publication_changes(caller jsonb, event uuid) returns timestamptz
language sql stable parallel safe as $$
  select max(p.created_at) from (
    select p.created_at, told.items, lag(told.items) over (order by p.number) as before
    from public.agenda_publications p cross join lateral (
      select array_agg((n.item_id, n.updated_at) order by n.place_in_order) as items
      from public.published_items n join public.agenda_items i on i.id = n.item_id
      where caller is null and n.publication_id = p.id and n.audience = 'public' and i.audience = 'public' and i.archived_at is null) told
    where p.event_id = event) p
  where caller is not null or p.items is distinct from p.before
$$;

-- When the parts that a caller sees of an event that they see last changed, also those that they saw before.
drop function public.event_part_changes(uuid);
create function public.event_part_changes(caller jsonb, event uuid) returns table (at timestamptz)
language sql stable parallel safe rows 1 as $$
  select greatest(
    (select max(i.updated_at) from public.agenda_items i
      where i.event_id = event and (caller is not null or i.audience = 'public')),
    public.event_publication_changes(caller, event),
    (select max(l.at) from public.event_part_losses l where l.event_id = event and (l.visibility = 'public'
      or l.visibility = 'internal' and caller ->> 'role' <> 'partner' or caller -> 'scopes' ? 'confidential:read')),
    (select max(part.updated_at) from public.visible_events(caller) part where part.parent_id = event),
    (select whole.updated_at from public.events e join public.visible_events(caller) whole on whole.id = e.parent_id
      where e.id = event))
$$;

-- When an agenda item last changed, or whether the one that it is part of stands.
create or replace function public.agenda_item_changes(item uuid) returns table (at timestamptz)
language sql stable parallel safe rows 1 as $$
  select greatest(i.updated_at, (select max(h.at) from public.history h
    where h.record_id = i.parent_id and h.changes ? 'status')) from public.agenda_items i where i.id = item
$$;

-- What takes part as a delegation is hidden with it, too.
drop trigger participations_within_confidential on participations;
create trigger participations_within_confidential before insert or update of event_id, delegation_id, within_confidential
  on participations for each row execute function note_confidential_whole(
    'event_id', 'events', '(events.visibility = ''confidential'')',
    'delegation_id', 'delegations', '(delegations.visibility = ''confidential'')');
create trigger delegations_hides_participations after update on delegations for each row
  when ((old.visibility = 'confidential') <> (new.visibility = 'confidential'))
  execute function renew_confidential_parts('participations', 'delegation_id');
update participations set within_confidential = within_confidential
  where delegation_id in (select d.id from delegations d where d.visibility = 'confidential');

create or replace function public.visible_participations(caller jsonb) returns setof participations
language sql stable parallel safe as $$
  select * from public.participations p where caller is not null
    and ((caller ->> 'role' <> 'partner' and not p.within_confidential) or public.event_seen(caller, p.event_id)
      and (p.delegation_id is null or public.delegation_seen(caller, p.delegation_id)))
$$;
create function public.visible_published_participations(caller jsonb) returns setof published_participations
language sql stable parallel safe as $$
  select * from public.published_participations p where caller is not null
    and exists (select from public.visible_participations(caller) own where own.id = p.participation_id)
    and (p.delegation_id is null or public.delegation_seen(caller, p.delegation_id))
$$;

-- Notes about who belongs to a delegation, takes part, signs or is related to an organization are about people, too.
create or replace function public.visible_citations(caller jsonb) returns setof citations
language sql stable parallel safe as $$
  select * from public.citations c where caller is not null and caller ->> 'role' is distinct from 'partner'
    and public.record_seen(caller, 'source', c.source_id)
    and (c.record_kind not in ('visit', 'forum', 'event', 'agenda_item', 'participation', 'event_link', 'delegation', 'member', 'agreement', 'party', 'signatory', 'obligation', 'agreement_link', 'outcome', 'follow_up', 'source', 'entry', 'entry_link', 'figure') or public.record_seen(caller, c.record_kind, c.record_id))
    and (c.record_kind not in ('person', 'position', 'relation', 'member', 'participation', 'signatory')
      or c.field is null or c.field not in ('email', 'phone', 'notes') or caller -> 'scopes' ? 'contacts:read')
$$;

-- What is recorded on behalf of somebody is seen by them, too, and what their roles may see by who acts for them.
create function public.name_principal() returns trigger language plpgsql as $$
declare
  principal constant uuid := public.on_behalf_of();
begin
  if principal is not null and principal <> all (new.visible_to_actor_ids) then
    new.visible_to_actor_ids := new.visible_to_actor_ids || principal;
  end if;
  return new;
end $$;
create trigger events_name_principal before insert on events for each row execute function name_principal();
create trigger agreements_name_principal before insert on agreements for each row execute function name_principal();
create trigger delegations_name_principal before insert on delegations for each row execute function name_principal();
create trigger outcomes_name_principal before insert on outcomes for each row execute function name_principal();
create trigger follow_ups_name_principal before insert on follow_ups for each row execute function name_principal();
create trigger sources_name_principal before insert on sources for each row execute function name_principal();
create trigger entries_name_principal before insert on entries for each row execute function name_principal();
alter table calendar_links add column for_id uuid default public.on_behalf_of() references actors;

create or replace function public.is_cleared(caller jsonb, created_by uuid, responsible uuid, actors uuid[], roles text[])
returns boolean language plpgsql stable parallel safe cost 1 as $$
begin
  return coalesce(caller -> 'scopes' ? 'confidential:read'
    or caller -> 'actors' ? created_by::text
    or caller -> 'actors' ? responsible::text
    or caller -> 'actors' ?| actors::text[]
    or caller ->> 'role' = any (roles)
    or caller -> 'principalRoles' ?| roles, false);
end $$;

-- What moves are judged by, whoever may see it: of what one may not see no more is told than that it is in the way.
create function public.all_follow_ups(caller jsonb) returns setof follow_ups
language sql stable parallel safe as $$ select * from public.follow_ups where caller is not null $$;
create function public.all_agreements(caller jsonb) returns setof agreements
language sql stable parallel safe as $$ select * from public.agreements where caller is not null $$;
create function public.all_agreement_links(caller jsonb) returns setof agreement_links
language sql stable parallel safe as $$ select * from public.agreement_links where caller is not null $$;

-- down
drop function public.all_agreement_links(jsonb);
drop function public.all_agreements(jsonb);
drop function public.all_follow_ups(jsonb);
create or replace function public.is_cleared(caller jsonb, created_by uuid, responsible uuid, actors uuid[], roles text[])
returns boolean language plpgsql stable parallel safe cost 1 as $$
begin
  return coalesce(caller -> 'scopes' ? 'confidential:read'
    or caller -> 'actors' ? created_by::text
    or caller -> 'actors' ? responsible::text
    or caller -> 'actors' ?| actors::text[]
    or caller ->> 'role' = any (roles), false);
end $$;
alter table calendar_links drop column for_id;
drop function public.name_principal() cascade;
create or replace function public.visible_citations(caller jsonb) returns setof citations
language sql stable parallel safe as $$
  select * from public.citations c where caller is not null and caller ->> 'role' is distinct from 'partner'
    and public.record_seen(caller, 'source', c.source_id)
    and (c.record_kind not in ('visit', 'forum', 'event', 'agenda_item', 'participation', 'event_link', 'delegation', 'member', 'agreement', 'party', 'signatory', 'obligation', 'agreement_link', 'outcome', 'follow_up', 'source', 'entry', 'entry_link', 'figure') or public.record_seen(caller, c.record_kind, c.record_id))
    and (c.record_kind not in ('person', 'position') or c.field is null or c.field not in ('email', 'phone', 'notes')
      or caller -> 'scopes' ? 'contacts:read')
$$;
drop function public.visible_published_participations(jsonb);
create or replace function public.visible_participations(caller jsonb) returns setof participations
language sql stable parallel safe as $$
  select * from public.participations p where caller is not null
    and ((caller ->> 'role' <> 'partner' and not p.within_confidential) or public.event_seen(caller, p.event_id))
$$;
drop trigger delegations_hides_participations on delegations;
drop trigger participations_within_confidential on participations;
create trigger participations_within_confidential before insert or update of event_id, within_confidential
  on participations for each row execute function note_confidential_whole(
    'event_id', 'events', '(events.visibility = ''confidential'')');
update participations set within_confidential = within_confidential where delegation_id is not null and within_confidential;
create or replace function public.agenda_item_changes(item uuid) returns table (at timestamptz)
language sql stable parallel safe rows 1 as $$
  select greatest(i.updated_at, whole.updated_at) from public.agenda_items i
    left join public.agenda_items whole on whole.id = i.parent_id
  where i.id = item
$$;
drop function public.event_part_changes(jsonb, uuid);
create function public.event_part_changes(event uuid) returns table (at timestamptz)
language sql stable parallel safe rows 1 as $$
  select greatest(
    (select max(i.updated_at) from public.agenda_items i where i.event_id = event),
    (select max(p.created_at) from public.agenda_publications p where p.event_id = event),
    (select l.at from public.event_part_losses l where l.event_id = event),
    (select max(part.updated_at) from public.events part where part.parent_id = event),
    (select whole.updated_at from public.events e join public.events whole on whole.id = e.parent_id where e.id = event))
$$;
drop function public.event_publication_changes(jsonb, uuid);
drop trigger agenda_items_note_part_loss on agenda_items;
drop trigger events_note_part_loss on events;
drop function public.note_part_loss();
create function public.note_part_loss() returns trigger language plpgsql as $$
begin
  insert into public.event_part_losses (event_id, at) values (old.parent_id, new.updated_at)
  on conflict (event_id) do update set at = greatest(event_part_losses.at, excluded.at);
  return null;
end $$;
delete from event_part_losses where visibility <> 'public';
alter table event_part_losses drop constraint event_part_losses_pkey, drop column visibility, add primary key (event_id);
create trigger events_note_part_loss after update of parent_id on events
  for each row when (old.parent_id is not null and old.parent_id is distinct from new.parent_id)
  execute function note_part_loss();
