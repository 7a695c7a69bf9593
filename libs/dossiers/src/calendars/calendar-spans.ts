import type { CalendarEvent } from './calendar-event.js';
import type { Span } from './repetitions.js';

/** The days from the first to the last of all entries; null where none has a time. */
export function spanOf(events: readonly CalendarEvent[]): Span | null {
  const spans = events.map(spanOfOne).filter((span) => span !== null);
  if (spans.length === 0) return null;
  const firsts = spans.map(({ first }) => first).sort();
  const lasts = spans.map(({ last }) => last).sort();
  return { first: firsts[0]!, last: lasts.at(-1)! };
}

function spanOfOne({ time }: CalendarEvent): Span | null {
  if (!time) return null;
  if ('first' in time) return time;
  return { first: time.starts.slice(0, 10), last: (time.ends ?? time.starts).slice(0, 10) };
}

/** The days of an entry that lasts whole days. */
export function daysOf({ time }: CalendarEvent): string[] {
  if (!time || !('first' in time)) return [];
  const [first, last] = [time.first, time.last].map((day) => Temporal.PlainDate.from(day)) as [
    Temporal.PlainDate,
    Temporal.PlainDate,
  ];
  const { days } = first.until(last);
  return Array.from({ length: Math.min(days, 1000) + 1 }, (_, at) => first.add({ days: at }).toString());
}

/**
 * The entry that is the event itself: the one that all others belong to, or the only one of whole days that lasts as long
 * as all of them.
 */
export function itselfAmong(events: readonly CalendarEvent[]): CalendarEvent | null {
  if (events.length < 2) return null;
  const wholes = new Set(events.map(({ part }) => part.getFirstPropertyValue('related-to')));
  const related = events.filter(({ uid }) => wholes.has(uid));
  if (related.length === 1) return related[0]!;
  const whole = spanOf(events);
  return whole && lastingAll(events, whole);
}

/** The only entry of whole days that lasts as long as a whole; null where several do, or none. */
export function lastingAll(events: readonly CalendarEvent[], whole: Span): CalendarEvent | null {
  const lasting = events.filter(
    ({ time }) => time && 'first' in time && time.first <= whole.first && time.last >= whole.last,
  );
  return lasting.length === 1 ? lasting[0]! : null;
}
