import { CALLED_OFF } from '#events';
import { type Sql, list, object, reference, referenceTo, shownName, shownText, sql, words } from '#platform';
import { doubtsOf, partOf } from './part.fragments.js';

const MOST = 10;
const MOST_OUTCOMES = 3;
const MOST_DELEGATIONS = 3;

const FOUND = [sql`found_events`];
const TOOK_PLACE = words(['completed', 'closed', 'held']);
const IS_ON = words(['confirmed', 'ongoing']);
// Of what was only asked for or planned, the days alone do not tell that it took place.
const isOver = sql`(p.status in (${TOOK_PLACE})
  or (p.status in (${IS_ON}) and isfinite(p.latest_day) and p.latest_day < :today::date))`;

/** Whether a row of events that were found was not called off. */
export function stands(event: Sql): Sql {
  return sql`${event}.status not in (${words(CALLED_OFF)})`;
}

function outcomeFields(outcome: Sql): Record<string, Sql> {
  return {
    id: sql`${outcome}.id`,
    text: shownText(sql`${outcome}.text`),
    kind: sql`${outcome}.kind`,
    status: sql`${outcome}.status`,
    quantity: sql`${outcome}.quantity`,
    ...doubtsOf(outcome),
  };
}

const outcomesOfEvent = sql`visible_outcomes(:caller) o where o.concerned_event_id = v.id and o.archived_at is null`;

const event = object({
  id: sql`v.id`,
  kind: sql`v.kind`,
  name: shownName(sql`v`),
  starts: sql`v.starts`,
  ends: sql`v.ends`,
  status: sql`v.status`,
  direction: sql`v.direction`,
  place: reference(sql`visible_places(:caller)`, sql`v.place_id`),
  delegations: list(
    referenceTo(sql`d`),
    sql`(select d.*, x.position from visit_delegations x join visible_delegations(:caller) d on d.id = x.delegation_id
      where x.event_id = v.id order by x.position limit ${MOST_DELEGATIONS}) d`,
    sql`d.position`,
  ),
  ...doubtsOf(sql`v`),
  outcomeCount: sql`(select count(*) from ${outcomesOfEvent})`,
  outcomes: list(
    object(outcomeFields(sql`o`)),
    sql`(select o.* from ${outcomesOfEvent} order by o.id limit ${MOST_OUTCOMES}) o`,
    sql`o.id`,
  ),
});

function eventsThat(are: Sql, order: Sql, most = MOST): Sql {
  return partOf({
    rows: sql`found_events p where ${stands(sql`p`)} and ${are}`,
    order,
    most,
    joined: sql`join visible_events(:caller) v on v.id = p.id`,
    item: event,
    found: FOUND,
  });
}

const newest = sql`p.latest_day desc, p.id desc`;
// What is still open although its days are over comes after what comes, and what has no day yet last.
const next = sql`p.latest_day < :today::date, p.latest_day = '-infinity', p.earliest_day, p.id`;

/** Visits that were, with what came of them, those that come, and forums. */
export const eventParts: Readonly<Record<string, Sql>> = {
  pastVisits: eventsThat(sql`p.kind = 'visit' and ${isOver}`, newest),
  comingVisits: eventsThat(sql`p.kind = 'visit' and not ${isOver}`, next, 5),
  forums: eventsThat(sql`p.kind = 'forum'`, newest, 5),
};
