-- Who may see what: records have people and roles who may see them where they are confidential, what belongs to a record
-- is seen with it, and a partner of the office sees what names its organizations.

-- up
-- Arrays have no foreign keys.
create function public.refuse_unknown_actors() returns trigger language plpgsql as $$
declare
  missing constant uuid := (select given from unnest(new.visible_to_actor_ids) given
    where not exists (select from public.actors a where a.id = given) limit 1);
begin
  if missing is not null then
    raise foreign_key_violation using detail = format('Key (visible_to_actor_ids)=(%s) is not present in table "actors".', missing);
  end if;
  return new;
end $$;

-- Gives a table of records a visibility, and whom it names where that is confidential.
create function public.classify(tracked regclass) returns void language plpgsql as $$
declare
  named constant text := (select relname from pg_class where oid = tracked);
begin
  execute format($made$
    alter table %1$s
      add column if not exists visibility text not null default 'internal'
        check (visibility in ('public', 'internal', 'confidential')),
      add column visible_to_actor_ids uuid[] not null default '{}',
      add column visible_to_roles text[] not null default '{}'
        check (visible_to_roles <@ array['viewer', 'organizer', 'protocol', 'legal', 'admin', 'partner']);
    create trigger %2$I before insert or update of visible_to_actor_ids on %1$s
      for each row when (new.visible_to_actor_ids <> '{}') execute function public.refuse_unknown_actors()$made$,
    tracked, named || '_name_actors');
end $$;
select classify('events'), classify('agreements'), classify('delegations'), classify('outcomes'), classify('follow_ups'),
  classify('sources'), classify('entries');

-- What belongs to a record is hidden with it. A part notes that something it belongs to is confidential, so that nothing has
-- to be looked up for the others. Whoever adds a part waits for whoever makes its whole confidential, and the other way round.
create function public.note_confidential_whole() returns trigger language plpgsql as $$
declare
  given constant jsonb := to_jsonb(new);
  found boolean;
begin
  new.within_confidential := false;
  for at in 0 .. tg_nargs - 1 by 3 loop
    continue when given ->> tg_argv[at] is null or new.within_confidential;
    execute format('select %s from public.%I where id = $1 for share', tg_argv[at + 2], tg_argv[at + 1])
      into found using (given ->> tg_argv[at])::uuid;
    new.within_confidential := coalesce(found, false);
  end loop;
  return new;
end $$;
create function public.renew_confidential_parts() returns trigger language plpgsql as $$
begin
  execute format('update public.%I set within_confidential = within_confidential where %I = $1', tg_argv[0], tg_argv[1])
    using new.id;
  return null;
end $$;

-- Hides the rows of a table with what they belong to: a column that refers to it, and its table, for each. What has a
-- column of its own by which these are moved names it, too.
create function public.hide_with(part regclass, moved_by text[], variadic wholes text[]) returns void
language plpgsql as $$
declare
  named constant text := (select relname from pg_class where oid = part);
  columns text[] := moved_by;
  arguments text[] := '{}';
  hides text;
begin
  execute format('alter table %s add column within_confidential boolean not null default false', part);
  for at in 1 .. array_length(wholes, 1) by 2 loop
    hides := case when exists (select from pg_attribute
        where attrelid = wholes[at + 1]::regclass and attname = 'within_confidential')
      then '(%1$s.visibility = ''confidential'' or %1$s.within_confidential)' else '(%1$s.visibility = ''confidential'')' end;
    columns := columns || wholes[at];
    arguments := arguments || array[wholes[at], wholes[at + 1], format(hides, wholes[at + 1])];
    execute format('create trigger %I after update on %I for each row when (%s <> %s)
        execute function public.renew_confidential_parts(%L, %L)',
      format('%s_hides_%s', wholes[at + 1], named), wholes[at + 1], format(hides, 'old'), format(hides, 'new'), named, wholes[at]);
  end loop;
  execute format('create trigger %I before insert or update of %s, within_confidential on %s
      for each row execute function public.note_confidential_whole(%s)',
    named || '_within_confidential', array_to_string(columns, ', '), part,
    (select string_agg(quote_literal(argument), ', ' order by place) from unnest(arguments) with ordinality as a(argument, place)));
