import type { CalendarEntry, CalendarTask } from '#icalendar';
import { isDay } from '#vocabulary';
import { type Style, toEventEntry, toItemEntry } from '../calendar-entries.js';
import type { EventRow } from '../calendar-rows.js';
import { describeItem } from './item-descriptions.js';
import type { ChosenRow, FollowUpRow, LinkEntry, LinkItemRow, ReadLink } from './link-content.js';
import { linkWordsIn } from './link-words.rules.js';

/** The entries of an event that was chosen for a calendar, its own and those of its agenda; null for what has no day yet. */
export function toLinkEntries(
  { event, shown, items = [], zones = [] }: ChosenRow,
  link: ReadLink,
  style: Style,
): (LinkEntry | null)[] {
  const own = toEventEntry(event, style);
  const collection = link.kind === 'place' ? 'bookings' : 'programme';
  const ofItems = items.map((item) => toPrivateItem(item, event, zones, style));
  return [
    ...(shown ? [own && ({ collection: `${event.kind}s`, event: { ...own, private: true } } as const)] : []),
    ...ofItems.map((entry) => entry && ({ collection, event: entry } as const)),
  ];
}

function toPrivateItem(
  item: LinkItemRow,
  event: EventRow,
  zones: readonly string[],
  style: Style,
): CalendarEntry | null {
  const entry = toItemEntry(item, event, style);
  return entry && { ...entry, description: describeItem(item, zones, style.words), private: true };
}

const STATUSES: Readonly<Record<string, CalendarTask['status']>> = {
  open: 'NEEDS-ACTION',
  in_progress: 'IN-PROCESS',
  blocked: 'IN-PROCESS',
  done: 'COMPLETED',
  waived: 'CANCELLED',
  cancelled: 'CANCELLED',
};
const PRIORITIES: Readonly<Record<string, number>> = { urgent: 1, high: 3, normal: 5, low: 9 };

/** A follow-up as something to be done; due only where that is known to the day. */
export function toTask(row: FollowUpRow): CalendarTask {
  return {
    uid: row.id,
    sequence: row.version - 1,
    created: Temporal.Instant.from(row.createdAt),
    changed: Temporal.Instant.from(row.changedAt),
    due: row.due && isDay(row.due) ? Temporal.PlainDate.from(row.due) : undefined,
    status: STATUSES[row.status]!,
    priority: PRIORITIES[row.priority]!,
    summary: row.title,
    description: row.origin ?? undefined,
    private: true,
  };
}

/** The same as an entry over its day, for programs that know no tasks; null where the day is not known. */
export function toDueEntry(task: CalendarTask, language: string): CalendarEntry | null {
  const { uid, sequence, created, changed, due, status, summary, description } = task;
  if (!due) return null;
  return {
    uid,
    sequence,
    created,
    changed,
    when: { days: { first: due, last: due } },
    status: status === 'CANCELLED' ? 'CANCELLED' : 'CONFIRMED',
    summary: `${linkWordsIn(language).due}${summary}`,
    description,
    transparent: true,
    private: true,
  };
}
