-- The same participation, relation or position is recorded once, as long as it is in use.

-- up
create unique index participations_once on participations
  (event_id, agenda_item_id, side, role, coalesce(person_id, delegation_id, organization_id)) nulls not distinct
  where archived_at is null and "group" is null and response not in ('declined', 'withdrawn', 'replaced', 'absent');
create unique index organization_relations_once on organization_relations
  (organization_id, kind, coalesce(to_organization_id, to_person_id, to_place_id), since) nulls not distinct
  where archived_at is null;
-- A title may be longer than an entry of an index.
create unique index positions_once on positions
  (person_id, organization_id, md5(title::text), md5(on_behalf_of::text), since) nulls not distinct
  where archived_at is null;

-- down
drop index positions_once;
drop index organization_relations_once;
drop index participations_once;
