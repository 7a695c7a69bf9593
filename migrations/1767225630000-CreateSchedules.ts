import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RECORD_COLUMNS } from './columns.js';

/** What makes agendas hold: bookings of rooms, times of travel, acknowledged conflicts, published versions. */
export class CreateSchedules1767225630000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // An item knows the kind of its place: written by a trigger, kept true by the foreign key, which also makes a
    // change of the kind wait for items that are being written.
    await runner.query(`
      alter table places add constraint places_whole unique (id, kind);
      alter table agenda_items
        add place_kind text,
        add during tstzrange generated always as (case
          when starts_at is null then null
          when ends_at > starts_at then tstzrange(starts_at, ends_at)
          else tstzrange(starts_at, starts_at, '[]') end) stored;
      update agenda_items i set place_kind = p.kind from places p where p.id = i.place_id;
      alter table agenda_items add constraint agenda_items_place_kind_known
        foreign key (place_id, place_kind) references places (id, kind) on update cascade;

      create function public.note_kind_of_place() returns trigger language plpgsql as $$
      begin
        new.place_kind := (select kind from public.places where id = new.place_id);
        return new;
      end $$;
      create trigger agenda_items_note_kind_of_place before insert or update of place_id on agenda_items
        for each row execute function note_kind_of_place();
    `);
    await runner.query(leaveOutOfHistory(['place_kind']));
    // Parts share the room of what they are part of. Checked at the end of a statement, so that one can swap rooms.
    await runner.query(`
      alter table agenda_items add constraint agenda_items_one_booking
        exclude using gist (place_id with =, during with &&)
        where (place_kind = 'room' and parent_id is null and status = 'confirmed' and ends_at is not null and archived_at is null)
        deferrable initially immediate;
      create index agenda_items_of_place on agenda_items using gist (place_id, during);
    `);
    // A conflict is known by a hash of what makes it up, so that an acknowledgement ends with its cause.
    await runner.query(`
      create table travel_times (
        ${RECORD_COLUMNS},
        from_place_id uuid not null,
        to_place_id uuid not null,
        minutes integer not null check (minutes >= 0),
        constraint travel_times_from_known foreign key (from_place_id) references places,
        constraint travel_times_to_known foreign key (to_place_id) references places,
        constraint travel_times_not_itself check (from_place_id <> to_place_id)
      );
      create unique index travel_times_once on travel_times
        (least(from_place_id, to_place_id), greatest(from_place_id, to_place_id)) where archived_at is null;

      create table conflict_acknowledgements (
        id uuid primary key,
        fingerprint uuid not null,
        reason text not null,
        at timestamptz(3) not null,
        by_id uuid not null references actors
      );
      create index conflict_acknowledgements_by_fingerprint on conflict_acknowledgements (fingerprint, id desc);
      select keep_history('travel_times');
    `);
    // A published version holds what an item was like, and refers to people, so that they are named as they are now.
    await runner.query(`
      create table agenda_publications (
        ${RECORD_COLUMNS},
        event_id uuid not null references events,
        number integer not null check (number > 0),
        note text,
        constraint agenda_publications_number_once unique (event_id, number)
      );
      select keep_history('agenda_publications');

      create table published_items (
        publication_id uuid not null references agenda_publications,
        item_id uuid not null references agenda_items,
        place_in_order integer not null,
        kind text not null,
        title jsonb not null,
        abstract jsonb,
        starts_at timestamptz(3),
        ends_at timestamptz(3),
        time_zone text,
        on_date text,
        leg_id uuid,
        place_id uuid references places,
        status text not null,
        audience text not null,
        uid text not null,
        sequence integer not null,
        created_at timestamptz(3) not null,
        updated_at timestamptz(3) not null,
        primary key (publication_id, item_id)
      );

      create table published_participations (
        publication_id uuid not null,
        item_id uuid not null,
        participation_id uuid not null references participations,
        person_id uuid references people,
        organization_id uuid references organizations,
        delegation_id uuid references delegations,
        "group" jsonb,
        role text not null,
        primary key (publication_id, item_id, participation_id),
        foreign key (publication_id, item_id) references published_items
      );

      create function public.visible_published_items(caller uuid) returns setof published_items
      language sql stable parallel safe as $$
        select * from public.published_items where caller is not null or audience = 'public'
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function public.visible_published_items(uuid);
      drop table published_participations; drop table published_items; drop table agenda_publications;
      drop table conflict_acknowledgements; drop table travel_times;
      alter table agenda_items drop constraint agenda_items_one_booking;
      drop index agenda_items_of_place;
      drop trigger agenda_items_note_kind_of_place on agenda_items;
      drop function public.note_kind_of_place();
      alter table agenda_items drop constraint agenda_items_place_kind_known, drop column during, drop column place_kind;
      alter table places drop constraint places_whole;
    `);
    await runner.query(leaveOutOfHistory([]));
  }
}

/** Makes the history of agenda items anew: it leaves out what is derived, and these columns, which are so too. */
function leaveOutOfHistory(columns: readonly string[]): string {
  return `do $$
    declare
      skipped constant text[] := '{version,updated_at,updated_by_id,archived_at}' || array(
        select attname::text from pg_attribute where attrelid = 'agenda_items'::regclass and not attisdropped
          and (attgenerated <> '' or attname = any ('{${columns.join(',')}}')) order by attnum);
    begin
      execute format('
        create or replace trigger agenda_items_note_changes after update on agenda_items
          for each row when (old.* is distinct from new.*) execute function public.note_change(%1$L, false);
        create or replace trigger agenda_items_note_removals after delete on agenda_items
          for each row execute function public.note_change(%1$L, false)', skipped);
    end $$`;
}
