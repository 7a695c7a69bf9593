import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RECORD_COLUMNS, partialDateColumns } from './columns.js';

/** Agenda items, and who takes part in an event or in one item of its agenda. */
export class CreateAgendas1767225605000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table agenda_items (
        ${RECORD_COLUMNS},
        event_id uuid not null references events,
        leg_id uuid,
        parent_id uuid,
        is_part boolean not null generated always as (parent_id is not null) stored,
        parent_is_part boolean generated always as (case when parent_id is not null then false end) stored,
        position integer not null check (position >= 0),
        kind text not null check (kind in ('opening','keynote','speech','panel','meeting','company_visit','tour','workshop',
          'presentation','signing','ceremony','award','launch','press','meal','transfer','reception','rest')),
        title jsonb not null,
        abstract jsonb,
        starts_at timestamptz(3),
        ends_at timestamptz(3),
        time_zone text,
        ${partialDateColumns('on_date')},
        place_id uuid,
        track text,
        languages text[] not null,
        audience text not null check (audience in ('public', 'guests', 'hosts', 'internal')),
        status text not null,
        uid text not null,
        sequence integer not null check (sequence >= 0),
        constraint agenda_items_uid_once unique (uid),
        constraint agenda_items_whole unique (event_id, id),
        constraint agenda_items_leg_known foreign key (event_id, leg_id) references event_legs (event_id, id),
        constraint agenda_items_parent_known foreign key (event_id, parent_id) references agenda_items (event_id, id),
        constraint agenda_items_whole_by_level unique (event_id, is_part, id),
        -- What an item is part of is no part itself: so no parts of parts, and no circle.
        constraint agenda_items_one_level foreign key (event_id, parent_is_part, parent_id)
          references agenda_items (event_id, is_part, id),
        constraint agenda_items_place_known foreign key (place_id) references places,
        constraint agenda_items_end_after_start check (ends_at is null or ends_at >= starts_at),
        constraint agenda_items_one_time check (starts_at is null or on_date is null),
        constraint agenda_items_zoned check (starts_at is null or time_zone is not null)
      );
      create index agenda_items_in_order on agenda_items (event_id, position, id);
      create index agenda_items_of_leg on agenda_items (leg_id);
      create index agenda_items_of_parent on agenda_items (parent_id);

      create function public.visible_agenda_items(caller uuid) returns setof agenda_items
      language sql stable parallel safe as $$
        select * from public.agenda_items where caller is not null or audience = 'public'
      $$;

      create table agenda_item_hosts (
        item_id uuid not null references agenda_items,
        organization_id uuid not null,
        position integer not null,
        primary key (item_id, organization_id),
        constraint agenda_item_hosts_organization_known foreign key (organization_id) references organizations
      );
      create index agenda_item_hosts_by_organization on agenda_item_hosts (organization_id);

      create table agenda_item_topics (
        item_id uuid not null references agenda_items,
        topic_id uuid not null,
        position integer not null,
        primary key (item_id, topic_id),
        constraint agenda_item_topics_topic_known foreign key (topic_id) references topics
      );

      create table participations (
        ${RECORD_COLUMNS},
        event_id uuid not null references events,
        agenda_item_id uuid,
        person_id uuid,
        organization_id uuid,
        delegation_id uuid,
        "group" jsonb,
        side text not null check (side in ('host', 'guest', 'third')),
        role text not null check (role in ('host','organizer','chair','speaker','greeter','escort','interpreter','signatory',
          'witness','awardee','exhibitor','attendee','note_taker')),
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

      create function public.visible_participations(caller uuid) returns setof participations
      language sql stable parallel safe as $$
        select * from public.participations where caller is not null
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function public.visible_participations(uuid); drop table participations; drop table agenda_item_topics; drop table agenda_item_hosts;
      drop function public.visible_agenda_items(uuid); drop table agenda_items;
    `);
  }
}
