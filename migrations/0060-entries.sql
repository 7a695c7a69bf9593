-- What the office knows of places, organizations, people, topics, forum series and relationships, as trees of entries;
-- how entries are linked; and figures of entries and of any other record.

-- up
-- What stands for the names of a record that has none: the first line of its text, in each language.
create function public.names_or_text(names jsonb, texts jsonb) returns jsonb
language sql immutable parallel safe as $$
  select case when jsonb_array_length(names) > 0 then names else (
    select jsonb_agg(jsonb_build_object(
        'text', left(split_part(btrim(t.value, E' \t\r\n\u3000'), E'\n', 1), 200), 'lang', t.key, 'kind', 'official')
      order by t.key <> 'en', t.key)
    from jsonb_each_text(texts) t) end
$$;

create table entries (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  notes jsonb,
  names jsonb not null check (jsonb_typeof(names) = 'array'),
  kind text not null check (kind in ('profile', 'programme', 'objective', 'pillar', 'measure', 'initiative', 'policy',
    'mechanism', 'phase', 'term', 'statement', 'recognition')),
  text jsonb,
  status text not null check (status in ('unknown', 'planned', 'announced', 'under_way', 'completed', 'dropped')),
  level text check (level in ('international', 'national', 'regional', 'municipal', 'district')),
  parent_id uuid,
  position integer not null,
  place_id uuid,
  organization_id uuid,
  person_id uuid,
  topic_id uuid,
  series_id uuid,
  relationship_id uuid,
  subject_id uuid generated always as
    (coalesce(place_id, organization_id, person_id, topic_id, series_id, relationship_id)) stored,
  record_id uuid,
  record_kind text,
  layout jsonb,
  since text,
  since_earliest date generated always as (public.partial_date_earliest(since)) stored,
  since_latest date generated always as (public.partial_date_latest(since)) stored,
  until text,
  until_earliest date generated always as (public.partial_date_earliest(until)) stored,
  until_latest date generated always as (public.partial_date_latest(until)) stored,
  dates_note jsonb,
  event_id uuid,
  item_id uuid,
  speaker_id uuid,
  office_held jsonb,
  language text,
  verification text not null check (verification in ('unverified', 'reported', 'corroborated', 'verified', 'disputed',
    'refuted')),
  hypotheses jsonb not null check (jsonb_typeof(hypotheses) = 'array'),
  open_questions jsonb not null check (jsonb_typeof(open_questions) = 'array'),
  display jsonb not null generated always as (public.display_names(public.names_or_text(names, text))) stored,
  sort_name text not null generated always as (public.sort_name(public.names_or_text(names, text))) stored,
  search text not null generated always as (
    coalesce(public.fold_names(names), '') || E'\n' || coalesce(public.fold_texts(text), '')) stored,
  constraint entries_parent_known foreign key (parent_id) references entries,
  constraint entries_place_known foreign key (place_id) references places,
  constraint entries_organization_known foreign key (organization_id) references organizations,
  constraint entries_person_known foreign key (person_id) references people,
  constraint entries_topic_known foreign key (topic_id) references topics,
  constraint entries_series_known foreign key (series_id) references forum_series,
  constraint entries_relationship_known foreign key (relationship_id) references relationships,
  constraint entries_event_known foreign key (event_id) references events,
  constraint entries_item_known foreign key (item_id) references agenda_items,
  constraint entries_item_of_event foreign key (event_id, item_id) references agenda_items (event_id, id),
  constraint entries_speaker_known foreign key (speaker_id) references people,
  constraint entries_one_subject check
    (num_nonnulls(place_id, organization_id, person_id, topic_id, series_id, relationship_id) = 1)
);
create index entries_by_position on entries (position, id);
create index entries_by_name on entries (sort_name, id);
create index entries_by_update on entries (updated_at, id);
create index entries_by_search on entries using gin (search public.gin_trgm_ops);
create index entries_of_subject on entries (subject_id, position, id);
create index entries_of_parent on entries (parent_id, position, id) where parent_id is not null;
create index entries_about on entries (record_id) where record_id is not null;
create index entries_of_event on entries (event_id) where event_id is not null;
create index entries_of_item on entries (item_id) where item_id is not null;
create index entries_of_speaker on entries (speaker_id) where speaker_id is not null;

-- Who names the item names its event.
create function public.note_event_of_entry() returns trigger language plpgsql as $$
begin
  new.event_id := (select i.event_id from public.agenda_items i where i.id = new.item_id);
  return new;
end $$;
create trigger entries_note_event before insert or update of event_id, item_id on entries
  for each row when (new.event_id is null and new.item_id is not null) execute function note_event_of_entry();

create trigger entries_without_circle after insert or update of parent_id on entries
  for each row when (new.parent_id is not null) execute function refuse_parent_circle();