end $$;
select hide_with('agenda_items', '{}', 'event_id', 'events'),
  hide_with('participations', '{}', 'event_id', 'events'),
  hide_with('delegation_members', '{}', 'delegation_id', 'delegations'),
  hide_with('agreement_parties', '{}', 'agreement_id', 'agreements'),
  hide_with('agreement_signatories', '{}', 'agreement_id', 'agreements'),
  hide_with('agreement_obligations', '{}', 'agreement_id', 'agreements'),
  hide_with('entries', '{}', 'parent_id', 'entries'),
  hide_with('outcomes', '{event_id,agenda_item_id}', 'concerned_event_id', 'events', 'agreement_id', 'agreements'),
  hide_with('follow_ups', '{event_id,agenda_item_id,agreement_id,obligation_id}', 'concerned_event_id', 'events',
    'concerned_agreement_id', 'agreements', 'outcome_id', 'outcomes', 'entry_id', 'entries');
select renew_history('entries', derived => '{within_confidential}'), renew_history('events', derived => '{zone_given}'),
  renew_history('agreements'), renew_history('delegations'), renew_history('sources'),
  renew_history('outcomes', derived => '{concerned_event_id,within_confidential}'),
  renew_history('follow_ups', derived => '{concerned_event_id,concerned_agreement_id,within_confidential}'),
  renew_history('agenda_items', derived =>
    '{place_kind,standing,whole_sequence,starts_local,ends_local,day_starts_at,zone_changed,within_confidential}'),
  renew_history('participations', derived => '{within_confidential}'),
  renew_history('delegation_members', derived => '{within_confidential}'),
  renew_history('agreement_parties', derived => '{within_confidential}'),
  renew_history('agreement_signatories', derived => '{within_confidential}'),
  renew_history('agreement_obligations', derived => '{within_confidential}');
-- Those of what is confidential already.
update agenda_items set within_confidential = within_confidential where exists (select from events e where e.id = agenda_items.event_id and e.visibility = 'confidential');
update participations set within_confidential = within_confidential where exists (select from events e where e.id = participations.event_id and e.visibility = 'confidential');
update outcomes set within_confidential = within_confidential where exists (select from events e where e.id = outcomes.concerned_event_id and e.visibility = 'confidential');
update follow_ups set within_confidential = within_confidential where exists (select from events e where e.id = follow_ups.concerned_event_id and e.visibility = 'confidential');

-- Whoever has the scope sees what is confidential, and so do those who made it, are responsible for it or are named. It is
-- asked only of what is confidential, and no part of the statement: that would be parsed with it, wherever it looks.
create function public.is_cleared(caller jsonb, created_by uuid, responsible uuid, actors uuid[], roles text[]) returns boolean
language plpgsql stable parallel safe cost 1 as $$
begin
  return coalesce(caller -> 'scopes' ? 'confidential:read'
    or caller -> 'actors' ? created_by::text
    or caller -> 'actors' ? responsible::text
    or caller -> 'actors' ?| actors::text[]
    or caller ->> 'role' = any (roles), false);
end $$;

-- What names the organizations that a partner acts for.
create function public.delegations_naming(caller jsonb) returns uuid[]
language sql stable parallel safe as $$
  with named as (select array(select jsonb_array_elements_text(caller -> 'organizations'))::uuid[] as ids)
  select array(
    select o.delegation_id from named, public.delegation_organizations o where o.organization_id = any (named.ids)
    union
    select m.delegation_id from named, public.delegation_members m
    where m.organization_id = any (named.ids) and m.archived_at is null)
$$;

create function public.events_naming(caller jsonb) returns uuid[]
language sql stable parallel safe as $$
  with named as (select array(select jsonb_array_elements_text(caller -> 'organizations'))::uuid[] as ids,
    public.delegations_naming(caller) as delegations)
  select array(
    select p.event_id from named, public.participations p
    where p.organization_id = any (named.ids) and p.archived_at is null
    union
    select p.event_id from named, public.participations p
    where p.delegation_id = any (named.delegations) and p.archived_at is null
    union
    select v.event_id from named, public.visit_delegations v where v.delegation_id = any (named.delegations)
    union
    select i.event_id from named, public.agenda_item_hosts h join public.agenda_items i on i.id = h.item_id
    where h.organization_id = any (named.ids) and i.archived_at is null
    union
    select e.id from named, public.forum_series_organizers s join public.events e on e.series_id = s.series_id
    where s.organization_id = any (named.ids))
$$;

