import { Injectable } from '@nestjs/common';
import { firstDay, itemBegins, lastDay } from '#agendas';
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
import { itemsOfPerson } from '../conflicts/presences.fragments.js';
import type { SchedulePage, ScheduleQuery } from './busy-times.dto.js';
import { rangeErrors } from './busy-time.rules.js';

const item = object({
  id: sql`e.id`,
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

function scheduleOf(name: string, concerns: Sql): ListDefinition<ScheduleQuery> {
  return {
    name,
    from: sql`visible_agenda_items(:caller) e join visible_events(:caller) own on own.id = e.event_id`,
    item,
    where: sql`${concerns} and ${inRange} and ${takesPlace(sql`e`, sql`own`)}`,
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
    list: scheduleOf('schedule-of-person', sql`e.id in (${itemsOfPerson(sql`:id`)})`),
  },
  place: {
    known: statement('place-known', known(sql`visible_places(:caller)`)),
    list: scheduleOf(
      'schedule-of-place',
      sql`e.place_id in (select within.id from public.places_within(:id) within)`,
    ),
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
    assertValid(rangeErrors(query));
    const schedule = SCHEDULES[whose];
    if (!(await this.database.readValue(schedule.known, caller, { id }))) throw unknownRecord(whose);
    return this.lists.read(schedule.list, query, caller, { id });
  }
}
