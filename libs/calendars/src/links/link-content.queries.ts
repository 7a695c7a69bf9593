import { isTravelling } from '#delegations';
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
import { itemsOf, lastRetold, latest } from '../calendar.fragments.js';
import {
  eventEntry,
  itemChanges,
  itemEntry,
  part,
  partsOfEvent,
  programmeItem,
} from '../calendar.queries.js';
import { COLLECTIONS_OF, SUBJECT_KINDS, type SubjectKind } from './calendar-link.rules.js';
import {
  chosenEvents,
  delegationsIn,
  isForAudience,
  isForReader,
  isItemChosen,
} from './link-chosen.fragments.js';
import { privateHosts, speakersOf } from './link-people.fragments.js';
import { asReader, readerRow } from './link-reader.fragments.js';

/** What private calendars are made of, besides what public ones are. */
const STAMPED = sql`'events', 'event_legs', 'event_topics', 'places', 'place_containers', 'topics', 'agenda_items',
  'agenda_publications', 'participations', 'delegations', 'delegation_members', 'delegation_organizations',
  'visit_delegations', 'organizations', 'people', 'agenda_item_hosts', 'agenda_item_topics',
  'forum_series_organizers', 'follow_ups'`;

const stamp = sql`(select coalesce(sum(s.changes), 0) from change_stamps s where s.table_name in (${STAMPED}))`;

/** What tells whether a calendar can have become another one: its address, by whose rights it is read, and what there is. */
const state = sql`md5(concat_ws(' ', to_jsonb(l.*) - '{hash,last_read_on}'::text[],
  :from::text, :to::text, :home::text, ${stamp}))`;

const event = object({
  ...eventEntry,
  programme: list(
    programmeItem,
    sql`${publishedAgendaOf(sql`e`)} where ${isForAudience}`,
    sql`i.position, i.id`,
  ),
  parts: list(part, sql`${partsOfEvent} and ${isForReader(sql`s`)}`, sql`s.earliest_day, s.id`),
  hosts: list(sql`h.name`, privateHosts(sql`e`), sql`h.speaking_order, h.id`),
});

const hostsOfItem = sql`agenda_item_hosts h join visible_organizations(:caller) o on o.id = h.organization_id where h.item_id = i.id`;

/** What an item is made of, as it was published: each part is looked up by itself, since an item has few. */
function partsOfItem(publicationId: Sql): Sql {
  return sql`visible_agenda_items(:caller) part
    cross join lateral (select n.* from visible_published_items(:caller) n
      where n.publication_id = ${publicationId} and n.item_id = part.id offset 0) b
    where part.parent_id = i.id and part.archived_at is null and b.audience = any (reader.audiences) and part.audience = any (reader.audiences)`;
}

const partOfItem = object({
  startsAt: instant(sql`b.starts_at`),
  timeZone: sql`b.time_zone`,
  name: shownText(sql`b.title`),
  status: sql`b.status`,
});

const delegations = sql`visible_delegations(:caller) d where d.id in (${delegationsIn(sql`e.id`)})`;

const item = object({
  ...itemEntry,
  // What is told of it is in the languages of the address alone.
  abstracts: sql`null`,
  hosts: list(shownName(sql`o`), hostsOfItem, sql`h.position`),
  parts: list(partOfItem, partsOfItem(sql`i.publication_id`), sql`b.place_in_order, b.item_id`),
  speakers: speakersOf(sql`i`),
  changedAt: latest(
    ...itemChanges,
    sql`(select max(o.updated_at) from ${hostsOfItem})`,
    sql`(select max(d.updated_at) from ${delegations})`,
    sql`(select max(x.updated_at) from visible_agenda_items(:caller) x where x.parent_id = i.id)`,
    sql`case when exists (select from visible_agenda_items(:caller) x where x.parent_id = i.id) then ${lastRetold(toldOfParts())} end`,
    changeOfSpeakers(),
    lastRetold(toldOfSpeakers()),
  ),
});

/** What is shown of the agenda of an event in a calendar of a kind; null where that shows events as a whole. */
function itemsFor(kind: SubjectKind): Sql | null {
  const isChosen = isItemChosen(kind);
  const rows = itemsOf(publishedAgendaOf(sql`e`));
  return isChosen && list(item, sql`${rows} where ${isChosen}`, sql`i.position, i.id`);
}

function changeOfSpeakers(): Sql {
  return sql`(select max(greatest(p.updated_at, person.updated_at, member.updated_at, organization.updated_at, delegation.updated_at))
    from visible_participations(:caller) p
      left join visible_people(:caller) person on person.id = p.person_id
      left join visible_delegation_members(:caller) member on member.person_id = p.person_id
      left join visible_organizations(:caller) organization on organization.id in (p.organization_id, member.organization_id)
      left join visible_delegations(:caller) delegation on delegation.id = p.delegation_id
    where p.agenda_item_id = i.id)`;
}

/** What a version `p` of the agenda tells of who takes part in an item. */
function toldOfSpeakers(): Sql {
  return sql`(select json_agg(json_build_array(o.participation_id, o.person_id, o.organization_id, o.delegation_id, o.role)
      order by o.participation_id)::text
    from visible_published_participations(:caller) o where o.publication_id = p.id and o.item_id = i.id)`;
}

/** What it tells of the parts of an item. */
function toldOfParts(): Sql {
  return sql`(select json_agg(json_build_array(b.item_id, b.updated_at) order by b.item_id)::text from ${partsOfItem(sql`p.id`)})`;
}

/** The zones of where the delegations come from that take part in an event, and of the office. */
const zones = list(
  sql`z.zone`,
  sql`(select :home::text as zone where :home::text <> 'UTC'
    union select public.zone_of_place(d.origin_place_id) from ${delegations} and ${isTravelling(sql`d`)}) z where z.zone is not null`,
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