create or replace function public.visible_events(caller jsonb) returns setof events
language sql stable parallel safe as $$
  select * from public.events e where (caller is not null or e.visibility = 'public')
    and (e.visibility <> 'confidential' or public.is_cleared(caller, e.created_by_id, e.responsible_id, e.visible_to_actor_ids,
      e.visible_to_roles))
    and (caller ->> 'role' is distinct from 'partner' or e.id = any ((select public.events_naming(caller))::uuid[]))
$$;
create or replace function public.visible_delegations(caller jsonb) returns setof delegations
language sql stable parallel safe as $$
  select * from public.delegations d where caller is not null
    and (d.visibility <> 'confidential' or public.is_cleared(caller, d.created_by_id, null, d.visible_to_actor_ids,
      d.visible_to_roles))
    and (caller ->> 'role' is distinct from 'partner' or d.id = any ((select public.delegations_naming(caller))::uuid[]))
$$;
create or replace function public.visible_agreements(caller jsonb) returns setof agreements
language sql stable parallel safe as $$
  select * from public.agreements a where caller is not null and caller ->> 'role' is distinct from 'partner'
    and (a.visibility <> 'confidential' or public.is_cleared(caller, a.created_by_id, null, a.visible_to_actor_ids,
      a.visible_to_roles))
$$;
create or replace function public.visible_sources(caller jsonb) returns setof sources
language sql stable parallel safe as $$
  select * from public.sources s where caller is not null and caller ->> 'role' is distinct from 'partner'
    and (s.visibility <> 'confidential' or public.is_cleared(caller, s.created_by_id, null, s.visible_to_actor_ids,
      s.visible_to_roles))
$$;

-- Looked up in a function of its own, where it is needed: within the statement it would be planned wherever it might be.
create function public.event_seen(caller jsonb, given uuid) returns boolean language plpgsql stable parallel safe cost 10 as $$
begin
  return exists (select from public.visible_events(caller) e where e.id = given);
end $$;
create function public.delegation_seen(caller jsonb, given uuid) returns boolean language plpgsql stable parallel safe cost 10 as $$
begin
  return exists (select from public.visible_delegations(caller) d where d.id = given);
end $$;
create function public.agreement_seen(caller jsonb, given uuid) returns boolean language plpgsql stable parallel safe cost 10 as $$
begin
  return exists (select from public.visible_agreements(caller) a where a.id = given);
end $$;
create function public.publication_seen(caller jsonb, given uuid) returns boolean language plpgsql stable parallel safe cost 10 as $$
begin
  return exists (select from public.agenda_publications p join public.visible_events(caller) e on e.id = p.event_id
    where p.id = given);
end $$;

-- Whether a caller sees a record of any kind, where it is not looked up within the statement: that would have to be
-- planned with all kinds, for every row that may be about one of them. Kinds that everybody in the office sees are not named.
create function public.record_seen(caller jsonb, word text, given uuid) returns boolean
language plpgsql stable parallel safe cost 10 as $$
begin
  if word in ('visit', 'forum', 'event') then
    return exists (select from public.visible_events(caller) r where r.id = given);
  elsif word = 'agenda_item' then
    return exists (select from public.visible_agenda_items(caller) r where r.id = given);
  elsif word = 'participation' then
    return exists (select from public.visible_participations(caller) r where r.id = given);
  elsif word = 'event_link' then
    return exists (select from public.visible_event_links(caller) r where r.id = given);
  elsif word = 'delegation' then
    return exists (select from public.visible_delegations(caller) r where r.id = given);
  elsif word = 'member' then
    return exists (select from public.visible_delegation_members(caller) r where r.id = given);
  elsif word = 'agreement' then
    return exists (select from public.visible_agreements(caller) r where r.id = given);
  elsif word = 'party' then
    return exists (select from public.visible_agreement_parties(caller) r where r.id = given);
  elsif word = 'signatory' then
    return exists (select from public.visible_agreement_signatories(caller) r where r.id = given);
  elsif word = 'obligation' then
    return exists (select from public.visible_agreement_obligations(caller) r where r.id = given);
  elsif word = 'agreement_link' then
    return exists (select from public.visible_agreement_links(caller) r where r.id = given);
  elsif word = 'outcome' then
    return exists (select from public.visible_outcomes(caller) r where r.id = given);
  elsif word = 'follow_up' then
    return exists (select from public.visible_follow_ups(caller) r where r.id = given);
  elsif word = 'source' then
    return exists (select from public.visible_sources(caller) r where r.id = given);
  elsif word = 'entry' then
    return exists (select from public.visible_entries(caller) r where r.id = given);
  elsif word = 'entry_link' then
    return exists (select from public.visible_entry_links(caller) r where r.id = given);
  elsif word = 'figure' then
    return exists (select from public.visible_figures(caller) r where r.id = given);
  end if;
  return true;
