-- Participants who are still to be named, and positions and relations that have ended, nobody knows when.

-- up
alter table participations add column placeholder jsonb,
  drop constraint participations_one_subject,
  -- Beside a person, a group or a placeholder, the organization is the one they belong to.
  add constraint participations_one_subject check (
    num_nonnulls(person_id, delegation_id, "group", placeholder) = 1 and num_nonnulls(delegation_id, organization_id) < 2
    or num_nonnulls(person_id, delegation_id, "group", placeholder) = 0 and organization_id is not null);
alter table published_participations add column placeholder jsonb;

alter table positions add column ended boolean not null default false;
alter table positions alter column ended drop default;
alter table organization_relations add column ended boolean not null default false;
alter table organization_relations alter column ended drop default;

-- Where nobody knows since when, an office that has ended is another one than that which lasts.
drop index positions_once;
create unique index positions_once on positions
  (person_id, organization_id, md5(title::text), md5(on_behalf_of::text), since,
    (case when since is null then until end), (case when since is null then ended end)) nulls not distinct
  where archived_at is null;
drop index organization_relations_once;
create unique index organization_relations_once on organization_relations
  (organization_id, kind, coalesce(to_organization_id, to_person_id, to_place_id), since,
    (case when since is null then until end), (case when since is null then ended end)) nulls not distinct
  where archived_at is null;

-- down
drop index organization_relations_once;
create unique index organization_relations_once on organization_relations
  (organization_id, kind, coalesce(to_organization_id, to_person_id, to_place_id), since) nulls not distinct
  where archived_at is null;
drop index positions_once;
create unique index positions_once on positions
  (person_id, organization_id, md5(title::text), md5(on_behalf_of::text), since) nulls not distinct
  where archived_at is null;
alter table organization_relations drop column ended;
alter table positions drop column ended;

alter table published_participations drop column placeholder;
alter table participations drop constraint participations_one_subject,
  drop column placeholder,
  add constraint participations_one_subject check (
    num_nonnulls(person_id, delegation_id, "group") = 1 and num_nonnulls(delegation_id, organization_id) < 2
    or num_nonnulls(person_id, delegation_id, "group") = 0 and organization_id is not null);
