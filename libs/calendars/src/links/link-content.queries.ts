import {
  type Sql,
  type Statement,
  instant,
  list,
  object,
  shownName,
  shownText,
  sql,
  statement,
} from '#platform';
import { publishedAgendaOf } from '#schedules';
import { latest } from '../calendar.fragments.js';
import { eventEntry, itemChanges, itemEntry, programmeItem } from '../calendar.queries.js';
import { COLLECTIONS_OF, SUBJECT_KINDS, type SubjectKind } from './calendar-link.rules.js';
import { chosenEvents, isForAudience, isItemChosen } from './link-chosen.fragments.js';
import { privateHosts, speakersOf } from './link-people.fragments.js';
import { asReader, readerRow } from './link-reader.fragments.js';

/** What private calendars are made of, besides what public ones are. */
const STAMPED = sql`'events', 'event_legs', 'event_topics', 'places', 'place_containers', 'topics', 'agenda_items',
  'agenda_publications', 'participations', 'delegations', 'delegation_members', 'delegation_organizations',
  'visit_delegations', 'organizations', 'people', 'agenda_item_hosts', 'agenda_item_topics',
  'forum_series_organizers', 'follow_ups'`;

const stamp = sql`(select coalesce(sum(s.changes), 0) from change_stamps s where s.table_name in (${STAMPED}))`;

/** What tells whether a calendar can have become another one: its address, by whose rights it is read, and what there is. */
const state = sql`md5(concat_ws(' ', to_jsonb(l.*) - '{hash,former_hash,former_until,last_read_on}'::text[],
  :from::text, :to::text, :home::text, ${stamp}))`;

const event = object({
  ...eventEntry,
  programme: list(
    programmeItem,
    sql`${publishedAgendaOf(sql`e`)} where ${isForAudience}`,
    sql`i.position, i.id`,
  ),
  hosts: list(sql`h.name`, privateHosts(sql`e`), sql`h.speaking_order, h.id`),
});

const hostsOfItem = sql`agenda_item_hosts h join visible_organizations(:caller) o on o.id = h.organization_id where h.item_id = i.id`;

/** What an item is made of, in its order, as it was published. */
const partsOfItem = list(
  object({
    startsAt: instant(sql`b.starts_at`),
    timeZone: sql`b.time_zone`,
    name: shownText(sql`b.title`),
    status: sql`b.status`,
  }),
  sql`visible_published_items(:caller) b join visible_agenda_items(:caller) part on part.id = b.item_id
    where b.publication_id = i.publication_id and part.parent_id = i.id
      and b.audience = any (reader.audiences) and part.audience = any (reader.audiences)`,
  sql`b.place_in_order, b.item_id`,
);

const item = object({
  ...itemEntry,
  // What is told of it is in the languages of the address alone.
  abstracts: sql`null`,
  hosts: list(shownName(sql`o`), hostsOfItem, sql`h.position`),
  parts: partsOfItem,
  speakers: speakersOf(sql`i`),
  changedAt: latest(
    ...itemChanges,
    sql`(select max(o.updated_at) from ${hostsOfItem})`,
    sql`(select max(d.updated_at) from ${delegationsOf(sql`e`)})`,
    changeOfSpeakers(),
  ),
});

/** What is shown of the agenda of an event in a calendar of a kind; null where that shows events as a whole. */
function itemsFor(kind: SubjectKind): Sql | null {
  const isChosen = isItemChosen(kind);
  const rows = sql`${publishedAgendaOf(sql`e`)} left join event_legs l on l.id = i.leg_id`;
  return isChosen && list(item, sql`${rows} where ${isChosen}`, sql`i.position, i.id`);
}

function delegationsOf(row: Sql): Sql {
  return sql`visit_delegations v join visible_delegations(:caller) d on d.id = v.delegation_id where v.event_id = ${row}.id`;
}

