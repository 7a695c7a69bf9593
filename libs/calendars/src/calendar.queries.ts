import { isWithin } from '#directory';
import { topicsOf } from '#events';
import {
  type Sql,
  type Statement,
  instant,
  joinSql,
  list,
  object,
  shownName,
  shownText,
  sql,
  statement,
} from '#platform';
import { shownAgendaOf } from '#schedules';
import {
  changeOfHosts,
  changeOfPlaces,
  changeOfTopics,
  entryOf,
  firstTold,
  hostsOf,
  itemsOf,
  latest,
  placesOfEvent,
} from './calendar.fragments.js';

/** The most entries that a feed holds. */
export const MOST_ENTRIES = 10_000;

/** What a feed can be narrowed to; its values are `:series`, `:place` and `:topic`. */
const FILTERS = {
  series: sql`e.series_id = :series`,
  // Not where items of its agenda are, which may be for colleagues alone.
  place: sql`e.id in (select p.event_id from event_places p where p.place_id = :place)
    and exists (select from (${placesOfEvent}) own(id) where ${isWithin(sql`own.id`)})`,
  topic: sql`e.id in (select x.event_id from event_topics x where x.topic_id = :topic)`,
};

/** By which records a feed is narrowed. */
export type FeedFilters = { readonly [F in keyof typeof FILTERS]?: string };

const stamp = sql`(select coalesce(sum(s.changes), 0) from change_stamps s
  where s.table_name in ('events', 'event_legs', 'event_topics', 'places', 'place_containers', 'topics', 'agenda_items',
    'agenda_publications'))`;

/** The stamp of all that the feed reads: another one as soon as any of it has changed. */
export const feedStamp = statement('calendar-stamp', sql`select ${stamp}`);

const topicsOfEvent = [sql`event_topics`, sql`event_id`, sql`e.id`] as const;
const topicsOfItem = [sql`agenda_item_topics`, sql`item_id`, sql`i.id`] as const;

/** One line of the programme of an event: an item `i`. */
export const programmeItem = object({
  startsAt: instant(sql`i.starts_at`),
  endsAt: instant(sql`i.ends_at`),
  on: sql`i.on_date`,
  timeZone: sql`i.time_zone`,
  name: shownText(sql`i.title`),
  status: sql`case when i.standing = 'off' then 'cancelled' else i.status end`,
});

/** One event that is part of another: an event `s`. */
export const part = object({
  name: shownName(sql`s`),
  status: sql`s.status`,
  starts: sql`s.starts`,
  ends: sql`s.ends`,
});

/** The parts `s` of an event `e`, with a condition. */
export const partsOfEvent = sql`visible_events(:caller) s where s.parent_id = e.id and s.archived_at is null`;

/** What an event `e` brings to a calendar. */
export const eventEntry: Record<string, Sql> = {
  id: sql`e.id`,
  kind: sql`e.kind`,
  isPublic: sql`e.kind = 'forum' and e.visibility = 'public'`,
  starts: sql`e.starts`,
  ends: sql`e.ends`,
  summary: shownText(sql`e.summary`),
  theme: shownText(sql`e.theme`),
  names: sql`e.names`,
  stops: list(
    shownName(sql`p`),
    sql`event_legs l join visible_places(:caller) p on p.id = l.place_id where l.event_id = e.id`,
    sql`l.position`,
  ),
  parentUid: sql`(select w.uid from visible_events(:caller) w where w.id = e.parent_id)`,
  agendaComplete: sql`e.agenda_complete`,
  programme: list(programmeItem, shownAgendaOf(sql`e`), sql`i.position, i.id`),
  parts: list(part, partsOfEvent, sql`s.earliest_day, s.id`),
  hosts: list(sql`h.name`, hostsOf(sql`e`), sql`h.speaking_order, h.id`),
  ...entryOf(sql`e`, shownName(sql`e`), sql`e.place_id`),
  topics: list(...topicsOf(...topicsOfEvent)),
  changedAt: latest(
    sql`e.updated_at`,
    sql`(select c.at from event_part_changes(:caller, e.id) c)`,
    changeOfPlaces(placesOfEvent),
    changeOfTopics(...topicsOfEvent),
    changeOfHosts(sql`e`),
  ),
};

