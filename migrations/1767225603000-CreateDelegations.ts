import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RECORD_COLUMNS, NAME_COLUMNS, indexNames } from './columns.js';

/** Delegations and their members in order of precedence. */
export class CreateDelegations1767225603000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table delegations (
        ${RECORD_COLUMNS}, ${NAME_COLUMNS},
        kind text check (kind in ('official','business','academic','inspection','student','mixed')),
        origin_place_id uuid,
        declared_size jsonb,
        purpose jsonb,
        focal_point_id uuid,
        status text not null,
        constraint delegations_origin_known foreign key (origin_place_id) references places,
        constraint delegations_focal_point_known foreign key (focal_point_id) references people
      );
      ${indexNames('delegations')}
      create index delegations_by_origin on delegations (origin_place_id, sort_name);

      create table delegation_organizations (
        delegation_id uuid not null references delegations,
        organization_id uuid not null,
        position integer not null,
        primary key (delegation_id, organization_id),
        constraint delegation_organizations_organization_known foreign key (organization_id) references organizations
      );
      create index delegation_organizations_by_organization on delegation_organizations (organization_id);

      create table delegation_topics (
        delegation_id uuid not null references delegations,
        topic_id uuid not null,
        position integer not null,
        primary key (delegation_id, topic_id),
        constraint delegation_topics_topic_known foreign key (topic_id) references topics
      );
      create index delegation_topics_by_topic on delegation_topics (topic_id);

      create table delegation_members (
        ${RECORD_COLUMNS},
        delegation_id uuid not null references delegations,
        person_id uuid,
        "group" jsonb,
        placeholder jsonb,
        role text not null check (role in ('head','deputy_head','member','secretary','interpreter','adviser',
          'security','press','accompanying','staff')),
        title jsonb,
        organization_id uuid,
        precedence integer not null check (precedence > 0),
        precedence_reason text,
        languages text[] not null,
        status text not null,
        replaces_id uuid,
        constraint delegation_members_person_known foreign key (person_id) references people,
        constraint delegation_members_organization_known foreign key (organization_id) references organizations,
        constraint delegation_members_whole unique (delegation_id, id),
        constraint delegation_members_replaces_known foreign key (delegation_id, replaces_id)
          references delegation_members (delegation_id, id),
        constraint delegation_members_one_subject check (num_nonnulls(person_id, "group", placeholder) = 1)
      );
      create index delegation_members_in_order on delegation_members (delegation_id, precedence, id);
      create index delegation_members_by_person on delegation_members (person_id);
      create index delegation_members_by_organization on delegation_members (organization_id);
      create unique index delegation_members_one_head on delegation_members (delegation_id)
        where role = 'head' and archived_at is null and status not in ('declined', 'withdrawn', 'replaced', 'absent');
      create unique index delegation_members_person_once on delegation_members (delegation_id, person_id)
        where archived_at is null and status not in ('declined', 'withdrawn', 'replaced', 'absent');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table delegation_members; drop table delegation_topics;
      drop table delegation_organizations; drop table delegations;
    `);
  }
}