end $$;
create function public.entries_above_seen(caller jsonb, entry uuid) returns boolean
language sql stable parallel safe as $$
  with recursive above as (
    select p.* from public.entries p where p.id = entry
    union all
    select p.* from above a join public.entries p on p.id = a.parent_id)
  select bool_and((p.visibility <> 'confidential' or public.is_cleared(caller, p.created_by_id, null, p.visible_to_actor_ids,
      p.visible_to_roles))) from above p
$$;
create or replace function public.visible_entries(caller jsonb) returns setof entries
language sql stable parallel safe as $$
  select * from public.entries e where caller is not null and caller ->> 'role' is distinct from 'partner'
    and (e.visibility <> 'confidential' or public.is_cleared(caller, e.created_by_id, null, e.visible_to_actor_ids,
      e.visible_to_roles))
    and (not e.within_confidential or public.entries_above_seen(caller, e.parent_id))
$$;
create or replace function public.visible_outcomes(caller jsonb) returns setof outcomes
language sql stable parallel safe as $$
  select * from public.outcomes o where caller is not null and caller ->> 'role' is distinct from 'partner'
    and (o.visibility <> 'confidential' or public.is_cleared(caller, o.created_by_id, null, o.visible_to_actor_ids,
      o.visible_to_roles))
    and (not o.within_confidential or (o.concerned_event_id is null or public.event_seen(caller, o.concerned_event_id))
      and (o.agreement_id is null or public.agreement_seen(caller, o.agreement_id)))
$$;
create or replace function public.visible_follow_ups(caller jsonb) returns setof follow_ups
language sql stable parallel safe as $$
  select * from public.follow_ups f where caller is not null and caller ->> 'role' is distinct from 'partner'
    and (f.visibility <> 'confidential' or public.is_cleared(caller, f.created_by_id, f.owner_actor_id, f.visible_to_actor_ids,
      f.visible_to_roles))
    and (not f.within_confidential or (f.concerned_event_id is null or public.event_seen(caller, f.concerned_event_id))
      and (f.concerned_agreement_id is null or public.agreement_seen(caller, f.concerned_agreement_id))
      and (f.outcome_id is null or public.record_seen(caller, 'outcome', f.outcome_id))
      and (f.entry_id is null or public.record_seen(caller, 'entry', f.entry_id)))
$$;
create or replace function public.visible_relationships(caller jsonb) returns setof relationships
language sql stable parallel safe as $$
  select * from public.relationships where caller is not null and caller ->> 'role' is distinct from 'partner'
$$;
create or replace function public.visible_standing_follow_ups(caller jsonb) returns setof standing_follow_ups
language sql stable parallel safe as $$
  select * from public.standing_follow_ups where caller is not null and caller ->> 'role' is distinct from 'partner'
$$;
create or replace function public.visible_delegation_members(caller jsonb) returns setof delegation_members
language sql stable parallel safe as $$
  select * from public.delegation_members m where caller is not null
    and ((caller ->> 'role' <> 'partner' and not m.within_confidential) or public.delegation_seen(caller, m.delegation_id))
$$;
create or replace function public.visible_event_links(caller jsonb) returns setof event_links
language sql stable parallel safe as $$
  select * from public.event_links l where caller is not null
    and public.event_seen(caller, l.event_id) and public.event_seen(caller, l.to_id)
$$;
create or replace function public.visible_agenda_items(caller jsonb) returns setof agenda_items
language sql stable parallel safe as $$
  select * from public.agenda_items i where (caller is not null or i.audience = 'public')
    and ((caller ->> 'role' <> 'partner' and not i.within_confidential) or public.event_seen(caller, i.event_id))
$$;
create or replace function public.visible_participations(caller jsonb) returns setof participations
language sql stable parallel safe as $$
  select * from public.participations p where caller is not null
    and ((caller ->> 'role' <> 'partner' and not p.within_confidential) or public.event_seen(caller, p.event_id))
