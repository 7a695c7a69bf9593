import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RECORD_COLUMNS, NAME_COLUMNS, indexNames } from './columns.js';

/** Events (visits and forums in one table), their legs, links, earlier dates, and the places they concern. */
export class CreateEvents1767225604000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum_series (
        ${RECORD_COLUMNS}, ${NAME_COLUMNS},
        frequency text check (frequency in ('annual', 'biennial', 'irregular', 'other')),
        objectives jsonb not null,
        audience jsonb
      );
      ${indexNames('forum_series')}

      create table forum_series_organizers (
        series_id uuid not null references forum_series,
        organization_id uuid not null,
        position integer not null,
        primary key (series_id, organization_id),
        constraint forum_series_organizers_organization_known foreign key (organization_id) references organizations
      );
    `);
    // An event without dates has an empty interval, from infinity to -infinity: it overlaps nothing and sorts last.
    await runner.query(`
      create table events (
        ${RECORD_COLUMNS}, ${NAME_COLUMNS},
        kind text not null check (kind in ('visit', 'forum')),
        status text not null,
        summary jsonb,
        parent_id uuid,
        starts text,
        ends text,
        earliest_day date not null generated always as
          (coalesce(public.partial_date_earliest(coalesce(starts, ends)), 'infinity'::date)) stored,
        latest_day date not null generated always as
          (coalesce(public.partial_date_latest(coalesce(ends, starts)), '-infinity'::date)) stored,
        dates_note jsonb,
        time_zone text,
        place_id uuid,
        objectives jsonb not null,
        responsible_id uuid,
        visibility text not null check (visibility in ('public', 'internal', 'confidential')),
        agenda_complete boolean not null,
        uid text not null,
        sequence integer not null check (sequence >= 0),
        direction text check (direction in ('incoming', 'outgoing', 'domestic')),
        category text check (category in ('courtesy','working','official','inspection','study','signing','exploratory')),
        series_id uuid,
        edition integer check (edition > 0),
        year integer check (year between 1 and 9999),
        format text check (format in ('fair','forum','summit','conference','expo','week','workshop','matchmaking','ceremony','side_event')),
        theme jsonb,
        expected_attendance jsonb,
        actual_attendance jsonb,
        announced_side_events integer check (announced_side_events >= 0),
        constraint events_uid_once unique (uid),
        constraint events_parent_known foreign key (parent_id) references events,
        constraint events_place_known foreign key (place_id) references places,
        constraint events_responsible_known foreign key (responsible_id) references actors,
        constraint events_series_known foreign key (series_id) references forum_series
      );
      ${indexNames('events')}
      create index events_by_day on events (latest_day desc, id desc);
      create index events_by_kind_and_day on events (kind, latest_day desc, id desc);
      create index events_long on events (latest_day desc, id desc) where latest_day > earliest_day + 14;
      create index events_long_by_kind on events (kind, latest_day desc, id desc) where latest_day > earliest_day + 14;
      create index events_by_parent on events (parent_id);
      create index events_by_series on events (series_id, latest_day desc, id desc);
      create index events_by_responsible on events (responsible_id, latest_day desc, id desc);
      create trigger events_without_circle after insert or update of parent_id on events
        for each row when (new.parent_id is not null) execute function refuse_parent_circle();

      create function public.visible_events(caller uuid) returns setof events
      language sql stable parallel safe as $$
        select * from public.events where caller is not null or visibility = 'public'
      $$;

      create table event_legs (
        id uuid primary key,
        event_id uuid not null references events,
        position integer not null,
        place_id uuid,
        starts text,
        ends text,
        constraint event_legs_whole unique (event_id, id),
        constraint event_legs_place_known foreign key (place_id) references places
      );
      create index event_legs_in_order on event_legs (event_id, position);

      create table event_topics (
        event_id uuid not null references events,
        topic_id uuid not null,
        position integer not null,
        primary key (event_id, topic_id),
        constraint event_topics_topic_known foreign key (topic_id) references topics
      );
      create index event_topics_by_topic on event_topics (topic_id);

      create table event_links (
        ${RECORD_COLUMNS},
        event_id uuid not null references events,
        to_id uuid not null,
        kind text not null check (kind in ('in_preparation_for', 'coincides_with', 'follows', 'replaces')),
        constraint event_links_to_known foreign key (to_id) references events,
        constraint event_links_once unique (event_id, to_id, kind),
        constraint event_links_not_itself check (event_id <> to_id)
      );
      create index event_links_by_target on event_links (to_id);

      create table event_earlier_dates (
        id uuid primary key,
        event_id uuid not null references events,
        starts text,
        ends text,
        changed_at timestamptz(3) not null,
        changed_by_id uuid not null references actors,
        reason text
      );
      create index event_earlier_dates_of_event on event_earlier_dates (event_id, id);
    `);
    // Every event by every place it concerns: its own, its legs', and all that contain them.
    // With the days beside it, a list by place reads one index in order, whatever the size.
    await runner.query(`
      create table event_places (
        event_id uuid not null references events,
        place_id uuid not null references places,
        kind text not null,
        earliest_day date not null,
        latest_day date not null,
        primary key (event_id, place_id)
      );
      create index event_places_by_day on event_places (place_id, latest_day desc, event_id desc) include (earliest_day, kind);
      create index event_places_long on event_places (place_id, latest_day desc, event_id desc) include (earliest_day, kind)
        where latest_day > earliest_day + 14;

      create function public.note_event_places(ids uuid[]) returns void language sql as $$
        insert into public.event_places (event_id, place_id, kind, earliest_day, latest_day)
        select distinct e.id, around.id, e.kind, e.earliest_day, e.latest_day
        from public.events e
        cross join lateral (
          select e.place_id union select l.place_id from public.event_legs l where l.event_id = e.id
        ) own(place_id)
        cross join lateral public.places_around(own.place_id) around
        where e.id = any (ids)
        on conflict do nothing
      $$;

      create function public.renew_event_places(ids uuid[]) returns void language sql as $$
        delete from public.event_places where event_id = any (ids);
        select public.note_event_places(ids);
      $$;

      create function public.events_in(places uuid[]) returns uuid[] language sql stable as $$
        select array_agg(distinct event_id) from public.event_places where place_id = any (places)
      $$;

      create function public.note_places_of_events() returns trigger language plpgsql as $$
      begin
        perform public.note_event_places(array(select id from changed where place_id is not null));
        return null;
      end $$;
      create trigger events_note_places after insert on events
        referencing new table as changed for each statement execute function note_places_of_events();

      create function public.renew_places_of_events() returns trigger language plpgsql as $$
      declare moved uuid[] := array(
        select n.id from changed n join former o using (id)
        where (n.place_id, n.earliest_day, n.latest_day) is distinct from (o.place_id, o.earliest_day, o.latest_day));
      begin
        if moved <> '{}' then perform public.renew_event_places(moved); end if;
        return null;
      end $$;
      create trigger events_renew_places after update on events
        referencing new table as changed old table as former for each statement execute function renew_places_of_events();

      create function public.note_places_of_legs() returns trigger language plpgsql as $$
      begin
        perform public.note_event_places(array(select distinct event_id from changed));
        return null;
      end $$;
      create trigger event_legs_note_places after insert on event_legs
        referencing new table as changed for each statement execute function note_places_of_legs();

      create function public.renew_places_of_legs() returns trigger language plpgsql as $$
      begin
        perform public.renew_event_places(array(select distinct event_id from changed));
        return null;
      end $$;
      create trigger event_legs_renew_places after update on event_legs
        referencing new table as changed for each statement execute function renew_places_of_legs();
      create trigger event_legs_drop_places after delete on event_legs
        referencing old table as changed for each statement execute function renew_places_of_legs();

      create function public.renew_places_of_place() returns trigger language plpgsql as $$
      declare moved uuid := case tg_table_name when 'places' then (to_jsonb(new) ->> 'id')::uuid
                            else (to_jsonb(coalesce(new, old)) ->> 'place_id')::uuid end;
      begin
        perform public.renew_event_places(public.events_in(array(select id from public.places_within(moved))));
        return null;
      end $$;
      create trigger places_renew_events after update of parent_id on places
        for each row when (old.parent_id is distinct from new.parent_id) execute function renew_places_of_place();
      create trigger place_containers_renew_events after insert or delete on place_containers
        for each row execute function renew_places_of_place();
    `);
    await runner.query(`
      create function public.zone_of_place(place uuid) returns text
      language sql stable parallel safe as $$
        with recursive around(id, zone, distance) as (
          select p.id, p.time_zone, 0 from public.places p where p.id = place
          union all
          select p.id, p.time_zone, around.distance + 1 from around
            join public.places inner_place on inner_place.id = around.id
            join public.places p on p.id = inner_place.parent_id
          where around.zone is null
        ) select zone from around where zone is not null order by distance limit 1
      $$;

      create table visit_delegations (
        event_id uuid not null references events,
        delegation_id uuid not null,
        position integer not null,
        primary key (event_id, delegation_id),
        constraint visit_delegations_delegation_known foreign key (delegation_id) references delegations
      );
      create index visit_delegations_by_delegation on visit_delegations (delegation_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger place_containers_renew_events on place_containers;
      drop trigger places_renew_events on places;
      drop table visit_delegations; drop function public.zone_of_place(uuid); drop table event_places; drop table event_earlier_dates; drop table event_links;
      drop table event_topics; drop table event_legs;
      drop function public.renew_places_of_place(); drop function public.renew_places_of_legs();
      drop function public.note_places_of_legs(); drop function public.visible_events(uuid);
      drop table events;
      drop function public.renew_places_of_events(); drop function public.note_places_of_events();
      drop function public.events_in(uuid[]); drop function public.renew_event_places(uuid[]);
      drop function public.note_event_places(uuid[]);
      drop table forum_series_organizers; drop table forum_series;
    `);
  }
}
