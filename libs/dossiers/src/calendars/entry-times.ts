import type { EntryTime } from './calendar-event.js';
import { type ForeignTime, instantOf } from './foreign-times.js';
import type { ForeignZones } from './foreign-zones.js';

/** Writes the times of entries as agendas take them. */
export class EntryTimes {
  /** @param zone the zone that instants are shown in */
  constructor(
    private readonly zones: ForeignZones,
    private readonly zone: string | null,
  ) {}

  /**
   * The time of an entry.
   * @throws RangeError where a zone is not known
   */
  write(starts: ForeignTime, ends: ForeignTime | null): EntryTime {
    if (starts.isDay) return daysOf(starts, ends);
    const [from, until] = [this.writeOne(starts), ends && !ends.isDay ? this.writeOne(ends) : null];
    return { starts: from, ends: until !== null && isLater(until, from) ? until : null };
  }

  /** A time with its offset from UTC, or as clocks show it where the calendar does not say where they are. */
  private writeOne(time: ForeignTime): string {
    const instant = instantOf(time, this.zones);
    if (instant === null) return time.local;
    const own = time.tzid !== null && time.tzid !== 'UTC' ? this.zones.find(time.tzid) : null;
    const zone = own && 'name' in own ? own.name : (this.zone ?? 'UTC');
    return instant.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
  }
}

/** The end of days is the day after the last. */
function daysOf({ local: first }: ForeignTime, ends: ForeignTime | null): EntryTime {
  const last = ends
    ? Temporal.PlainDate.from(ends.local.slice(0, 10)).subtract({ days: 1 }).toString()
    : first;
  return { first, last: last < first ? first : last };
}

/** Two times of which one may say no offset are compared as clocks show them. */
function isLater(end: string, start: string): boolean {
  const [one, other] = [end, start].map((time) => (time.length > 19 ? Temporal.Instant.from(time) : null));
  return one && other ? Temporal.Instant.compare(one, other) > 0 : end.slice(0, 19) > start.slice(0, 19);
}
