-- What tokens allow, and until when; who is behind a caller, and whose deputy.

-- up
alter table actors
  drop constraint actors_kind_check,
  add constraint actors_kind_check check (kind in ('holder', 'user', 'system')),
  add issuer text,
  add subject text,
  add version integer not null default 1 constraint actors_version_check check (version > 0),
  add person_id uuid,
  add constraint actors_person_known foreign key (person_id) references people,
  add constraint actors_subject_issued check (num_nonnulls(issuer, subject) in (0, 2));
select keep_references_in_use('actors');
create unique index actors_subject_once on actors (issuer, subject) where kind = 'user';

alter table access_tokens
  add label text,
  add role text,
  add scopes text[],
  add organization_ids uuid[] not null default '{}',
  add created_by_id uuid references actors,
  add expires_at timestamptz(3),
  add first_used_at timestamptz(3),
  add last_used_on date;
-- One that never ended gets the time that one has that is made now.
update access_tokens t set label = a.name, role = case scope when 'write' then 'organizer' else 'viewer' end,
  expires_at = case when t.revoked_at is null then date_trunc('milliseconds', now()) + interval '90 days' else t.revoked_at end
from actors a where a.id = t.actor_id;
alter table access_tokens
  alter label set not null,
  alter role set not null,
  alter expires_at set not null,
  add constraint access_tokens_role_check check (role in ('viewer', 'organizer', 'protocol', 'legal', 'admin', 'partner')),
  drop scope;

-- down
alter table access_tokens add scope text check (scope in ('read', 'write'));
update access_tokens set scope = case role when 'viewer' then 'read' else 'write' end;
alter table access_tokens
  alter scope set not null,
  drop label,
  drop role,
  drop scopes,
  drop organization_ids,
  drop created_by_id,
  drop expires_at,
  drop first_used_at,
  drop last_used_on;
drop index actors_subject_once;
alter table actors
  drop constraint actors_kind_check,
  drop issuer,
  drop subject,
  drop person_id,
  drop version;
select keep_references_in_use('actors');
alter table actors add constraint actors_kind_check check (kind in ('holder', 'system'));
