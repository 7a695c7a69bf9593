-- Which delegations come on a visit.

-- up
create table visit_delegations (
  event_id uuid not null references events,
  delegation_id uuid not null,
  position integer not null,
  primary key (event_id, delegation_id),
  constraint visit_delegations_delegation_known foreign key (delegation_id) references delegations
);
create index visit_delegations_by_delegation on visit_delegations (delegation_id);

select keep_list_history('visit_delegations', 'event_id', 'delegation_ids', 'delegation_id');

-- down
drop table visit_delegations;
