-- What is told of rights besides: the role that an issuer gave somebody last, and who looked at what an erasure would
-- take away; and which records the entries of a dossier became for those who may not see each other's.

-- up
alter table actors add column issued_role text;

alter table audit_events
  drop constraint audit_events_action_check,
  add constraint audit_events_action_check check (action in ('access.unauthenticated', 'access.forbidden', 'access.hidden',
    'protected.read', 'protected.sheet', 'protected.written', 'protected.erased', 'protected.rotated',
    'personal-data.exported', 'personal-data.previewed', 'personal-data.erased', 'personal-data.redacted',
    'personal-data.kept', 'token.made', 'token.first-used', 'token.expired-use', 'token.changed', 'token.rotated',
    'token.revoked', 'role.changed', 'actor.linked', 'record.merged', 'record.unmerged', 'deputy.named', 'deputy.ended', 'retention.applied'));

alter table dossier_entries
  drop constraint dossier_entries_pkey,
  add constraint dossier_entries_pkey primary key (dossier, path, record_id);

-- By what cursors are sealed: nobody else can make one, and all instances read those of each other, also after a restart.
create table cursor_keys (
  key bytea primary key check (octet_length(key) = 64)
);
insert into cursor_keys
select sha512(string_agg(uuid_send(gen_random_uuid()), '')) from generate_series(1, 5);

-- down
drop table cursor_keys;
delete from dossier_entries e using dossier_entries former
where (former.dossier, former.path) = (e.dossier, e.path) and former.record_id < e.record_id;
alter table dossier_entries
  drop constraint dossier_entries_pkey,
  add constraint dossier_entries_pkey primary key (dossier, path);
-- What was told meanwhile stays.
alter table audit_events
  drop constraint audit_events_action_check,
  add constraint audit_events_action_check check (action in ('access.unauthenticated', 'access.forbidden', 'access.hidden',
    'protected.read', 'protected.sheet', 'protected.written', 'protected.erased', 'protected.rotated',
    'personal-data.exported', 'personal-data.erased', 'personal-data.redacted', 'personal-data.kept',
    'token.made', 'token.first-used', 'token.expired-use', 'token.changed', 'token.rotated', 'token.revoked',
    'role.changed', 'actor.linked', 'record.merged', 'record.unmerged', 'deputy.named', 'deputy.ended', 'retention.applied')) not valid;
alter table actors drop column issued_role;
