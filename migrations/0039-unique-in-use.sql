-- Rules of uniqueness count what is in use: what was put away can be added again.

-- up
alter table event_links drop constraint event_links_once;
create unique index event_links_once on event_links (event_id, to_id, kind) where archived_at is null;
create index event_links_of_event on event_links (event_id);

alter table follow_ups drop constraint follow_ups_standing_once;
create unique index follow_ups_standing_once on follow_ups (event_id, standing_id) where archived_at is null;
create index follow_ups_by_standing on follow_ups (event_id, standing_id) where standing_id is not null;

-- down
drop index follow_ups_by_standing;
drop index follow_ups_standing_once;
alter table follow_ups add constraint follow_ups_standing_once unique (event_id, standing_id);
drop index event_links_of_event;
drop index event_links_once;
alter table event_links add constraint event_links_once unique (event_id, to_id, kind);
