-- What is left to do after an event, by whom and until when.

-- up
-- One number orders follow-ups by urgency, so that one index gives the list to do in its order: what is open by the
-- latest day it is due and then by priority, without a day last; after that what is closed, the latest first.
create function public.urgency(day date, priority text) returns integer
language sql immutable strict parallel safe as $$
  select case when isfinite(day) then (day - date '0001-01-01') * 4 else 20000000 end
    + case priority when 'urgent' then 0 when 'high' then 1 when 'normal' then 2 else 3 end
$$;

create table follow_ups (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  title jsonb not null,
  search text not null generated always as (public.fold_texts(title)) stored,
  kind text not null check (kind in ('action', 'decision', 'verification', 'invitation', 'reply', 'report', 'thank_you',
    'publication', 'renewal', 'participation')),
  event_id uuid,
  agenda_item_id uuid,
  outcome_id uuid,
  agreement_id uuid,
  obligation_id uuid,
  concerned_event_id uuid,
  concerned_agreement_id uuid,
  standing_id uuid,
  owner_actor_id uuid,
  owner_person_id uuid,
  owner_organization_id uuid,
  owner_id uuid generated always as (coalesce(owner_actor_id, owner_person_id, owner_organization_id)) stored,
  due text,
  due_day date not null generated always as (coalesce(public.partial_date_latest(due), 'infinity'::date)) stored,
  due_on_a_day boolean not null generated always as (coalesce(due ~ '^\d{4}-\d{2}-\d{2}$', false)) stored,
  priority text not null check (priority in ('low', 'normal', 'high', 'urgent')),
  mandatory boolean not null,
  status text not null check (status in ('open', 'in_progress', 'blocked', 'done', 'waived', 'cancelled')),
  is_open boolean not null generated always as (status in ('open', 'in_progress', 'blocked')) stored,
  urgency integer not null generated always as (
    case when status in ('open', 'in_progress', 'blocked')
      then public.urgency(coalesce(public.partial_date_latest(due), 'infinity'::date), priority)
      else 60000000 - public.urgency(coalesce(public.partial_date_latest(due), 'infinity'::date), priority)
    end) stored,
  resolution jsonb,
  constraint follow_ups_event_known foreign key (event_id) references events,
  constraint follow_ups_agenda_item_known foreign key (agenda_item_id) references agenda_items,
  constraint follow_ups_outcome_known foreign key (outcome_id) references outcomes,
  constraint follow_ups_agreement_known foreign key (agreement_id) references agreements,
  constraint follow_ups_obligation_known foreign key (obligation_id) references agreement_obligations,
  constraint follow_ups_standing_known foreign key (standing_id) references standing_follow_ups,
  constraint follow_ups_standing_once unique (event_id, standing_id),
  constraint follow_ups_actor_known foreign key (owner_actor_id) references actors,
  constraint follow_ups_person_known foreign key (owner_person_id) references people,
  constraint follow_ups_organization_known foreign key (owner_organization_id) references organizations,
  constraint follow_ups_one_origin check
    (num_nonnulls(event_id, agenda_item_id, outcome_id, agreement_id, obligation_id) = 1),
  constraint follow_ups_one_owner check
    (num_nonnulls(owner_actor_id, owner_person_id, owner_organization_id) < 2)
);
create index follow_ups_by_urgency on follow_ups (urgency, id);
create index follow_ups_by_owner on follow_ups (owner_id, urgency, id);
create index follow_ups_by_update on follow_ups (updated_at, id);
create index follow_ups_by_search on follow_ups using gin (search public.gin_trgm_ops);
create index follow_ups_of_event on follow_ups (concerned_event_id, urgency, id);
create index follow_ups_of_agreement on follow_ups (concerned_agreement_id, urgency, id);
create index follow_ups_of_outcome on follow_ups (outcome_id) where outcome_id is not null;
create index follow_ups_of_agenda_item on follow_ups (agenda_item_id) where agenda_item_id is not null;
create index follow_ups_of_obligation on follow_ups (obligation_id) where obligation_id is not null;

-- The event of an agenda item and the agreement of an obligation are kept beside the origin, to be found by them.
create function public.note_origin_of_follow_up() returns trigger language plpgsql as $$
declare outcome public.outcomes;
begin
  -- Shared, so that the outcome keeps its origin until this is noted.
  select * into outcome from public.outcomes o where o.id = new.outcome_id for share;
  new.concerned_event_id := coalesce(new.event_id, outcome.concerned_event_id,
    (select i.event_id from public.agenda_items i where i.id = new.agenda_item_id));
  new.concerned_agreement_id := coalesce(new.agreement_id, outcome.agreement_id,
    (select b.agreement_id from public.agreement_obligations b where b.id = new.obligation_id));
  return new;
end $$;
create trigger follow_ups_note_origin
  before insert or update of event_id, agenda_item_id, outcome_id, agreement_id, obligation_id on follow_ups
  for each row execute function note_origin_of_follow_up();

create function public.renew_origin_of_follow_ups() returns trigger language plpgsql as $$
begin
  update public.follow_ups set outcome_id = outcome_id where outcome_id = new.id;
  return null;
end $$;
create trigger outcomes_renew_follow_ups after update of event_id, agenda_item_id, agreement_id on outcomes
  for each row when ((old.concerned_event_id, old.agreement_id) is distinct from (new.concerned_event_id, new.agreement_id))
  execute function renew_origin_of_follow_ups();

create function public.visible_follow_ups(caller jsonb) returns setof follow_ups
language sql stable parallel safe as $$
  select * from public.follow_ups where caller is not null
$$;

select keep_history('follow_ups', derived => '{concerned_event_id,concerned_agreement_id}');

-- down
drop function public.visible_follow_ups(jsonb);
drop trigger outcomes_renew_follow_ups on outcomes;
drop function public.renew_origin_of_follow_ups();
drop table follow_ups;
drop function public.note_origin_of_follow_up();
drop function public.urgency(date, text);
