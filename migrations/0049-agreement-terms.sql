-- When the terms of agreements end: once, term by term, or never.

-- up
-- Counted from one day however often, so that what ends on the last of a month stays there.
create function public.days_later(day date, duration text, times integer) returns date
language sql immutable strict parallel safe as $$
  select (day + times * make_interval(
    years => coalesce(substring(duration from '(\d+)Y')::int, 0),
    months => coalesce(substring(duration from '(\d+)M')::int, 0),
    days => coalesce(substring(duration from '(\d+)D')::int, 0)))::date
$$;

-- How often an agreement has renewed itself. The average length of a term comes within one term of it.
create function public.terms_renewed(ends date, term text, today date) returns integer
language sql immutable strict parallel safe as $$
  select min(times)
  from (select greatest(0, floor((today - ends) / (
      coalesce(substring(term from '(\d+)Y')::int, 0) * 365.2425
      + coalesce(substring(term from '(\d+)M')::int, 0) * 30.436875
      + coalesce(substring(term from '(\d+)D')::int, 0)))::int) as about) estimate,
    generate_series(greatest(0, about - 1), about + 2) times
  where public.days_later(ends, term, times) >= today
$$;

-- What is evergreen never expires, whatever is written of it.
create function public.written_expiry(expiry text, renewal jsonb) returns text
language sql immutable parallel safe as $$
  select case when renewal ->> 'mode' is distinct from 'evergreen' then expiry end
$$;

create function public.renews_itself(expiry text, renewal jsonb) returns boolean
language sql immutable parallel safe as $$
  select coalesce(renewal ->> 'mode' = 'automatic' and renewal ->> 'term' is not null and expiry is not null, false)
$$;

drop trigger agreements_renew_expiry on agreements;
alter table agreements
  drop column notice_day, drop column expiry_spread, drop column expiry_latest, drop column expiry_earliest;
drop function public.days_before(date, text);
alter table agreements
  add column expiry_earliest date not null generated always as
    (coalesce(public.partial_date_earliest(public.written_expiry(expiry, renewal)), 'infinity'::date)) stored,
  add column expiry_latest date not null generated always as
    (coalesce(public.partial_date_latest(public.written_expiry(expiry, renewal)), 'infinity'::date)) stored,
  add column expiry_spread integer not null generated always as
    (coalesce(public.partial_date_latest(public.written_expiry(expiry, renewal))
      - public.partial_date_earliest(public.written_expiry(expiry, renewal)), 0)) stored,
  add column notice_day date not null generated always as
    (coalesce(public.days_later(public.partial_date_earliest(public.written_expiry(expiry, renewal)),
      renewal ->> 'noticePeriod', -1), 'infinity'::date)) stored;
create index agreements_by_expiry on agreements (expiry_latest, id);
create index agreements_by_spread on agreements (expiry_spread);
create index agreements_that_renew_themselves on agreements (expiry_latest, id)
  where public.renews_itself(expiry, renewal);

-- In the register of a country, what renews itself is read along an index of its own: its days tell no end.
alter table agreement_party_places add column renews_itself boolean;
update agreement_party_places w set renews_itself = public.renews_itself(a.expiry, a.renewal)
from agreements a where a.id = w.agreement_id;
alter table agreement_party_places alter column renews_itself set not null;
create index agreement_party_places_that_renew_themselves on agreement_party_places (place_id, expiry_latest, agreement_id)
  where renews_itself;

create or replace function public.note_agreement_party_places(ids uuid[]) returns void language sql as $$
  insert into public.agreement_party_places
    (agreement_id, place_id, expiry_earliest, expiry_latest, expiry_spread, renews_itself)
  select distinct a.id, around.id, a.expiry_earliest, a.expiry_latest, a.expiry_spread,
    public.renews_itself(a.expiry, a.renewal)
  from public.agreements a
  join public.agreement_parties p on p.agreement_id = a.id and p.archived_at is null
  join public.organizations o on o.id = p.organization_id
  cross join lateral public.places_around(o.place_id) around
  where a.id = any (ids)
  on conflict do nothing
$$;
create or replace function public.renew_expiry_of_agreement() returns trigger language plpgsql as $$
begin
  update public.agreement_party_places
  set expiry_earliest = new.expiry_earliest, expiry_latest = new.expiry_latest, expiry_spread = new.expiry_spread,
    renews_itself = public.renews_itself(new.expiry, new.renewal)
  where agreement_id = new.id;
  return null;
end $$;
create trigger agreements_renew_expiry after update of expiry, renewal on agreements
  for each row when ((old.expiry, old.renewal) is distinct from (new.expiry, new.renewal))
  execute function renew_expiry_of_agreement();

-- down
create function public.days_before(day date, duration text) returns date
language sql immutable strict parallel safe as $$
  select (day - make_interval(
    years => coalesce(substring(duration from '(\d+)Y')::int, 0),
    months => coalesce(substring(duration from '(\d+)M')::int, 0),
    days => coalesce(substring(duration from '(\d+)D')::int, 0)))::date
$$;
drop trigger agreements_renew_expiry on agreements;
create or replace function public.renew_expiry_of_agreement() returns trigger language plpgsql as $$
begin
  update public.agreement_party_places
  set expiry_earliest = new.expiry_earliest, expiry_latest = new.expiry_latest, expiry_spread = new.expiry_spread
  where agreement_id = new.id;
  return null;
end $$;
create or replace function public.note_agreement_party_places(ids uuid[]) returns void language sql as $$
  insert into public.agreement_party_places (agreement_id, place_id, expiry_earliest, expiry_latest, expiry_spread)
  select distinct a.id, around.id, a.expiry_earliest, a.expiry_latest, a.expiry_spread
  from public.agreements a
  join public.agreement_parties p on p.agreement_id = a.id and p.archived_at is null
  join public.organizations o on o.id = p.organization_id
  cross join lateral public.places_around(o.place_id) around
  where a.id = any (ids)
  on conflict do nothing
$$;
alter table agreement_party_places drop column renews_itself;
drop index agreements_that_renew_themselves;
alter table agreements
  drop column notice_day, drop column expiry_spread, drop column expiry_latest, drop column expiry_earliest;
alter table agreements
  add column expiry_earliest date not null generated always as
    (coalesce(public.partial_date_earliest(expiry), 'infinity'::date)) stored,
  add column expiry_latest date not null generated always as
    (coalesce(public.partial_date_latest(expiry), 'infinity'::date)) stored,
  add column expiry_spread integer not null generated always as
    (coalesce(public.partial_date_latest(expiry) - public.partial_date_earliest(expiry), 0)) stored,
  add column notice_day date not null generated always as
    (coalesce(public.days_before(public.partial_date_earliest(expiry), renewal ->> 'noticePeriod'), 'infinity'::date)) stored;
create index agreements_by_expiry on agreements (expiry_latest, id);
create index agreements_by_spread on agreements (expiry_spread);
create trigger agreements_renew_expiry after update of expiry on agreements
  for each row when (old.expiry is distinct from new.expiry) execute function renew_expiry_of_agreement();
drop function public.renews_itself(text, jsonb);
drop function public.written_expiry(text, jsonb);
drop function public.terms_renewed(date, text, date);
drop function public.days_later(date, text, integer);
