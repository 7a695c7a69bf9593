-- Who takes part in an event or in one item of its agenda.

-- up
create table participations (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  event_id uuid not null references events,
  agenda_item_id uuid,
  person_id uuid,
  organization_id uuid,
  delegation_id uuid,
  "group" jsonb,
  side text not null check (side in ('host', 'guest', 'third')),
  role text not null check (role in ('host', 'organizer', 'chair', 'speaker', 'greeter', 'escort', 'interpreter',
    'signatory', 'witness', 'awardee', 'exhibitor', 'attendee', 'note_taker')),
  on_behalf_of jsonb,
  title jsonb,
  speaking_order integer check (speaking_order > 0),
  seat text,
  response text not null,
  constraint participations_item_known foreign key (event_id, agenda_item_id) references agenda_items (event_id, id),
  constraint participations_person_known foreign key (person_id) references people,
  constraint participations_organization_known foreign key (organization_id) references organizations,
  constraint participations_delegation_known foreign key (delegation_id) references delegations,
  -- Beside a person or a group, the organization is the one they belong to.
  constraint participations_one_subject check (
    num_nonnulls(person_id, delegation_id, "group") = 1 and num_nonnulls(delegation_id, organization_id) < 2
    or num_nonnulls(person_id, delegation_id, "group") = 0 and organization_id is not null)
);
create index participations_of_event on participations (event_id, id);
create index participations_of_item on participations (agenda_item_id) where agenda_item_id is not null;
create index participations_by_person on participations (person_id);
create index participations_by_organization on participations (organization_id);
create index participations_by_delegation on participations (delegation_id);

create function public.visible_participations(caller jsonb) returns setof participations
language sql stable parallel safe as $$
  select * from public.participations where caller is not null
$$;

select keep_history('participations');

-- down
drop function public.visible_participations(jsonb);
drop table participations;
