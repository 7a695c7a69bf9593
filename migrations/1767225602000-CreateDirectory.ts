import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RECORD_COLUMNS, NAME_COLUMNS, indexNames, partialDateColumns } from './columns.js';

/** Places, topics, organizations, people and their positions. */
export class CreateDirectory1767225602000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A place may have a parent and further containers: no way through them leads back to it.
    await runner.query(`
      create table places (
        ${RECORD_COLUMNS}, ${NAME_COLUMNS},
        kind text not null check (kind in ('country','region','province','city','district','zone','venue','room')),
        parent_id uuid,
        time_zone text,
        latitude double precision check (latitude between -90 and 90),
        longitude double precision check (longitude between -180 and 180),
        address text,
        capacity integer check (capacity > 0),
        constraint places_parent_known foreign key (parent_id) references places,
        constraint places_coordinates_whole check ((latitude is null) = (longitude is null))
      );
      ${indexNames('places')}
      create index places_by_parent on places (parent_id, sort_name);

      create table place_containers (
        place_id uuid not null references places,
        container_id uuid not null,
        position integer not null,
        primary key (place_id, container_id),
        constraint place_containers_container_known foreign key (container_id) references places
      );
      create index place_containers_by_container on place_containers (container_id);

      create function public.places_around(place uuid) returns table (id uuid)
      language sql stable parallel safe rows 6 as $$
        with recursive around(id) as (
          select place where place is not null
          union
          select higher.id from around
            cross join lateral (
              select p.parent_id from public.places p where p.id = around.id and p.parent_id is not null
              union all
              select c.container_id from public.place_containers c where c.place_id = around.id
            ) as higher(id)
        ) select id from around
      $$;

      create function public.places_within(place uuid) returns table (id uuid)
      language sql stable parallel safe as $$
        with recursive within(id) as (
          select place where place is not null
          union
          select lower.id from within
            cross join lateral (
              select p.id from public.places p where p.parent_id = within.id
              union all
              select c.place_id from public.place_containers c where c.container_id = within.id
            ) as lower(id)
        ) select id from within
      $$;

      create function public.refuse_place_circle() returns trigger language plpgsql as $$
      declare
        place uuid := to_jsonb(new) ->> tg_argv[0];
        container uuid := to_jsonb(new) ->> tg_argv[1];
      begin
        perform pg_advisory_xact_lock(hashtext('tree:places'));
        if place in (select around.id from public.places_around(container) around) then
          raise exception 'a circle of places'
            using errcode = 'check_violation', constraint = 'places_without_circle', table = tg_table_name;
        end if;
        return new;
      end $$;
      create trigger places_without_circle after insert or update of parent_id on places
        for each row when (new.parent_id is not null) execute function refuse_place_circle('id', 'parent_id');
      create trigger places_without_circle after insert or update on place_containers
        for each row execute function refuse_place_circle('place_id', 'container_id');

      create table topics (
        ${RECORD_COLUMNS}, ${NAME_COLUMNS},
        parent_id uuid,
        constraint topics_parent_known foreign key (parent_id) references topics
      );
      ${indexNames('topics')}
      create index topics_by_parent on topics (parent_id, sort_name);
      create trigger topics_without_circle after insert or update of parent_id on topics
        for each row when (new.parent_id is not null) execute function refuse_parent_circle();

      create table organizations (
        ${RECORD_COLUMNS}, ${NAME_COLUMNS},
        kind text not null check (kind in ('municipality','government','agency','university','research','company',
          'association','federation','incubator','science_centre','joint_lab','financial','other')),
        parent_id uuid,
        place_id uuid,
        ${partialDateColumns('founded')},
        member_count jsonb,
        website text,
        constraint organizations_parent_known foreign key (parent_id) references organizations,
        constraint organizations_place_known foreign key (place_id) references places
      );
      ${indexNames('organizations')}
      create index organizations_by_parent on organizations (parent_id, sort_name);
      create index organizations_by_place on organizations (place_id, sort_name);
      create trigger organizations_without_circle after insert or update of parent_id on organizations
        for each row when (new.parent_id is not null) execute function refuse_parent_circle();

      create table organization_topics (
        organization_id uuid not null references organizations,
        topic_id uuid not null,
        position integer not null,
        primary key (organization_id, topic_id),
        constraint organization_topics_topic_known foreign key (topic_id) references topics
      );
      create index organization_topics_by_topic on organization_topics (topic_id);

      create table people (
        ${RECORD_COLUMNS}, ${NAME_COLUMNS},
        family_name text,
        given_name text,
        name_order text check (name_order in ('family_first', 'given_first')),
        honorific text,
        languages text[] not null,
        email text,
        phone text,
        notes text
      );
      ${indexNames('people')}

      create table positions (
        ${RECORD_COLUMNS},
        person_id uuid not null references people,
        organization_id uuid not null,
        title jsonb not null,
        ${partialDateColumns('since')},
        ${partialDateColumns('until')},
        on_behalf_of jsonb,
        constraint positions_organization_known foreign key (organization_id) references organizations
      );
      create index positions_of_person on positions (person_id, id);
      create index positions_at_organization on positions (organization_id);

      create table organization_relations (
        ${RECORD_COLUMNS},
        organization_id uuid not null references organizations,
        kind text not null check (kind in ('subsidiary_of','member_of','partner_of','founded_by','operates','present_in')),
        to_organization_id uuid,
        to_person_id uuid,
        to_place_id uuid,
        ${partialDateColumns('since')},
        ${partialDateColumns('until')},
        constraint organization_relations_organization_known foreign key (to_organization_id) references organizations,
        constraint organization_relations_person_known foreign key (to_person_id) references people,
        constraint organization_relations_place_known foreign key (to_place_id) references places,
        constraint organization_relations_one_target check (num_nonnulls(to_organization_id, to_person_id, to_place_id) = 1),
        constraint organization_relations_not_itself check (organization_id <> to_organization_id)
      );
      create index organization_relations_of_organization on organization_relations (organization_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table organization_relations; drop table positions; drop table people;
      drop table organization_topics; drop table organizations; drop table topics;
      drop function public.places_within(uuid); drop function public.places_around(uuid);
      drop table place_containers; drop table places; drop function public.refuse_place_circle();
    `);
  }
}
