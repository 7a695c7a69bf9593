-- What was changed within a record is found by when it was: lists of the whole ask for it.

-- up
create index agenda_items_by_update on agenda_items (updated_at, event_id);
create index agreement_links_by_update on agreement_links (updated_at, agreement_id);
create index agreement_obligations_by_update on agreement_obligations (updated_at, agreement_id);
create index agreement_parties_by_update on agreement_parties (updated_at, agreement_id);
create index agreement_signatories_by_update on agreement_signatories (updated_at, agreement_id);
create index delegation_members_by_update on delegation_members (updated_at, delegation_id);
create index event_links_by_update on event_links (updated_at, event_id);
create index organization_relations_by_update on organization_relations (updated_at, organization_id);
create index participations_by_update on participations (updated_at, event_id);
create index positions_by_update on positions (updated_at, person_id);

-- down
drop index positions_by_update;
drop index participations_by_update;
drop index organization_relations_by_update;
drop index event_links_by_update;
drop index delegation_members_by_update;
drop index agreement_signatories_by_update;
drop index agreement_parties_by_update;
drop index agreement_obligations_by_update;
drop index agreement_links_by_update;
drop index agenda_items_by_update;
