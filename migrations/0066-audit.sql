-- Who saw and did what, apart from the log: only added to, until it is as old as the office keeps it.

-- up
create table audit_events (
  id uuid primary key,
  at timestamptz(3) not null,
  action text not null check (action in ('access.unauthenticated', 'access.forbidden', 'access.hidden',
    'protected.read', 'protected.written', 'protected.erased', 'protected.rotated',
    'personal-data.exported', 'personal-data.erased', 'personal-data.redacted', 'personal-data.kept',
    'token.made', 'token.first-used', 'token.expired-use', 'token.changed', 'token.rotated', 'token.revoked',
    'role.changed', 'deputy.named', 'deputy.ended', 'retention.applied')),
  actor_id uuid references actors,
  on_behalf_of_id uuid references actors,
  -- Tokens go sooner than what was done with them.
  token_id uuid,
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

select keep_unaltered('audit_events');

-- What is old is taken away by the owner of the table alone, whoever asks for it, and never what is younger than 30 days.
create function public.forget_audit_events(actions text[], before timestamptz, most integer) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  forgotten integer;
begin
  if before > now() - interval '30 days' then
    raise exception 'audit_events keeps what is younger than 30 days'
      using errcode = 'insufficient_privilege', table = 'audit_events';
  end if;
  alter table public.audit_events disable trigger never_rewritten;
  delete from public.audit_events where id in (
    select e.id from public.audit_events e where e.action = any (actions) and e.at < before order by e.at limit most);
  get diagnostics forgotten = row_count;
  alter table public.audit_events enable trigger never_rewritten;
  return forgotten;
end $$;

-- down
drop function public.forget_audit_events(text[], timestamptz, integer);
drop table audit_events;
