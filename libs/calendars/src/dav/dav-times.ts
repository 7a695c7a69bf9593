import type { CalendarEntry, CalendarTask } from '#icalendar';
import type { Member } from './dav-collections.js';
import { type TimeRange, overlaps } from './dav-filter.rules.js';

/** When an entry is, in milliseconds; days are those of UTC, since they are the same all over the world. */
export function spanOf({ when }: CalendarEntry): readonly [from: number, until: number] {
  if ('days' in when) return [startOf(when.days.first), startOf(when.days.last.add({ days: 1 }))];
  return [when.from.epochMilliseconds, (when.until ?? when.from).epochMilliseconds];
}

/** Whether a member is in a time (RFC 4791, 9.9). */
export function isIn(range: TimeRange, { event, task }: Member): boolean {
  return event ? overlaps(range, ...spanOf(event)) : isTaskIn(task!, range);
}

function isTaskIn({ due, created }: CalendarTask, { start, end }: TimeRange): boolean {
  if (due) return start < startOf(due) && end >= startOf(due);
  return end > created.epochMilliseconds;
}

function startOf(day: Temporal.PlainDate): number {
  return day.toZonedDateTime('UTC').epochMilliseconds;
}