$$;
create or replace function public.visible_agreement_parties(caller jsonb) returns setof agreement_parties
language sql stable parallel safe as $$
  select * from public.agreement_parties p where caller is not null
    and ((caller ->> 'role' <> 'partner' and not p.within_confidential) or public.agreement_seen(caller, p.agreement_id))
$$;
create or replace function public.visible_agreement_signatories(caller jsonb) returns setof agreement_signatories
language sql stable parallel safe as $$
  select * from public.agreement_signatories s where caller is not null
    and ((caller ->> 'role' <> 'partner' and not s.within_confidential) or public.agreement_seen(caller, s.agreement_id))
$$;
create or replace function public.visible_agreement_obligations(caller jsonb) returns setof agreement_obligations
language sql stable parallel safe as $$
  select * from public.agreement_obligations o where caller is not null
    and ((caller ->> 'role' <> 'partner' and not o.within_confidential) or public.agreement_seen(caller, o.agreement_id))
$$;
create or replace function public.visible_agreement_links(caller jsonb) returns setof agreement_links
language sql stable parallel safe as $$
  select * from public.agreement_links l where caller is not null
    and public.agreement_seen(caller, l.agreement_id) and public.agreement_seen(caller, l.to_id)
$$;
create or replace function public.visible_entry_links(caller jsonb) returns setof entry_links
language sql stable parallel safe as $$
  select * from public.entry_links l where caller is not null
    and public.record_seen(caller, 'entry', l.entry_id) and public.record_seen(caller, 'entry', l.to_id)
$$;
create or replace function public.visible_agenda_publications(caller jsonb) returns setof agenda_publications
language sql stable parallel safe as $$
  select * from public.agenda_publications p where public.event_seen(caller, p.event_id)
$$;
create or replace function public.visible_published_items(caller jsonb) returns setof published_items
language sql stable parallel safe as $$
  select * from public.published_items p
  where public.publication_seen(caller, p.publication_id)
    and (caller is not null or p.audience = 'public' and exists (
      select from public.agenda_items i where i.id = p.item_id and i.audience = 'public' and i.archived_at is null))
$$;
create or replace function public.visible_figures(caller jsonb) returns setof figures
language sql stable parallel safe as $$
  select * from public.figures f where caller is not null and caller ->> 'role' is distinct from 'partner'
    and (f.record_kind not in ('visit', 'forum', 'event', 'agenda_item', 'participation', 'event_link', 'delegation', 'member', 'agreement', 'party', 'signatory', 'obligation', 'agreement_link', 'outcome', 'follow_up', 'source', 'entry', 'entry_link', 'figure') or public.record_seen(caller, f.record_kind, f.record_id))
$$;
create or replace function public.visible_citations(caller jsonb) returns setof citations
language sql stable parallel safe as $$
  select * from public.citations c where caller is not null and caller ->> 'role' is distinct from 'partner'
    and public.record_seen(caller, 'source', c.source_id)
    and (c.record_kind not in ('visit', 'forum', 'event', 'agenda_item', 'participation', 'event_link', 'delegation', 'member', 'agreement', 'party', 'signatory', 'obligation', 'agreement_link', 'outcome', 'follow_up', 'source', 'entry', 'entry_link', 'figure') or public.record_seen(caller, c.record_kind, c.record_id))
    and (c.record_kind <> 'person' or c.field is null or c.field not in ('email', 'phone', 'notes')
      or caller -> 'scopes' ? 'contacts:read')
$$;

-- What takes up the time of people, places and rooms, whoever may see it: of what one may not see only that is told, and when.
create function public.busy_events(caller jsonb) returns setof events
language sql stable parallel safe as $$ select * from public.events where caller is not null $$;
create function public.busy_agenda_items(caller jsonb) returns setof agenda_items
language sql stable parallel safe as $$ select * from public.agenda_items where caller is not null $$;
create function public.busy_participations(caller jsonb) returns setof participations
language sql stable parallel safe as $$ select * from public.participations where caller is not null $$;
create function public.busy_delegations(caller jsonb) returns setof delegations
language sql stable parallel safe as $$ select * from public.delegations where caller is not null $$;
create function public.busy_delegation_members(caller jsonb) returns setof delegation_members
language sql stable parallel safe as $$ select * from public.delegation_members where caller is not null $$;

