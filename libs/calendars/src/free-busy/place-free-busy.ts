import { Injectable } from '@nestjs/common';
import { writeFreeBusy } from '#icalendar';
import { type Caller, Today } from '#platform';
import { assertValid } from '#refusals';
import { BusySpanQueries, daysErrors } from '#schedules';
import { CalendarFile } from '../calendar-file.js';
import type { FreeBusyQuery } from './free-busy.dto.js';

const USUAL_DAYS = 60;

/** What is later may end in a year of five digits, for which iCalendar has no room. */
const LAST_DAY = Temporal.PlainDate.from('9999-12-30');

/** When a place is free, for calendars that ask before they invite. */
@Injectable()
export class PlaceFreeBusy {
  constructor(
    private readonly spans: BusySpanQueries,
    private readonly today: Today,
  ) {}

  /**
   * One VFREEBUSY of a place and all that is inside it.
   * @throws Refusal `record.unknown`, `request.invalid`
   */
  async read(id: string, query: FreeBusyQuery, caller: Caller): Promise<CalendarFile> {
    const from = boundDay(Temporal.PlainDate.from(query.from ?? this.today.day()));
    const to = boundDay(query.to ? Temporal.PlainDate.from(query.to) : from.add({ days: USUAL_DAYS }));
    assertValid(daysErrors({ from: from.toString(), to: to.toString() }));
    const zone = (await this.spans.zoneOf(id, caller)) ?? 'UTC';
    const start = from.toZonedDateTime(zone).toInstant();
    const end = to.add({ days: 1 }).toZonedDateTime(zone).toInstant();
    const range = { from: start.toString(), until: end.toString() };
    const { changedAt, busy } = await this.spans.ofPlace(id, range, caller);
    const text = writeFreeBusy({
      from: start,
      until: end,
      changed: changedAt === null ? start : Temporal.Instant.from(changedAt),
      busy: busy.map(([one, other]) => [Temporal.Instant.from(one), Temporal.Instant.from(other)] as const),
    });
    return new CalendarFile(text, {
      fileName: `place-${id}.ifb`,
      mediaType: 'text/calendar; charset=utf-8; component=VFREEBUSY',
      isPublic: false,
      vary: ['Authorization'],
      undated: 0,
      beyond: 0,
    });
  }
}

function boundDay(day: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(day, LAST_DAY) < 0 ? day : LAST_DAY;
}