function changeOfSpeakers(): Sql {
  return sql`(select max(greatest(p.updated_at, person.updated_at, organization.updated_at, delegation.updated_at))
    from visible_participations(:caller) p
      left join visible_people(:caller) person on person.id = p.person_id
      left join visible_organizations(:caller) organization on organization.id = p.organization_id
      left join visible_delegations(:caller) delegation on delegation.id = p.delegation_id
    where p.agenda_item_id = i.id)`;
}

/** The zones of where its delegations come from, and of the office. */
const zones = list(
  sql`z.zone`,
  sql`(select :home::text as zone where :home::text <> 'UTC'
    union select public.zone_of_place(d.origin_place_id) from ${delegationsOf(sql`e`)}) z where z.zone is not null`,
  sql`z.zone`,
);

function eventsFor(kind: SubjectKind): Sql {
  const items = itemsFor(kind);
  const row = object({ event, shown: sql`e.shown`, ...(items && { items, zones }) });
  return sql`(select string_agg(${row}::text, chr(30) order by e.earliest_day, e.id) from (${chosenEvents(kind)}) e)`;
}

const followUp = object({
  id: sql`f.id`,
  version: sql`f.version`,
  title: shownText(sql`f.title`),
  status: sql`f.status`,
  priority: sql`f.priority`,
  due: sql`f.due`,
  origin: sql`(select ${shownName(sql`v`)} from visible_events(:caller) v where v.id = f.concerned_event_id)`,
  createdAt: instant(sql`f.created_at`),
  changedAt: latest(
    sql`f.updated_at`,
    sql`(select v.updated_at from visible_events(:caller) v where v.id = f.concerned_event_id)`,
  ),
});

function followUpsFor(kind: SubjectKind): Sql {
  if (!COLLECTIONS_OF[kind].includes('follow-ups')) return sql`null`;
  const isChosen = kind === 'actor' ? sql`w.owner_actor_id = reader.subject_id` : sql`true`;
  return list(
    followUp,
    sql`(select w.* from visible_follow_ups(:caller) w
    where ${isChosen} and reader.audience = any (:insiders::text[]) and 'follow-ups:read' = any (reader.allowed) and w.archived_at is null
      and (w.is_open or w.updated_at >= :from::date)
    order by w.due_day, w.id limit :most::int) f`,
    sql`f.due_day, f.id`,
  );
}

const about = object({
  id: sql`reader.id`,
  kind: sql`reader.subject_kind`,
  label: sql`reader.label`,
  audience: sql`reader.audience`,
  languages: sql`reader.lookup_tags`,
  hasFollowUps: sql`'follow-ups:read' = any (reader.allowed)`,
  lastReadOn: sql`reader.last_read_on`,
});

function readerOf(kind?: SubjectKind): Sql {
  return sql`with reader as materialized (select l.*, ${state} as state from (${readerRow(kind)}) l)`;
}

/** What a private calendar is, and its state, by the digest of its secret: all that is asked where nothing has changed. */
export const linkState = statement(
  'calendar-link-state',
  asReader(sql`${readerOf()} select ${about}, reader.state from reader`),
);

function contentOf(kind: SubjectKind): Statement {
  const columns = sql`${about}, reader.state, ${eventsFor(kind)}, ${followUpsFor(kind)}`;
  return statement(
    `calendar-link-of-${kind}`,
    asReader(sql`${readerOf(kind)} select ${columns} from reader`),
  );
}

/**
 * A private calendar of each kind by the digest of its secret, all in one statement, so that what is revoked is over at
 * once: what it is, its state, rows of its events with what is shown of their agendas, each ended by `ROW_END`, and its
 * follow-ups. Postgres takes longer to plan all kinds together than to read any of them.
 */
export const linkContents = Object.fromEntries(
  SUBJECT_KINDS.map((kind) => [kind, contentOf(kind)]),
) as Readonly<Record<SubjectKind, Statement>>;
