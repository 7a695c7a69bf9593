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
    const rangeIn = daysAsked(query, this.today.day());
    const { from, until } = rangeIn((await this.spans.zoneOf(id, caller)) ?? 'UTC');
    const range = { from: from.toString(), until: until.toString() };
    const { changedAt, busy } = await this.spans.ofPlace(id, range, caller);
    const text = writeFreeBusy({
      of: id,
      from,
      until,
      changed: changedAt === null ? from : Temporal.Instant.from(changedAt),
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
