import { type ListDefinition, NAMED_SORTS, NAME_FILTER, type Sort, type Sql, joinSql, sql } from '#platform';
import type { EventKind } from './event.rules.js';
import type { AnyEventQuery, EventQuery } from './event-query.dto.js';

const sources = new Map<string, Sql[]>();

/**
 * Teaches every list of events another way in which an event can concern a person, an organization or a delegation.
 * @param filter the parameter of the list
 * @param events a query for the ids of events, given `:person`, `:organization` or `:delegation`
 */
export function addEventFilter(filter: 'person' | 'organization' | 'delegation', events: Sql): void {
  sources.set(filter, [...(sources.get(filter) ?? []), events]);
}

/**
 * A query for the ids of the events that concern a place, a person, an organization or a delegation.
 * @param filter which of them; its id is `:place`, `:person`, `:organization` or `:delegation`
 */
export function eventsConcerning(filter: 'place' | 'person' | 'organization' | 'delegation'): Sql {
  if (filter === 'place') return sql`select p.event_id from event_places p where p.place_id = :place`;
  return joinSql(sources.get(filter) ?? [], sql` union all `);
}

const KINDS: Readonly<Record<EventKind, Sql>> = { visit: sql`'visit'`, forum: sql`'forum'` };

function concerns(filter: 'person' | 'organization' | 'delegation'): () => Sql {
  return () => sql`e.id in (${eventsConcerning(filter)})`;
}

const BY_DAY = [undefined, '-date', 'date'] as readonly EventQuery['sort'][];

function byDay(row: Sql, id: Sql): Record<'-date' | 'date', Sort> {
  const key = { key: sql`${row}.latest_day`, type: sql`date`, id };
  return { '-date': { ...key, descending: true }, date: key };
}

const FILTERS: ListDefinition<AnyEventQuery>['filters'] = {
  q: NAME_FILTER,
  kind: sql`e.kind = :kind`,
  status: sql`e.status = any (:status)`,
  from: sql`e.latest_day >= :from::date`,
  to: sql`e.earliest_day <= :to::date`,
  dated: (dated) => (dated === true ? sql`e.latest_day > '-infinity'` : sql`e.latest_day = '-infinity'`),
  place: sql`p.place_id = :place`,
  topic: sql`e.id in (select t.event_id from event_topics t where t.topic_id = :topic)`,
  parent: sql`e.parent_id = :parent`,
  series: sql`e.series_id = :series`,
  responsible: sql`e.responsible_id = :responsible`,
  visibility: sql`e.visibility = :visibility`,
  person: concerns('person'),
  organization: concerns('organization'),
  delegation: concerns('delegation'),
};

/** With these alone, a list by day is read along one index, whatever the values. */
const ALONG_INDEX = ['limit', 'cursor', 'sort', 'place', 'from', 'to'];

function isAlongIndex(query: EventQuery): boolean {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return BY_DAY.includes(query.sort) && given.every(([parameter]) => ALONG_INDEX.includes(parameter));
}

/**
 * The days of an event tell how it stands to `to` by its first, and how it stands in the list by its last. So that a
 * list need not pass over all that is later, those that last some days are read from soon after `to`, and the few that
 * last longer along an index of their own.
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

/**
 * A list of events, of one kind or of both.
 * @param item the JSON of one row `e`
 * @param filters the conditions of this kind's own parameters
 */
export function eventList<Q extends EventQuery>(
  name: string,
  kind: EventKind | null,
  item: Sql,
  filters: Readonly<Record<string, Sql>> = {},
): ListDefinition<Q> {
  const ofKind = (row: Sql): Sql => (kind ? sql`${row}.kind = ${KINDS[kind]}` : sql`true`);
  const definition: ListDefinition<AnyEventQuery> = {
    name,
    from: sql`visible_events(:caller) e`,
    where: ofKind(sql`e`),
    item,
    filters: { ...FILTERS, ...filters },
    sorts: { ...byDay(sql`e`, sql`e.id`), ...NAMED_SORTS },
    // By place, the list is read along the index that keeps the events of each place by day.
    adapt: (query) => ({
      prepared: isAlongIndex(query),
      shares: sharesOf(query),
      ...(query.place === undefined
        ? {}
        : {
            from: sql`event_places p join visible_events(:caller) e on e.id = p.event_id`,
            where: ofKind(sql`p`),
            filters: { from: sql`p.latest_day >= :from::date`, to: sql`p.earliest_day <= :to::date` },
            sorts: byDay(sql`p`, sql`p.event_id`),
          }),
    }),
  };
  return definition as unknown as ListDefinition<Q>;
}
