-- Private addresses of calendars: what each shows, by whose rights, and until when.

-- up
-- A token that replaces another one goes on for it: what was made with the one ends with the last.
alter table access_tokens add column line_id uuid;
update access_tokens set line_id = id;
alter table access_tokens alter column line_id set not null;
create index access_tokens_of_line on access_tokens (line_id, id);

create table calendar_links (
  id uuid primary key,
  actor_id uuid not null references actors,
  -- The tokens by whose rights it shows what it does; of somebody of the identity provider, the rights themselves.
  line_id uuid,
  role text not null check (role in ('viewer', 'organizer', 'protocol', 'legal', 'admin', 'partner')),
  scopes text[] not null,
  organization_ids uuid[] not null,
  subject_kind text not null check (subject_kind in ('person', 'delegation', 'visit', 'forum', 'place', 'actor', 'office')),
  subject_id uuid,
  audience text not null check (audience in ('public', 'guests', 'hosts', 'internal')),
  shows_people boolean not null,
  languages text[] not null,
  lookup_tags text[] not null,
  label text not null,
  hash bytea not null,
  former_hash bytea,
  former_until timestamptz(3),
  created_at timestamptz(3) not null,
  expires_at timestamptz(3),
  revoked_at timestamptz(3),
  last_read_on date,
  constraint calendar_links_hash_once unique (hash),
  constraint calendar_links_former_ends check ((former_hash is null) = (former_until is null))
);
create index calendar_links_by_former_hash on calendar_links (former_hash) where former_hash is not null;
create index calendar_links_of_actor on calendar_links (actor_id, id);

-- What private calendars show besides the public ones.
create trigger participations_stamp after insert or update or delete or truncate on participations
  for each statement execute function stamp_change();
create trigger delegations_stamp after insert or update or delete or truncate on delegations
  for each statement execute function stamp_change();
create trigger delegation_members_stamp after insert or update or delete or truncate on delegation_members
  for each statement execute function stamp_change();
create trigger delegation_organizations_stamp after insert or update or delete or truncate on delegation_organizations
  for each statement execute function stamp_change();
create trigger visit_delegations_stamp after insert or update or delete or truncate on visit_delegations
  for each statement execute function stamp_change();
create trigger organizations_stamp after insert or update or delete or truncate on organizations
  for each statement execute function stamp_change();
create trigger people_stamp after insert or update or delete or truncate on people
  for each statement execute function stamp_change();
create trigger agenda_item_hosts_stamp after insert or update or delete or truncate on agenda_item_hosts
  for each statement execute function stamp_change();
create trigger agenda_item_topics_stamp after insert or update or delete or truncate on agenda_item_topics
  for each statement execute function stamp_change();
create trigger forum_series_organizers_stamp after insert or update or delete or truncate on forum_series_organizers
  for each statement execute function stamp_change();
create trigger follow_ups_stamp after insert or update or delete or truncate on follow_ups
  for each statement execute function stamp_change();

-- down
drop trigger follow_ups_stamp on follow_ups;
drop trigger forum_series_organizers_stamp on forum_series_organizers;
drop trigger agenda_item_topics_stamp on agenda_item_topics;
drop trigger agenda_item_hosts_stamp on agenda_item_hosts;
drop trigger people_stamp on people;
drop trigger organizations_stamp on organizations;
drop trigger visit_delegations_stamp on visit_delegations;
drop trigger delegation_organizations_stamp on delegation_organizations;
drop trigger delegation_members_stamp on delegation_members;
drop trigger delegations_stamp on delegations;
drop trigger participations_stamp on participations;
drop table calendar_links;
drop index access_tokens_of_line;
alter table access_tokens drop column line_id;
