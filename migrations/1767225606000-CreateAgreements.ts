import type { MigrationInterface, QueryRunner } from 'typeorm';
import { NAME_COLUMNS, RECORD_COLUMNS, indexNames } from './columns.js';

/** Agreements, their parties, signatories, obligations and links, and the places their parties are in. */
export class CreateAgreements1767225606000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function public.days_before(day date, duration text) returns date
      language sql immutable strict parallel safe as $$
        select (day - make_interval(
          years => coalesce(substring(duration from '(\\d+)Y')::int, 0),
          months => coalesce(substring(duration from '(\\d+)M')::int, 0),
          days => coalesce(substring(duration from '(\\d+)D')::int, 0)))::date
      $$;
    `);
    // Days that are not known stand at the end that keeps them out of ranges or last in order. Notice is given before
    // the earliest day on which the agreement may expire.
    await runner.query(`
      create table agreements (
        ${RECORD_COLUMNS}, ${NAME_COLUMNS},
        kind text check (kind in ('mou','letter_of_intent','framework','joint_lab','sister_city','friendship_city',
          'protocol','implementing','joint_declaration','other')),
        binding text not null check (binding in ('binding', 'non_binding', 'mixed', 'unknown')),
        objectives jsonb not null,
        reference_number text,
        authentic_languages text[] not null,
        place_id uuid,
        signed_at_event_id uuid,
        proposed text,
        signed text,
        signed_earliest date not null generated always as
          (coalesce(public.partial_date_earliest(signed), 'infinity'::date)) stored,
        signed_latest date not null generated always as
          (coalesce(public.partial_date_latest(signed), '-infinity'::date)) stored,
        effective text,
        effective_on_signature boolean not null,
        expiry text,
        expiry_earliest date not null generated always as
          (coalesce(public.partial_date_earliest(expiry), 'infinity'::date)) stored,
        expiry_latest date not null generated always as
          (coalesce(public.partial_date_latest(expiry), 'infinity'::date)) stored,
        expiry_spread integer not null generated always as
          (coalesce(public.partial_date_latest(expiry) - public.partial_date_earliest(expiry), 0)) stored,
        renewal jsonb,
        notice_day date not null generated always as
          (coalesce(public.days_before(public.partial_date_earliest(expiry), renewal ->> 'noticePeriod'), 'infinity'::date)) stored,
        review text,
        terminated text,
        termination_reason text,
        creates_organization_id uuid,
        document jsonb,
        status text not null,
        constraint agreements_place_known foreign key (place_id) references places,
        constraint agreements_event_known foreign key (signed_at_event_id) references events,
        constraint agreements_organization_known foreign key (creates_organization_id) references organizations
      );
      ${indexNames('agreements')}
      create index agreements_by_signature on agreements (signed_latest desc, id desc);
      create index agreements_by_expiry on agreements (expiry_latest, id);
      create index agreements_by_spread on agreements (expiry_spread);
      create index agreements_by_event on agreements (signed_at_event_id);
      create index agreements_by_created_organization on agreements (creates_organization_id);

      create table agreement_topics (
        agreement_id uuid not null references agreements,
        topic_id uuid not null,
        position integer not null,
        primary key (agreement_id, topic_id),
        constraint agreement_topics_topic_known foreign key (topic_id) references topics
      );
      create index agreement_topics_by_topic on agreement_topics (topic_id);

      create table agreement_parties (
        ${RECORD_COLUMNS},
        agreement_id uuid not null references agreements,
        organization_id uuid not null,
        side text,
        role text,
        signatory_unknown boolean not null,
        constraint agreement_parties_whole unique (agreement_id, id),
        constraint agreement_parties_organization_known foreign key (organization_id) references organizations
      );
      create unique index agreement_parties_once on agreement_parties (agreement_id, organization_id)
        where archived_at is null;
      create index agreement_parties_by_organization on agreement_parties (organization_id, agreement_id);
      create index agreement_parties_by_side on agreement_parties (lower(side), agreement_id);

      create table agreement_signatories (
        ${RECORD_COLUMNS},
        agreement_id uuid not null references agreements,
        party_id uuid not null,
        person_id uuid,
        title jsonb,
        planned text,
        signed_on text,
        method text,
        constraint agreement_signatories_party_known foreign key (agreement_id, party_id)
          references agreement_parties (agreement_id, id),
        constraint agreement_signatories_person_known foreign key (person_id) references people
      );
      create index agreement_signatories_of_agreement on agreement_signatories (agreement_id, id);
      create index agreement_signatories_of_party on agreement_signatories (party_id, id);
      create index agreement_signatories_by_person on agreement_signatories (person_id);

      create table agreement_obligations (
        ${RECORD_COLUMNS},
        agreement_id uuid not null references agreements,
        party_id uuid,
        text jsonb not null,
        due text,
        due_day date not null generated always as
          (case when due ~ '^\\d{4}-\\d{2}-\\d{2}$' then public.partial_date_latest(due) else 'infinity'::date end) stored,
        evidence jsonb,
        status text not null,
        constraint agreement_obligations_party_known foreign key (agreement_id, party_id)
          references agreement_parties (agreement_id, id)
      );
      create index agreement_obligations_of_agreement on agreement_obligations (agreement_id, id);
      create index agreement_obligations_of_party on agreement_obligations (party_id);
      create index agreement_obligations_due on agreement_obligations (due_day, agreement_id)
        where status = 'open' and archived_at is null;

      create table agreement_links (
        ${RECORD_COLUMNS},
        agreement_id uuid not null references agreements,
        to_id uuid not null,
        kind text not null check (kind in ('renews', 'replaces', 'amends', 'implements', 'preceded_by')),
        constraint agreement_links_to_known foreign key (to_id) references agreements,
        constraint agreement_links_not_itself check (agreement_id <> to_id)
      );
      create unique index agreement_links_once on agreement_links (agreement_id, to_id, kind) where archived_at is null;
      create index agreement_links_by_target on agreement_links (to_id, kind);
    `);
    // Every agreement by every place that one of its parties is in. With the day of expiry beside it, the register of
    // a country is read along one index. The widest spread of vague dates bounds how far a range has to be read.
    await runner.query(`
      create table agreement_party_places (
        agreement_id uuid not null references agreements,
        place_id uuid not null references places,
        expiry_earliest date not null,
        expiry_latest date not null,
        expiry_spread integer not null,
        primary key (agreement_id, place_id)
      );
      create index agreement_party_places_by_expiry on agreement_party_places (place_id, expiry_latest, agreement_id)
        include (expiry_earliest);
      create index agreement_party_places_by_spread on agreement_party_places (place_id, expiry_spread);

      create function public.note_agreement_party_places(ids uuid[]) returns void language sql as $$
        insert into public.agreement_party_places (agreement_id, place_id, expiry_earliest, expiry_latest, expiry_spread)
        select distinct a.id, around.id, a.expiry_earliest, a.expiry_latest, a.expiry_spread
        from public.agreements a
        join public.agreement_parties p on p.agreement_id = a.id and p.archived_at is null
        join public.organizations o on o.id = p.organization_id
        cross join lateral public.places_around(o.place_id) around
        where a.id = any (ids)
        on conflict do nothing
      $$;

      create function public.renew_agreement_party_places(ids uuid[]) returns void language sql as $$
        delete from public.agreement_party_places where agreement_id = any (ids);
        select public.note_agreement_party_places(ids);
      $$;

      create function public.note_places_of_parties() returns trigger language plpgsql as $$
      begin
        perform public.note_agreement_party_places(array(select distinct agreement_id from changed));
        return null;
      end $$;
      create trigger agreement_parties_note_places after insert on agreement_parties
        referencing new table as changed for each statement execute function note_places_of_parties();

      create function public.renew_places_of_party() returns trigger language plpgsql as $$
      begin
        perform public.renew_agreement_party_places(array[new.agreement_id]);
        return null;
      end $$;
      create trigger agreement_parties_renew_places after update of organization_id, archived_at on agreement_parties
        for each row when ((old.organization_id, old.archived_at) is distinct from (new.organization_id, new.archived_at))
        execute function renew_places_of_party();

      create function public.renew_expiry_of_agreement() returns trigger language plpgsql as $$
      begin
        update public.agreement_party_places
        set expiry_earliest = new.expiry_earliest, expiry_latest = new.expiry_latest, expiry_spread = new.expiry_spread
        where agreement_id = new.id;
        return null;
      end $$;
      create trigger agreements_renew_expiry after update of expiry on agreements
        for each row when (old.expiry is distinct from new.expiry) execute function renew_expiry_of_agreement();

      create function public.renew_agreements_of_organization() returns trigger language plpgsql as $$
      begin
        perform public.renew_agreement_party_places(
          array(select agreement_id from public.agreement_parties where organization_id = new.id));
        return null;
      end $$;
      create trigger organizations_renew_agreements after update of place_id on organizations
        for each row when (old.place_id is distinct from new.place_id) execute function renew_agreements_of_organization();

      create function public.renew_agreements_of_place() returns trigger language plpgsql as $$
      declare moved uuid := case tg_table_name when 'places' then (to_jsonb(new) ->> 'id')::uuid
                            else (to_jsonb(coalesce(new, old)) ->> 'place_id')::uuid end;
      begin
        perform public.renew_agreement_party_places(
          array(select agreement_id from public.agreement_party_places where place_id = moved));
        return null;
      end $$;
      create trigger places_renew_agreements after update of parent_id on places
        for each row when (old.parent_id is distinct from new.parent_id) execute function renew_agreements_of_place();
      create trigger place_containers_renew_agreements after insert or delete on place_containers
        for each row execute function renew_agreements_of_place();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger place_containers_renew_agreements on place_containers;
      drop trigger places_renew_agreements on places;
      drop trigger organizations_renew_agreements on organizations;
      drop table agreement_party_places; drop table agreement_links; drop table agreement_obligations;
      drop table agreement_signatories; drop table agreement_parties; drop table agreement_topics;
      drop table agreements;
      drop function public.renew_agreements_of_place(); drop function public.renew_agreements_of_organization();
      drop function public.renew_expiry_of_agreement(); drop function public.renew_places_of_party();
      drop function public.note_places_of_parties(); drop function public.renew_agreement_party_places(uuid[]);
      drop function public.note_agreement_party_places(uuid[]); drop function public.days_before(date, text);
    `);
  }
}
