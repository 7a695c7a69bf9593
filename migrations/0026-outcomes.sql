-- What came of an event, of an item of its agenda or of an agreement, by whom and what it is about.

-- up
create table outcomes (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  event_id uuid,
  agenda_item_id uuid,
  agreement_id uuid,
  concerned_event_id uuid,
  kind text not null check (kind in ('groundwork', 'finding', 'idea', 'proposal', 'commitment', 'award', 'launch',
    'publication', 'deliverable', 'contact', 'statement')),
  text jsonb not null,
  search text not null generated always as (public.fold_texts(text)) stored,
  quantity jsonb,
  expected text,
  expected_day date not null generated always as
    (coalesce(public.partial_date_latest(expected), 'infinity'::date)) stored,
  delivered text,
  presented_at_event_id uuid,
  status text not null,
  constraint outcomes_event_known foreign key (event_id) references events,
  constraint outcomes_agenda_item_known foreign key (agenda_item_id) references agenda_items,
  constraint outcomes_agreement_known foreign key (agreement_id) references agreements,
  constraint outcomes_presentation_known foreign key (presented_at_event_id) references events,
  constraint outcomes_one_origin check (num_nonnulls(event_id, agenda_item_id, agreement_id) = 1)
);
create index outcomes_by_expectation on outcomes (expected_day, id);
create index outcomes_by_update on outcomes (updated_at, id);
create index outcomes_by_search on outcomes using gin (search public.gin_trgm_ops);
create index outcomes_of_event on outcomes (concerned_event_id, id);
create index outcomes_of_agenda_item on outcomes (agenda_item_id);
create index outcomes_of_agreement on outcomes (agreement_id, id);
create index outcomes_by_presentation on outcomes (presented_at_event_id);

-- The event of an agenda item is kept beside the origin, to be found by it.
create function public.note_origin_of_outcome() returns trigger language plpgsql as $$
begin
  new.concerned_event_id := coalesce(new.event_id,
    (select i.event_id from public.agenda_items i where i.id = new.agenda_item_id));
  return new;
end $$;
create trigger outcomes_note_origin before insert or update of event_id, agenda_item_id on outcomes
  for each row execute function note_origin_of_outcome();

create table outcome_topics (
  outcome_id uuid not null references outcomes,
  topic_id uuid not null,
  position integer not null,
  primary key (outcome_id, topic_id),
  constraint outcome_topics_topic_known foreign key (topic_id) references topics
);
create index outcome_topics_by_topic on outcome_topics (topic_id);

create table outcome_actors (
  outcome_id uuid not null references outcomes,
  position integer not null,
  person_id uuid,
  organization_id uuid,
  primary key (outcome_id, position),
  constraint outcome_actors_person_known foreign key (person_id) references people,
  constraint outcome_actors_organization_known foreign key (organization_id) references organizations,
  constraint outcome_actors_one_subject check (num_nonnulls(person_id, organization_id) = 1)
);
create index outcome_actors_by_person on outcome_actors (person_id);
create index outcome_actors_by_organization on outcome_actors (organization_id);

create function public.visible_outcomes(caller jsonb) returns setof outcomes
language sql stable parallel safe as $$
  select * from public.outcomes where caller is not null
$$;

select keep_history('outcomes', derived => '{concerned_event_id}'),
  keep_list_history('outcome_topics', 'outcome_id', 'topic_ids', 'topic_id'),
  keep_list_history('outcome_actors', 'outcome_id', 'actors');

-- down
drop function public.visible_outcomes(jsonb);
drop table outcome_actors;
drop table outcome_topics;
drop table outcomes;
drop function public.note_origin_of_outcome();
