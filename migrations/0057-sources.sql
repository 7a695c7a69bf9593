-- What the office knows from: articles, invitations, agreements, reports, each with its text in its language.

-- up
create function public.checksum_of(value text) returns text
language sql immutable strict parallel safe as $$
  select encode(sha256(convert_to(value, 'UTF8')), 'hex')
$$;

-- A source without a title is called by how its text begins, or else by where it stands or who published it.
create function public.source_display(names jsonb, content text, url text, publisher text, kind text) returns jsonb
language sql immutable parallel safe as $$
  select case when jsonb_array_length(names) > 0 then public.display_names(names)
    else jsonb_build_object('', coalesce(
      nullif(left(split_part(btrim(content, E' \t\r\n\u3000'), E'\n', 1), 100), ''), url, publisher, replace(kind, '_', ' '))) end
$$;

-- Moves along one reference of a table to itself wait for each other, so that two of them cannot close a circle.
create function public.refuse_circle_along() returns trigger language plpgsql as $$
declare circular boolean;
begin
  perform pg_advisory_xact_lock(hashtext(tg_argv[0] || ':' || tg_table_name));
  execute format(
    'with recursive above(id) as (
       select $1 union select t.%2$I from public.%1$I t join above on t.id = above.id where t.%2$I is not null
     ) select exists (select from above where id = $2)', tg_table_name, tg_argv[0])
    into circular using (to_jsonb(new) ->> tg_argv[0])::uuid, new.id;
  if circular then
    raise exception 'a circle of % in %', tg_argv[0], tg_table_name
      using errcode = 'check_violation', constraint = tg_table_name || '_without_circle', table = tg_table_name;
  end if;
  return new;
end $$;

create table sources (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  notes jsonb,
  names jsonb not null check (jsonb_typeof(names) = 'array'),
  kind text not null check (kind in ('article', 'press_release', 'invitation', 'note_verbale', 'agreement_text', 'report',
    'minutes', 'speech', 'web')),
  language text,
  publisher text,
  author text,
  url text,
  published text,
  published_earliest date generated always as (public.partial_date_earliest(published)) stored,
  published_latest date generated always as (public.partial_date_latest(published)) stored,
  translation_of_id uuid,
  text text,
  text_length integer not null generated always as (coalesce(char_length(text), 0)) stored,
  checksum text generated always as (public.checksum_of(text)) stored,
  breaks_off_at integer,
  ranges jsonb not null check (jsonb_typeof(ranges) = 'array'),
  display jsonb not null generated always as (public.source_display(names, text, url, publisher, kind)) stored,
  sort_name text not null generated always as (
    left(public.fold_text(public.source_display(names, text, url, publisher, kind) ->> ''), 300)) stored,
  search text not null generated always as (
    coalesce(public.fold_names(names), '') || E'\n' || coalesce(public.fold_text(publisher), '') || E'\n' ||
    coalesce(public.fold_text(author), '') || E'\n' || coalesce(public.fold_text(text), '')) stored,
  constraint sources_translation_of_known foreign key (translation_of_id) references sources
);
create index sources_by_name on sources (sort_name, id);
create index sources_by_publication on sources ((coalesce(published_latest, '-infinity')), id);
create index sources_by_update on sources (updated_at, id);
create index sources_by_search on sources using gin (search public.gin_trgm_ops);
create index sources_by_kind on sources (kind, sort_name);
create index sources_by_language on sources (language, sort_name);
create index sources_by_original on sources (translation_of_id, sort_name);
create trigger sources_without_circle after insert or update of translation_of_id on sources
  for each row when (new.translation_of_id is not null) execute function refuse_circle_along('translation_of_id');

create function public.visible_sources(caller jsonb) returns setof sources
language sql stable parallel safe as $$
  select * from public.sources where caller is not null
$$;

select keep_history('sources'), keep_references_in_use('sources');

-- down
drop function public.visible_sources(jsonb);
drop table sources;
drop function public.refuse_circle_along();
drop function public.source_display(jsonb, text, text, text, text);
drop function public.checksum_of(text);
