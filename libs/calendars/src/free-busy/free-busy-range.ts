import { assertValid } from '#refusals';
import { daysErrors } from '#schedules';
import type { FreeBusyQuery } from './free-busy.dto.js';

/** What a file of one VFREEBUSY is. */
export const FREE_BUSY_TYPE = 'text/calendar; charset=utf-8; component=VFREEBUSY';

const USUAL_DAYS = 60;

/** What is later may end in a year of five digits, for which iCalendar has no room. */
const LAST_DAY = Temporal.PlainDate.from('9999-12-30');

/** From when until when it is told whether somebody or something is taken. */
export interface FreeBusyRange {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/**
 * Which days are asked for, before it is known in which zone; 61 from today on unless it is said otherwise.
 * @throws Refusal `request.invalid`
 */
export function daysAsked(query: FreeBusyQuery, today: string): (zone: string) => FreeBusyRange {
  const from = boundDay(Temporal.PlainDate.from(query.from ?? today));
  const to = boundDay(query.to ? Temporal.PlainDate.from(query.to) : from.add({ days: USUAL_DAYS }));
  assertValid(daysErrors({ from: from.toString(), to: to.toString() }));
  return (zone) => ({
    from: from.toZonedDateTime(zone).toInstant(),
    until: to.add({ days: 1 }).toZonedDateTime(zone).toInstant(),
  });
}

function boundDay(day: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(day, LAST_DAY) < 0 ? day : LAST_DAY;
}
