import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RECORD_COLUMNS } from './columns.js';

/** The author of what Corteo brings along. */
const CORTEO = '019b76da-a800-7000-8000-000000000001';

/** Outcomes, the follow-ups they and others lead to, and what the office does after every visit. */
export class CreateFollowUps1767225620000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function public.fold_texts(texts jsonb) returns text
      language sql immutable strict parallel safe as $$
        select string_agg(public.fold_text(t.value), E'\\n') from jsonb_each_text(texts) t
      $$;

      create table outcomes (
        ${RECORD_COLUMNS},
        event_id uuid,
        agenda_item_id uuid,
        agreement_id uuid,
        concerned_event_id uuid,
        kind text not null check (kind in ('groundwork','finding','idea','proposal','commitment','award','launch',
          'publication','deliverable','contact','statement')),
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

      create function public.visible_outcomes(caller uuid) returns setof outcomes
      language sql stable parallel safe as $$
        select * from public.outcomes where caller is not null
      $$;

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

      create table standing_follow_ups (
        ${RECORD_COLUMNS},
        title jsonb not null,
        kind text not null,
        due_after text not null,
        mandatory boolean not null
      );
    `);
    // One number orders follow-ups by urgency, so that one index gives the list to do in its order: what is open by the
    // latest day it is due and then by priority, without a day last; after that what is closed, the latest first.
    await runner.query(`
      create function public.urgency(day date, priority text) returns integer
      language sql immutable strict parallel safe as $$
        select case when isfinite(day) then (day - date '0001-01-01') * 4 else 20000000 end
          + case priority when 'urgent' then 0 when 'high' then 1 when 'normal' then 2 else 3 end
      $$;

      create table follow_ups (
        ${RECORD_COLUMNS},
        title jsonb not null,
        search text not null generated always as (public.fold_texts(title)) stored,
        kind text not null check (kind in ('action','decision','verification','invitation','reply','report','thank_you',
          'publication','renewal','participation')),
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
        due_on_a_day boolean not null generated always as (coalesce(due ~ '^\\d{4}-\\d{2}-\\d{2}$', false)) stored,
        priority text not null check (priority in ('low', 'normal', 'high', 'urgent')),
        mandatory boolean not null,
        status text not null check (status in ('open','in_progress','blocked','done','waived','cancelled')),
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

      create function public.visible_follow_ups(caller uuid) returns setof follow_ups
      language sql stable parallel safe as $$
        select * from public.follow_ups where caller is not null
      $$;
    `);
    // The event of an agenda item and the agreement of an obligation are kept beside the origin, to be found by them.
    await runner.query(`
      create function public.note_origin_of_outcome() returns trigger language plpgsql as $$
      begin
        new.concerned_event_id := coalesce(new.event_id,
          (select i.event_id from public.agenda_items i where i.id = new.agenda_item_id));
        return new;
      end $$;
      create trigger outcomes_note_origin before insert or update of event_id, agenda_item_id on outcomes
        for each row execute function note_origin_of_outcome();

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
    `);
    await runner.query(`
      select keep_history('outcomes', derived => '{concerned_event_id}'),
        keep_history('follow_ups', derived => '{concerned_event_id,concerned_agreement_id}'),
        keep_history('standing_follow_ups'),
        keep_list_history('outcome_topics', 'outcome_id', 'topic_ids', 'topic_id'),
        keep_list_history('outcome_actors', 'outcome_id', 'actors')
    `);
    await runner.query(`
      insert into actors (id, name, created_at) values ('${CORTEO}', 'Corteo', '2026-01-01') on conflict (name) do nothing;
      insert into standing_follow_ups (id, version, created_at, created_by_id, updated_at, updated_by_id, title, kind,
        due_after, mandatory)
      select standing.id, 1, a.created_at, a.id, a.created_at, a.id, standing.title, standing.kind, standing.due_after, true
      from actors a, (values
        ('019b76da-a800-7000-8000-000000000002'::uuid,
          '{"en": "Report on the visit", "it": "Relazione sulla visita"}'::jsonb, 'report', 'P21D'),
        ('019b76da-a800-7000-8000-000000000003',
          '{"en": "Thank-you letters", "it": "Lettere di ringraziamento"}', 'thank_you', 'P7D')
      ) as standing(id, title, kind, due_after)
      where a.name = 'Corteo';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function public.visible_follow_ups(uuid); drop table follow_ups; drop table standing_follow_ups;
      drop function public.visible_outcomes(uuid); drop table outcome_actors; drop table outcome_topics;
      drop table outcomes;
      drop function public.renew_origin_of_follow_ups(); drop function public.note_origin_of_follow_up();
      drop function public.note_origin_of_outcome(); drop function public.urgency(date, text);
      drop function public.fold_texts(jsonb);
    `);
  }
}
