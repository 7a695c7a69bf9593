-- Facts that had no place: of visits, series, outcomes and organizations, and what places, topics and others are like.

-- up
alter table events add column ordinal integer check (ordinal > 0), add column host_city_id uuid,
  add constraint events_host_city_known foreign key (host_city_id) references places;
create index events_by_host_city on events (host_city_id);
-- The number of side events becomes a quantity: “over twenty” is known, too.
alter table events drop constraint events_announced_side_events_check,
  alter column announced_side_events type jsonb using case when announced_side_events is not null
    then jsonb_build_object('value', announced_side_events, 'qualifier', 'exact') end;

alter table forum_series add column founded text, add column description jsonb;
alter table places add column description jsonb;
alter table topics add column description jsonb;

alter table organizations add column description jsonb, add column email text, add column phone text,
  add column contact_person_id uuid,
  add constraint organizations_contact_person_known foreign key (contact_person_id) references people;

alter table outcomes add column announced_at_event_id uuid,
  add constraint outcomes_announcement_known foreign key (announced_at_event_id) references events;
create index outcomes_by_announcement on outcomes (announced_at_event_id);
create table outcome_places (
  outcome_id uuid not null references outcomes,
  place_id uuid not null,
  position integer not null,
  primary key (outcome_id, place_id),
  constraint outcome_places_place_known foreign key (place_id) references places
);
create index outcome_places_by_place on outcome_places (place_id);
select keep_list_history('outcome_places', 'outcome_id', 'place_ids', 'place_id');

-- down
drop table outcome_places;
alter table outcomes drop column announced_at_event_id;

alter table organizations drop column contact_person_id, drop column phone, drop column email, drop column description;

alter table topics drop column description;
alter table places drop column description;
alter table forum_series drop column description, drop column founded;

alter table events
  alter column announced_side_events type integer using round((announced_side_events ->> 'value')::numeric)::integer,
  add constraint events_announced_side_events_check check (announced_side_events >= 0);
alter table events drop column host_city_id, drop column ordinal;