-- Which of some records whoever asks may not see. Where nobody asks, the office does its own work, and sees all.
create function public.unseen(referred text, variadic ids uuid[]) returns uuid[] language plpgsql stable as $$
declare
  caller constant jsonb := nullif(current_setting('corteo.caller', true), '');
  hidden uuid[];
begin
  if caller is null or to_regprocedure(format('public.%I(jsonb)', 'visible_' || referred)) is null then return '{}'; end if;
  execute format('select array_agg(given order by given) from unnest($1) given
    where not exists (select from public.%I($2) seen where seen.id = given)', 'visible_' || referred)
    into hidden using ids, caller;
  return coalesce(hidden, '{}');
end $$;

-- What one may not see is not there to be referred to.
create or replace function public.refuse_put_away(referred text, ids uuid[]) returns void language plpgsql as $$
declare
  away uuid[];
  hidden uuid[];
begin
  if ids is null then return; end if;
  hidden := public.unseen(referred, variadic ids);
  if hidden <> '{}' then
    raise foreign_key_violation using detail = format('Key (id)=(%s) is not present in table "%s".', hidden[1], referred);
  end if;
  execute format('select array_agg(id order by id) from public.%I where id = any ($1) and archived_at is not null',
    referred) into away using ids;
  if away is not null then
    raise exception 'what is referred to in % was put away', referred
      -- Class 23 is what constraints refuse.
      using errcode = '23A01', detail = array_to_string(away, ',');
  end if;
end $$;

-- down
create or replace function public.visible_events(caller jsonb) returns setof events
language sql stable parallel safe as $$
  select * from public.events where caller is not null or visibility = 'public'
$$;
create or replace function public.visible_delegations(caller jsonb) returns setof delegations
language sql stable parallel safe as $$
  select * from public.delegations where caller is not null
$$;
create or replace function public.visible_agreements(caller jsonb) returns setof agreements
language sql stable parallel safe as $$
  select * from public.agreements where caller is not null
$$;
create or replace function public.visible_sources(caller jsonb) returns setof sources
language sql stable parallel safe as $$
  select * from public.sources where caller is not null
$$;
create or replace function public.visible_entries(caller jsonb) returns setof entries
language sql stable parallel safe as $$
  select * from public.entries where caller is not null
$$;
create or replace function public.visible_outcomes(caller jsonb) returns setof outcomes
language sql stable parallel safe as $$
  select * from public.outcomes where caller is not null
$$;
create or replace function public.visible_follow_ups(caller jsonb) returns setof follow_ups
language sql stable parallel safe as $$
  select * from public.follow_ups where caller is not null
$$;
create or replace function public.visible_relationships(caller jsonb) returns setof relationships
language sql stable parallel safe as $$
  select * from public.relationships where caller is not null
$$;
create or replace function public.visible_standing_follow_ups(caller jsonb) returns setof standing_follow_ups
language sql stable parallel safe as $$
  select * from public.standing_follow_ups where caller is not null
$$;
create or replace function public.visible_delegation_members(caller jsonb) returns setof delegation_members
language sql stable parallel safe as $$
  select * from public.delegation_members where caller is not null
$$;
create or replace function public.visible_event_links(caller jsonb) returns setof event_links
language sql stable parallel safe as $$
  select l.* from public.event_links l
  where caller is not null and exists (select from public.visible_events(caller) e where e.id = l.to_id)
$$;
create or replace function public.visible_agenda_items(caller jsonb) returns setof agenda_items
language sql stable parallel safe as $$
  select * from public.agenda_items where caller is not null or audience = 'public'
$$;
create or replace function public.visible_participations(caller jsonb) returns setof participations
language sql stable parallel safe as $$
  select * from public.participations where caller is not null
$$;
create or replace function public.visible_agreement_parties(caller jsonb) returns setof agreement_parties
language sql stable parallel safe as $$
  select * from public.agreement_parties where caller is not null
$$;
create or replace function public.visible_agreement_signatories(caller jsonb) returns setof agreement_signatories
language sql stable parallel safe as $$
  select * from public.agreement_signatories where caller is not null
$$;
create or replace function public.visible_agreement_obligations(caller jsonb) returns setof agreement_obligations
language sql stable parallel safe as $$
  select * from public.agreement_obligations where caller is not null
$$;
create or replace function public.visible_agreement_links(caller jsonb) returns setof agreement_links
language sql stable parallel safe as $$
  select * from public.agreement_links where caller is not null
$$;
create or replace function public.visible_entry_links(caller jsonb) returns setof entry_links
language sql stable parallel safe as $$
  select * from public.entry_links where caller is not null
$$;
create or replace function public.visible_agenda_publications(caller jsonb) returns setof agenda_publications
language sql stable parallel safe as $$
  select * from public.agenda_publications p
  where caller is not null or exists (select from public.visible_events(caller) e where e.id = p.event_id)
$$;
create or replace function public.visible_published_items(caller jsonb) returns setof published_items
language sql stable parallel safe as $$
  select * from public.published_items p where caller is not null or audience = 'public' and exists (
    select from public.agenda_items i where i.id = p.item_id and i.audience = 'public' and i.archived_at is null)
$$;
create or replace function public.visible_figures(caller jsonb) returns setof figures
language sql stable parallel safe as $$
  select * from public.figures where caller is not null
$$;
create or replace function public.visible_citations(caller jsonb) returns setof citations
language sql stable parallel safe as $$
  select * from public.citations where caller is not null
$$;
create or replace function public.refuse_put_away(referred text, ids uuid[]) returns void language plpgsql as $$
declare
  away uuid[];
begin
  if ids is null then return; end if;
  execute format('select array_agg(id order by id) from public.%I where id = any ($1) and archived_at is not null',
    referred) into away using ids;
  if away is not null then
    raise exception 'what is referred to in % was put away', referred
      -- Class 23 is what constraints refuse.
      using errcode = '23A01', detail = array_to_string(away, ',');
  end if;
end $$;
drop function public.busy_events(jsonb);
drop function public.busy_agenda_items(jsonb);
drop function public.busy_participations(jsonb);
drop function public.busy_delegations(jsonb);
drop function public.busy_delegation_members(jsonb);
drop function public.unseen(text, uuid[]);
drop function public.entries_above_seen(jsonb, uuid);
drop function public.record_seen(jsonb, text, uuid);
drop function public.events_naming(jsonb);
drop function public.delegations_naming(jsonb);
drop function public.is_cleared(jsonb, uuid, uuid, uuid[], text[]);
drop function public.event_seen(jsonb, uuid);
drop function public.delegation_seen(jsonb, uuid);
drop function public.agreement_seen(jsonb, uuid);
drop function public.publication_seen(jsonb, uuid);
drop function public.note_confidential_whole() cascade;
drop function public.renew_confidential_parts() cascade;
alter table agenda_items drop column within_confidential;
alter table participations drop column within_confidential;
alter table delegation_members drop column within_confidential;
alter table agreement_parties drop column within_confidential;
alter table agreement_signatories drop column within_confidential;
alter table agreement_obligations drop column within_confidential;
alter table outcomes drop column within_confidential;
alter table follow_ups drop column within_confidential;
alter table entries drop column within_confidential;
drop function public.hide_with(regclass, text[], text[]);
drop function public.classify(regclass);
drop function public.refuse_unknown_actors() cascade;
alter table agreements drop column visible_to_roles, drop column visible_to_actor_ids, drop column visibility;
alter table delegations drop column visible_to_roles, drop column visible_to_actor_ids, drop column visibility;
alter table outcomes drop column visible_to_roles, drop column visible_to_actor_ids, drop column visibility;
alter table follow_ups drop column visible_to_roles, drop column visible_to_actor_ids, drop column visibility;
alter table sources drop column visible_to_roles, drop column visible_to_actor_ids, drop column visibility;
alter table entries drop column visible_to_roles, drop column visible_to_actor_ids, drop column visibility;
alter table events drop column visible_to_roles, drop column visible_to_actor_ids;
select renew_history('entries'), renew_history('events', derived => '{zone_given}'),
  renew_history('agreements'), renew_history('delegations'), renew_history('sources'),
  renew_history('outcomes', derived => '{concerned_event_id}'),
  renew_history('follow_ups', derived => '{concerned_event_id,concerned_agreement_id}'),
  renew_history('agenda_items', derived =>
    '{place_kind,standing,whole_sequence,starts_local,ends_local,day_starts_at,zone_changed}'),
  renew_history('participations'), renew_history('delegation_members'), renew_history('agreement_parties'),
  renew_history('agreement_signatories'), renew_history('agreement_obligations');
