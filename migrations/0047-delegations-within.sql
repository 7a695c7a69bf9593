-- Delegations within delegations, and the dates of those that come for a part of a visit.

-- up
alter table delegations add column parent_id uuid,
  add constraint delegations_parent_known foreign key (parent_id) references delegations;
create index delegations_by_parent on delegations (parent_id, sort_name);
create trigger delegations_without_circle after insert or update of parent_id on delegations
  for each row when (new.parent_id is not null) execute function refuse_parent_circle();

create table visit_delegation_dates (
  event_id uuid not null references events,
  delegation_id uuid not null,
  position integer not null,
  starts text,
  ends text,
  primary key (event_id, delegation_id),
  constraint visit_delegation_dates_delegation_known foreign key (delegation_id) references delegations
);
select keep_list_history('visit_delegation_dates', 'event_id', 'delegation_dates');

-- down
drop table visit_delegation_dates;
drop trigger delegations_without_circle on delegations;
alter table delegations drop column parent_id;
