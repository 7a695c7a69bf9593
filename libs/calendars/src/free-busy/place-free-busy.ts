import { Injectable } from '@nestjs/common';
import { writeFreeBusy } from '#icalendar';
import { type Caller, Today } from '#platform';
import { BusySpanQueries } from '#schedules';
import { CalendarFile } from '../calendar-file.js';
import type { FreeBusyQuery } from './free-busy.dto.js';
import { FREE_BUSY_TYPE, daysAsked } from './free-busy-range.js';

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
    const today = this.today.day();
    const zone = (await this.spans.zoneOf(id, caller)) ?? 'UTC';
    const { from, until } = daysAsked(query, today)(zone);
    const busy = await this.spans.ofPlace(id, { from: from.toString(), until: until.toString() }, caller);
    const text = writeFreeBusy({
      of: id,
      from,
      until,
      // When what takes it was changed would tell of more than when it is taken.
      changed: earlierOf(from, Temporal.PlainDate.from(today).toZonedDateTime(zone).toInstant()),
      busy: busy.map(
        ([one, other, type]) => [Temporal.Instant.from(one), Temporal.Instant.from(other), type] as const,
      ),
    });
    return new CalendarFile(text, {
      fileName: `place-${id}.ifb`,
      mediaType: FREE_BUSY_TYPE,
      isPublic: false,
      vary: ['Authorization'],
      undated: 0,
      beyond: 0,
    });
  }
}

function earlierOf(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? one : other;
}
