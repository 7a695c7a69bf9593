import { Injectable } from '@nestjs/common';
import { firstDay, isItemAt, isSeen, itemBegins, lastDay, seenOrBusy } from '#agendas';
import { eventReference } from '#events';
import {
  type Caller,
  Database,
  type Json,
  type Sql,
  object,
  reference,
  shownText,
  sql,
  statement,
} from '#platform';
import { type ListDefinition, Lists } from '#records';
import { assertValid, unknownRecord } from '#refusals';
import { takesPlace } from '../conflicts/certainty.fragments.js';
import { itemsOfPerson, seenItemsOfPerson } from '../conflicts/presences.fragments.js';
import type { SchedulePage, ScheduleQuery } from './busy-times.dto.js';
import { daysErrors } from './busy-time.rules.js';

const item = object({
  id: sql`e.item_id`,
  title: shownText(sql`e.title`),
  kind: sql`e.kind`,
  status: sql`e.status`,
  event: eventReference(sql`e.event_id`),
  place: reference(sql`visible_places(:caller)`, sql`e.place_id`),
  startsAt: sql`public.local_instant(e.starts_at, e.starts_local)`,
  endsAt: sql`public.local_instant(e.ends_at, e.ends_local)`,
  on: sql`e.on_date`,
  dayPart: sql`e.day_part`,
  timeZone: sql`e.time_zone`,
});

// No zone is further than 15 hours from UTC: what is found along an index is then held against the local days.
const inRange = sql`(
  e.during && tstzrange(:from::date - interval '15 hours', :to::date + interval '39 hours')
    and ${firstDay(sql`e`)} <= :to::date and ${lastDay(sql`e`)} >= :from::date
  or e.on_date_earliest <= :to::date and e.on_date_latest >= :from::date)`;

// Who reads on from what he may not see is told no id of it, and of what has no time nothing at all.
const rowsOf = (
  isConcerned: Sql,
  isTold: Sql,
): Sql => sql`(select ${isTold} as is_told, case when ${isTold} then i.id else md5(i.id::text)::uuid end as id, i.id as item_id, i.event_id,
    i.title, i.kind, i.status, i.place_id, i.starts_at, i.ends_at, i.starts_local, i.ends_local, i.during, i.day_starts_at,
    i.on_date, i.on_date_earliest, i.on_date_latest, i.day_part, i.time_zone, i.updated_at, i.archived_at
  from busy_agenda_items(:caller) i join busy_events(:caller) own on own.id = i.event_id
  where ${isConcerned} and ${takesPlace(sql`i`, sql`own`)} and (i.starts_at is not null or ${isTold})) e`;

function scheduleOf(name: string, isConcerned: Sql, isTold: Sql): ListDefinition<ScheduleQuery> {
  return {
    name,
    from: rowsOf(isConcerned, isTold),
    item: seenOrBusy(sql`e`, item, sql`e.is_told`),
    where: inRange,
    filters: { from: sql`true`, to: sql`true` },
    sorts: {
      starts: {
        key: itemBegins(sql`e`),
        type: sql`timestamptz`,
        id: sql`e.id`,
      },
    },
  };
}

const known = (table: Sql): Sql => sql`select to_json(true) from ${table} e where e.id = :id`;

const SCHEDULES = {
  person: {
    known: statement('person-known', known(sql`visible_people(:caller)`)),
    list: scheduleOf(
      'schedule-of-person',
      sql`i.id in (${itemsOfPerson(sql`:id`)})`,
      sql`(${isSeen(sql`i`)} and i.id in (${seenItemsOfPerson(sql`:id`)}))`,
    ),
  },
  place: {
    known: statement('place-known', known(sql`visible_places(:caller)`)),
    list: scheduleOf('schedule-of-place', isItemAt(sql`i`, sql`:id`, sql`own.place_id`), isSeen(sql`i`)),
  },
};

/** Reads when people and places are busy. */
@Injectable()
export class BusyTimeQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /**
   * A page of what a person takes part in, or of what takes place in a place and in everything inside it.
   * @throws Refusal `record.unknown` where there is no such person or place
   */
  async list(
    whose: keyof typeof SCHEDULES,
    id: string,
    query: ScheduleQuery,
    caller: Caller,
  ): Promise<Json<SchedulePage>> {
    assertValid(daysErrors(query));
    const schedule = SCHEDULES[whose];
    if (!(await this.database.readValue(schedule.known, caller, { id }))) throw unknownRecord(whose);
    return this.lists.read(schedule.list, query, caller, { id });
  }
}
