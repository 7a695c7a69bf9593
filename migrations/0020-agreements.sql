-- Agreements and what they are about.

-- up
create function public.days_before(day date, duration text) returns date
language sql immutable strict parallel safe as $$
  select (day - make_interval(
    years => coalesce(substring(duration from '(\d+)Y')::int, 0),
    months => coalesce(substring(duration from '(\d+)M')::int, 0),
    days => coalesce(substring(duration from '(\d+)D')::int, 0)))::date
$$;

-- Days that are not known stand at the end that keeps them out of ranges or last in order. Notice is given before
-- the earliest day on which the agreement may expire.
create table agreements (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  names jsonb not null check (jsonb_typeof(names) = 'array' and jsonb_array_length(names) > 0),
  display jsonb not null generated always as (public.display_names(names)) stored,
  sort_name text not null generated always as (public.sort_name(names)) stored,
  search text not null generated always as (public.fold_names(names)) stored,
  kind text check (kind in ('mou', 'letter_of_intent', 'framework', 'joint_lab', 'sister_city', 'friendship_city',
    'protocol', 'implementing', 'joint_declaration', 'other')),
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
create index agreements_by_name on agreements (sort_name, id);
create index agreements_by_update on agreements (updated_at, id);
create index agreements_by_search on agreements using gin (search public.gin_trgm_ops);
create index agreements_by_signature on agreements (signed_latest desc, id desc);
create index agreements_by_expiry on agreements (expiry_latest, id);
create index agreements_by_spread on agreements (expiry_spread);
create index agreements_by_event on agreements (signed_at_event_id);
create index agreements_by_place on agreements (place_id);
create index agreements_by_created_organization on agreements (creates_organization_id);

create table agreement_topics (
  agreement_id uuid not null references agreements,
  topic_id uuid not null,
  position integer not null,
  primary key (agreement_id, topic_id),
  constraint agreement_topics_topic_known foreign key (topic_id) references topics
);
create index agreement_topics_by_topic on agreement_topics (topic_id);

create function public.visible_agreements(caller jsonb) returns setof agreements
language sql stable parallel safe as $$
  select * from public.agreements where caller is not null
$$;

select keep_history('agreements'), keep_list_history('agreement_topics', 'agreement_id', 'topic_ids', 'topic_id');

-- down
drop function public.visible_agreements(jsonb);
drop table agreement_topics;
drop table agreements;
drop function public.days_before(date, text);