/** What an item `i` of an event `e`, on a leg `l` where it is on one, brings to a calendar. */
export const itemEntry: Record<string, Sql> = {
  startsAt: instant(sql`i.starts_at`),
  endsAt: instant(sql`i.ends_at`),
  on: sql`i.on_date`,
  standing: sql`i.standing`,
  abstract: shownText(sql`i.abstract`),
  titles: sql`i.title`,
  abstracts: sql`i.abstract`,
  ...entryOf(sql`i`, shownText(sql`i.title`), sql`coalesce(i.place_id, l.place_id)`),
  topics: list(...topicsOf(...topicsOfItem)),
};

/** When each thing last changed that the entry of an item is made of; of its event that is where and whether it is. */
export const itemChanges: readonly Sql[] = [
  sql`i.updated_at`,
  sql`whole.at`,
  // Its topics, and whether its whole stands, are told as they are, also of an item that was published.
  sql`(select c.at from agenda_item_changes(i.id) c)`,
  firstTold(sql`i.id`, sql`i.updated_at`),
  changeOfPlaces(sql`select i.place_id union all ${placesOfEvent}`),
  changeOfTopics(...topicsOfItem),
];

const items = list(
  object({ ...itemEntry, changedAt: latest(...itemChanges) }),
  itemsOf(shownAgendaOf(sql`e`)),
  sql`i.position, i.id`,
);

/** The shown events that are part of the one of `:id`. */
const parts = sql`(select coalesce(json_agg(${object(eventEntry)} order by e.earliest_day, e.id), '[]'::json)
  from visible_events(:caller) e where e.parent_id = :id and e.archived_at is null)`;

/**
 * One event with its agenda, as it was published or, with `:draft`, as it is worked on, and the events that are part of
 * it: the rows of `:id` and `:kind`, as far as the caller may see them.
 */
export const eventFile = statement(
  'calendar-file',
  sql`select ${object(eventEntry)}, ${items}, ${parts} from visible_events(:caller) e
      where e.id = :id and e.kind = :kind and e.archived_at is null`,
);

/** Whether the forum `:id`, which cannot be shown, was public before. */
export const wasPublicForum = statement('calendar-was-public', sql`select was_public_forum(:id)`);

/** What ends each row of a feed (RFC 7464): no JSON holds it. */
export const ROW_END = '\u001e';

/**
 * All forums that the caller may see in the months from `:first` to `:last`, in order: their stamp, when they are, and
 * the rows of the first `:most` in `:from` to `:to` that are dated to the day, but those of `:known` where the stamp is
 * still `:stamp`. All is of one moment, since one statement reads it.
 */
export function feedOf(filters: FeedFilters): Statement {
  const given = (Object.keys(FILTERS) as (keyof FeedFilters)[]).filter((name) => filters[name] !== undefined);
  const conditions = [forumInMonths, ...given.map((name) => FILTERS[name])];
  return statement(
    undefined,
    sql`with found as materialized (
          select e.id, e.earliest_day, e.latest_day, ${isDated} as is_dated
          from visible_events(:caller) e where ${joinSql(conditions, sql` and `)}
        ), kept as (
          select e.id from found e where e.is_dated and ${isWithinDays(sql`:from`, sql`:to`)}
          order by e.earliest_day, e.id limit :most::int
        )
        select ${stamp},
          (select coalesce(json_agg(${span} order by e.earliest_day, e.id), '[]'::json) from found e),
          (select string_agg(${object(eventEntry)}::text, chr(30)) from visible_events(:caller) e
            where e.id in (select k.id from kept k)
              and not (e.id = any(:known::uuid[]) and :stamp::numeric is not distinct from ${stamp}))`,
  );
}

const DAY = sql`'^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`;
const isDated = sql`coalesce(e.starts ~ ${DAY} and coalesce(e.ends, e.starts) ~ ${DAY}, false)`;

const span = sql`json_build_array(e.id, e.earliest_day, e.latest_day, e.is_dated)`;

function isWithinDays(first: Sql, last: Sql): Sql {
  return sql`e.latest_day >= coalesce(${first}::date, '-infinity') and e.earliest_day <= coalesce(${last}::date, 'infinity')`;
}

/** Forums without any date are found for every range, to be counted among the undated. */
const forumInMonths = sql`e.kind = 'forum' and e.archived_at is null
  and (e.latest_day = '-infinity' or (${isWithinDays(sql`:first`, sql`:last`)}))`;
