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

/** The most entries that a feed holds. */
export const MOST_ENTRIES = 10_000;

/** What a feed can be narrowed to; its values are `:series`, `:place` and `:topic`. */
const FILTERS = {
  series: sql`e.series_id = :series`,
  place: sql`e.id in (select p.event_id from event_places p where p.place_id = :place)`,
  topic: sql`e.id in (select x.event_id from event_topics x where x.topic_id = :topic)`,
};

/** By which records a feed is narrowed. */
export type FeedFilters = { readonly [F in keyof typeof FILTERS]?: string };

const stamp = sql`(select coalesce(sum(s.changes), 0) from change_stamps s
  where s.table_name in ('events', 'event_legs', 'event_topics', 'places', 'place_containers', 'topics'))`;

/** The stamp of all that the feed reads: another one as soon as any of it has changed. */
export const feedStamp = statement('calendar-stamp', sql`select ${stamp}`);

const event: Record<string, Sql> = {
  id: sql`e.id`,
  kind: sql`e.kind`,
  isPublic: sql`e.kind = 'forum' and e.visibility = 'public'`,
  starts: sql`e.starts`,
  ends: sql`e.ends`,
  summary: shownText(sql`e.summary`),
  theme: shownText(sql`e.theme`),
  stops: list(
    shownName(sql`p`),
    sql`event_legs l join visible_places(:caller) p on p.id = l.place_id where l.event_id = e.id`,
    sql`l.position`,
  ),
  ...entryOf(sql`e`, shownName(sql`e`), sql`e.place_id`),
  topics: topicsOf(sql`event_topics`, sql`event_id`, sql`e.id`),
};

const item = object({
  startsAt: instant(sql`i.starts_at`),
  endsAt: instant(sql`i.ends_at`),
  on: sql`i.on_date`,
  standing: sql`i.standing`,
  abstract: shownText(sql`i.abstract`),
  ...entryOf(sql`i`, shownText(sql`i.title`), sql`coalesce(i.place_id, l.place_id)`),
  topics: topicsOf(sql`agenda_item_topics`, sql`item_id`, sql`i.id`),
});

const items = list(
  item,
  sql`${shownAgendaOf(sql`e`)} left join event_legs l on l.id = i.leg_id`,
  sql`i.position, i.id`,
);

/** One event with its agenda, as it was published or, with `:draft`, as it is worked on: the rows of `:id` and `:kind`, as far as the caller may see them. */
export const eventFile = statement(
  'calendar-file',
  sql`select ${object(event)}, ${items} from visible_events(:caller) e
      where e.id = :id and e.kind = :kind and e.archived_at is null`,
);

/**
 * All forums that the caller may see in `:from` to `:to`, in order: their stamp, how many are not dated to the day,
 * how many are, and the first `:most` of those. Stamp and forums are of one moment, since one statement reads them.
 */
export function feedOf(filters: FeedFilters): Statement {
  const given = (Object.keys(FILTERS) as (keyof FeedFilters)[]).filter((name) => filters[name] !== undefined);
  const conditions = [forumInRange, ...given.map((name) => FILTERS[name])];
  return statement(
    undefined,
    sql`with found as materialized (
          select e.*, ${isDated} as is_dated from visible_events(:caller) e where ${joinSql(conditions, sql` and `)}
        ), kept as (
          select * from found where is_dated order by earliest_day, id limit :most::int
        )
        select ${stamp}, (select count(*) from found where not is_dated), (select count(*) from found where is_dated),
          (select coalesce(json_agg(${object(event)} order by e.earliest_day, e.id), '[]'::json) from kept e)`,
  );
}

const DAY = sql`'^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`;
const isDated = sql`coalesce(e.starts ~ ${DAY} and coalesce(e.ends, e.starts) ~ ${DAY}, false)`;

/** Forums without any date are found for every range, to be counted among the undated. */
const forumInRange = sql`e.kind = 'forum' and e.archived_at is null and (e.latest_day = '-infinity' or (
  e.latest_day >= coalesce(:from::date, '-infinity') and e.earliest_day <= coalesce(:to::date, 'infinity')))`;

function entryOf(row: Sql, name: Sql, placeId: Sql): Record<string, Sql> {
  const place = object({
    name: shownName(sql`p`),
    address: sql`p.address`,
    latitude: sql`p.latitude`,
    longitude: sql`p.longitude`,
  });
  return {
    uid: sql`${row}.uid`,
    sequence: sql`${row}.sequence`,
    createdAt: instant(sql`${row}.created_at`),
    updatedAt: instant(sql`${row}.updated_at`),
    status: sql`${row}.status`,
    name,
    timeZone: sql`${row}.time_zone`,
    place: sql`(select ${place} from visible_places(:caller) p where p.id = ${placeId})`,
  };
}