-- A tree is about one subject. It waits, as moves within trees do, so that no two changes part a branch from its tree.
create function public.refuse_other_subject() returns trigger language plpgsql as $$
begin
  if (tg_op = 'INSERT' and new.parent_id is null)
    or (tg_op = 'UPDATE' and (old.parent_id, old.subject_id) is not distinct from (new.parent_id, new.subject_id)) then
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtext('tree:' || tg_table_name));
  if exists (select from public.entries e where e.id = new.parent_id and e.subject_id <> new.subject_id)
    or exists (select from public.entries e where e.parent_id = new.id and e.subject_id <> new.subject_id) then
    raise exception 'an entry about something else than its tree'
      using errcode = 'check_violation', constraint = 'entries_about_the_same', table = tg_table_name;
  end if;
  return new;
end $$;
create trigger entries_about_the_same
  after insert or update of parent_id, place_id, organization_id, person_id, topic_id, series_id, relationship_id on entries
  for each row execute function refuse_other_subject();

create table entry_issuers (
  entry_id uuid not null references entries,
  organization_id uuid not null,
  position integer not null,
  primary key (entry_id, organization_id),
  constraint entry_issuers_organization_known foreign key (organization_id) references organizations
);
create index entry_issuers_by_organization on entry_issuers (organization_id);

create table entry_actors (
  entry_id uuid not null references entries,
  organization_id uuid not null,
  position integer not null,
  primary key (entry_id, organization_id),
  constraint entry_actors_organization_known foreign key (organization_id) references organizations
);
create index entry_actors_by_organization on entry_actors (organization_id);

create table entry_topics (
  entry_id uuid not null references entries,
  topic_id uuid not null,
  position integer not null,
  primary key (entry_id, topic_id),
  constraint entry_topics_topic_known foreign key (topic_id) references topics
);
create index entry_topics_by_topic on entry_topics (topic_id);

create table entry_places (
  entry_id uuid not null references entries,
  place_id uuid not null,
  position integer not null,
  primary key (entry_id, place_id),
  constraint entry_places_place_known foreign key (place_id) references places
);
create index entry_places_by_place on entry_places (place_id);

create function public.visible_entries(caller jsonb) returns setof entries
language sql stable parallel safe as $$
  select * from public.entries where caller is not null
$$;

create table entry_links (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  notes jsonb,
  entry_id uuid not null references entries,
  to_id uuid not null,
  kind text not null check (kind in ('part_of', 'based_on', 'aligned_with', 'leverages', 'example_of', 'differs_from',
    'succeeds')),
  note jsonb,
  constraint entry_links_to_known foreign key (to_id) references entries,
  constraint entry_links_not_itself check (entry_id <> to_id)
);
create unique index entry_links_once on entry_links (entry_id, to_id, kind) where archived_at is null;
create index entry_links_of_entry on entry_links (entry_id, id);
create index entry_links_by_target on entry_links (to_id, kind);
create index entry_links_by_update on entry_links (updated_at, entry_id);
create trigger entry_links_without_circle after insert or update of kind, to_id, archived_at on entry_links
  for each row when (new.archived_at is null and new.kind not in ('aligned_with', 'differs_from'))
  execute function refuse_link_circle('entry_id', 'to_id', '{}', 'true');

create function public.visible_entry_links(caller jsonb) returns setof entry_links
language sql stable parallel safe as $$
  select * from public.entry_links where caller is not null
$$;

create table figures (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  notes jsonb,
  record_id uuid not null,
  record_kind text not null,
  kind text not null check (kind in ('indicator', 'target')),
  metric jsonb not null,
  quantity jsonb,
  rank integer,
  among jsonb,
  as_of text,
  years_running integer,
  due text,
  due_latest date generated always as (public.partial_date_latest(due)) stored,
  position integer not null,
  verification text not null check (verification in ('unverified', 'reported', 'corroborated', 'verified', 'disputed',
    'refuted')),
  search text not null generated always as (public.fold_texts(metric)) stored
);
create index figures_by_position on figures (position, id);
create index figures_by_due on figures ((coalesce(due_latest, 'infinity')), id);
create index figures_by_update on figures (updated_at, id);
create index figures_by_search on figures using gin (search public.gin_trgm_ops);
create index figures_of_record on figures (record_id, position, id);

create function public.visible_figures(caller jsonb) returns setof figures
language sql stable parallel safe as $$
  select * from public.figures where caller is not null
$$;

select keep_history('entries'), keep_references_in_use('entries'),
  keep_list_history('entry_issuers', 'entry_id', 'issuer_ids', 'organization_id'), keep_references_in_use('entry_issuers'),
  keep_list_history('entry_actors', 'entry_id', 'actor_ids', 'organization_id'), keep_references_in_use('entry_actors'),
  keep_list_history('entry_topics', 'entry_id', 'topic_ids', 'topic_id'), keep_references_in_use('entry_topics'),
  keep_list_history('entry_places', 'entry_id', 'place_ids', 'place_id'), keep_references_in_use('entry_places'),
  keep_history('entry_links'), keep_references_in_use('entry_links'), keep_history('figures');

-- down
drop function public.visible_figures(jsonb);
drop table figures;
drop function public.visible_entry_links(jsonb);
drop table entry_links;
drop function public.visible_entries(jsonb);
drop table entry_places;
drop table entry_topics;
drop table entry_actors;
drop table entry_issuers;
drop table entries;
drop function public.refuse_other_subject();
drop function public.note_event_of_entry();
drop function public.names_or_text(jsonb, jsonb);
