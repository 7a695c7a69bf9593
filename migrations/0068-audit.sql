-- Who saw and did what, apart from the log: only added to, until it is as old as the office keeps it.

-- up
create table audit_events (
  id uuid primary key,
  at timestamptz(3) not null,
  action text not null check (action in ('access.unauthenticated', 'access.forbidden', 'access.hidden',
    'protected.read', 'protected.sheet', 'protected.written', 'protected.erased', 'protected.rotated',
    'personal-data.exported', 'personal-data.erased', 'personal-data.redacted', 'personal-data.kept',
    'token.made', 'token.first-used', 'token.expired-use', 'token.changed', 'token.rotated', 'token.revoked',
    'role.changed', 'actor.linked', 'deputy.named', 'deputy.ended', 'retention.applied')),
  actor_id uuid references actors,
  on_behalf_of_id uuid references actors,
  -- Tokens go sooner than what was done with them.
  token_id text,
  address text,
  subject_kind text,
  subject_id uuid,
  reason text,
  details jsonb not null,
  count integer not null check (count > 0)
);
create index audit_events_by_time on audit_events (at, id);
create index audit_events_of_actor on audit_events (actor_id, at, id);
create index audit_events_on_behalf_of on audit_events (on_behalf_of_id, at, id) where on_behalf_of_id is not null;
create index audit_events_about on audit_events (subject_id, at, id);
create index audit_events_from on audit_events (address, at, id);

-- As keep_unaltered does, but for what the function below takes away; the application may not delete by itself.
create trigger never_rewritten before update or delete or truncate on audit_events
  for each statement when (current_setting('corteo.forgets', true) is distinct from 'audit_events')
  execute function public.refuse_rewriting();

-- Never what is younger than 30 days, whoever asks for it.
create function public.forget_audit_events(actions text[], before timestamptz, most integer) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  forgotten integer;
begin
  perform set_config('corteo.forgets', 'audit_events', true);
  delete from public.audit_events where id in (
    select e.id from public.audit_events e
    where e.action = any (actions) and e.at < least(before, now() - interval '30 days') order by e.at limit most);
  get diagnostics forgotten = row_count;
  perform set_config('corteo.forgets', '', true);
  return forgotten;
end $$;

-- down
drop function public.forget_audit_events(text[], timestamptz, integer);
drop table audit_events;
