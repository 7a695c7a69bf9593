-- Every agreement by every place that one of its parties is in.

-- up
-- With the day of expiry beside it, the register of a country is read along one index. The widest spread of vague
-- dates bounds how far a range has to be read.
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

-- down
drop trigger place_containers_renew_agreements on place_containers;
drop trigger places_renew_agreements on places;
drop function public.renew_agreements_of_place();
drop trigger organizations_renew_agreements on organizations;
drop function public.renew_agreements_of_organization();
drop trigger agreements_renew_expiry on agreements;
drop function public.renew_expiry_of_agreement();
drop trigger agreement_parties_renew_places on agreement_parties;
drop function public.renew_places_of_party();
drop trigger agreement_parties_note_places on agreement_parties;
drop function public.note_places_of_parties();
drop function public.renew_agreement_party_places(uuid[]);
drop function public.note_agreement_party_places(uuid[]);
drop table agreement_party_places;
