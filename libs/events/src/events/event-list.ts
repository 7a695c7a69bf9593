import { type Sql, sql } from '#platform';
import {
  type FiltersOf,
  type ListDefinition,
  NAMED_SORTS,
  nameFilter,
  type Sort,
  VISIBILITY_FILTER,
  asksOnlyBy,
} from '#records';
import type { EventConcerns, Way } from './event-concerns.js';
import type { EventQuery } from './event-query.dto.js';
import type { EventKind } from './event.rules.js';

const KINDS: Readonly<Record<EventKind, Sql>> = { visit: sql`'visit'`, forum: sql`'forum'` };

const BY_DAY = [undefined, '-date', 'date'] as readonly EventQuery['sort'][];

function byDay(row: Sql, id: Sql): Record<'-date' | 'date', Sort> {
  const key = { key: sql`${row}.latest_day`, type: sql`date`, id };
  return { '-date': { ...key, descending: true }, date: key };
}

/** The conditions of the parameters that every list of events has. */
export function eventFilters(concerns: EventConcerns): FiltersOf<EventQuery> {
  return { ...concerns.filters(), ...FILTERS };
}

const FILTERS: Omit<FiltersOf<EventQuery>, Exclude<Way, 'place'>> = {
  q: nameFilter('events'),
  status: sql`e.status = any (:status)`,
  from: sql`e.latest_day >= :from::date`,
  to: sql`e.earliest_day <= :to::date`,
  dated: (dated) => (dated === true ? sql`e.latest_day > '-infinity'` : sql`e.latest_day = '-infinity'`),
  place: sql`p.place_id = :place`,
  parent: sql`e.parent_id = :parent`,
  series: sql`e.series_id = :series`,
  responsible: sql`e.responsible_id = :responsible`,
  ...VISIBILITY_FILTER,
  mode: sql`e.mode = :mode`,
};

/** Whether a column names the event that is asked for, or a part of it, of its parts, and so on. */
export function isOfEventOrPart(column: Sql): Sql {
  return sql`${column} in (select within.id from public.events_within(:event) within)`;
}

/** With these alone, a list by day is read along one index, whatever the values. */
const ALONG_INDEX = ['sort', 'place', 'from', 'to'];

function isAlongIndex(query: EventQuery): boolean {
  return BY_DAY.includes(query.sort) && asksOnlyBy(query, ALONG_INDEX);
}

/**
 * The first day of an event tells whether it is later than `to`, the last one where it comes in the list. So that a
 * list need not pass over all that is later, events of a few days are read from soon after `to`, and the few that last
 * longer along an index of their own.
 */
function sharesOf({ to, place, sort }: EventQuery): Sql[] | undefined {
  if (to === undefined || !BY_DAY.includes(sort)) return undefined;
  const row = place === undefined ? sql`e` : sql`p`;
  const soonAfter = sql`:to::date + ${SOME_DAYS}`;
  return [
    sql`${row}.latest_day <= ${soonAfter}`,
    sql`${row}.latest_day > ${soonAfter} and ${row}.latest_day > ${row}.earliest_day + ${SOME_DAYS}`,
  ];
}

/** As in the conditions of the indexes `events_long` and `event_places_long`. */
const SOME_DAYS = 14;

/** How lists of events are read, of one kind or of both, whatever they show: along the index that a query needs. */
export function eventList(kind: EventKind | null): Pick<ListDefinition<EventQuery>, 'sorts' | 'adapt'> {
  return {
    sorts: { ...byDay(sql`e`, sql`e.id`), ...NAMED_SORTS },
    // By place, the list is read along the index that keeps the events of each place by day.
    adapt: (query) => ({
      prepared: isAlongIndex(query),
      shares: sharesOf(query),
      ...(query.place === undefined
        ? {}
        : {
            from: sql`event_places p join visible_events(:caller) e on e.id = p.event_id`,
            where: kind ? sql`p.kind = ${KINDS[kind]}` : sql`true`,
            filters: { from: sql`p.latest_day >= :from::date`, to: sql`p.earliest_day <= :to::date` },
            sorts: byDay(sql`p`, sql`p.event_id`),
          }),
    }),
  };
}
