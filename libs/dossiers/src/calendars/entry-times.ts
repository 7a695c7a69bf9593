import type { EntryTime } from './calendar-event.js';
import { type ForeignTime, instantOf } from './foreign-times.js';

const NOTHING = new Temporal.Duration();

/** Writes the times of entries as agendas take them. */
export class EntryTimes {
  /** @param zone the zone that instants are shown in */
  constructor(private readonly zone: string | null) {}

  /** The time of an entry that starts at one, and lasts as long as it says. */
  write(starts: ForeignTime, length: Temporal.Duration | null): EntryTime {
    if (starts.isDay) return daysOf(starts, length ?? NOTHING);
    const ends = length?.sign ? this.writeOne(starts, length) : null;
    return { starts: this.writeOne(starts, NOTHING), ends };
  }

  /** A time with its offset from UTC, or as clocks show it where the calendar does not say where they are. */
  private writeOne({ local, ...time }: ForeignTime, later: Temporal.Duration): string {
    const { weeks, days } = later;
    const hours = later.with({ weeks: 0, days: 0 });
    const onDay = Temporal.PlainDateTime.from(local).add({ weeks, days });
    const instant = instantOf({ ...time, local: onDay.toString({ smallestUnit: 'second' }) });
    if (instant === null) return onDay.add(hours).toString({ smallestUnit: 'second' });
    const own = time.zone && 'name' in time.zone && time.zone.name !== 'UTC' ? time.zone.name : null;
    return instant
      .add(hours)
      .toZonedDateTimeISO(own ?? this.zone ?? 'UTC')
      .toString({ timeZoneName: 'never', smallestUnit: 'second' });
  }
}

/** The end of days is the day after the last. */
function daysOf({ local: first }: ForeignTime, length: Temporal.Duration): EntryTime {
  const end = Temporal.PlainDateTime.from(first).add(length).toPlainDate();
  const last = end.subtract({ days: 1 }).toString();
  return { first, last: last < first ? first : last };
}
