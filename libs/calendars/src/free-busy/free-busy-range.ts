import { type FieldError, assertValid } from '#refusals';
import { daysErrors } from '#schedules';
import type { FreeBusyQuery } from './free-busy.dto.js';

/** What a file of one VFREEBUSY is. */
export const FREE_BUSY_TYPE = 'text/calendar; charset=utf-8; component=VFREEBUSY';

const USUAL_DAYS = 60;

/** In another zone, what is earlier or later may be in a year that is not written with four digits. */
const FIRST_DAY = Temporal.PlainDate.from('0001-01-03');
const LAST_DAY = Temporal.PlainDate.from('9999-12-29');

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
  return (zone) => {
    const [start, until] = [from, to.add({ days: 1 })].map((day) => day.toZonedDateTime(zone).toInstant());
    assertValid(leftOutErrors(start!, until!, from));
    return { from: start!, until: until! };
  };
}

/** What is wrong with a day that never was at a place, as where the date line was moved: nothing can be told of it. */
function leftOutErrors(
  from: Temporal.Instant,
  until: Temporal.Instant,
  day: Temporal.PlainDate,
): FieldError[] {
  if (Temporal.Instant.compare(from, until) < 0) return [];
  return [{ pointer: '?from', detail: `At this place there was no ${day}.`, code: 'day-left-out' }];
}

/** All days of such a range, in whichever zone. */
export function daysAround({ from, until }: FreeBusyRange): { readonly from: string; readonly to: string } {
  const dayOf = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO('UTC').toPlainDate();
  return {
    from: boundDay(dayOf(from)).subtract({ days: 1 }).toString(),
    to: boundDay(dayOf(until)).add({ days: 1 }).toString(),
  };
}

function boundDay(day: Temporal.PlainDate): Temporal.PlainDate {
  if (Temporal.PlainDate.compare(day, FIRST_DAY) < 0) return FIRST_DAY;
  return Temporal.PlainDate.compare(day, LAST_DAY) < 0 ? day : LAST_DAY;
}
