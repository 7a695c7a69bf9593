import { type CalendarEntry, type FreeBusy, writeFreeBusy } from '#icalendar';
import { spanOf } from './dav/dav-times.js';
import type { LinkEntry } from './links/link-content.js';

/** When what is not taken at all last changed. */
const FIRST = Temporal.Instant.fromEpochMilliseconds(0);

type Span = readonly [from: number, until: number];

/** What is taken of a time by these entries, merged and without a word of what with. */
export function writeBusyTimes(
  entries: readonly LinkEntry[],
  { of, from, until }: Pick<FreeBusy, 'of' | 'from' | 'until'>,
): string {
  const events = entries.flatMap((entry) => ('event' in entry ? entry.event : []));
  const changed = events.reduce((latest, event) => later(latest, event.changed), FIRST);
  const range: Span = [from.epochMilliseconds, until.epochMilliseconds];
  const busy = (['BUSY', 'BUSY-TENTATIVE'] as const).flatMap((type) =>
    merge(spansOf(events, type, range)).map(([start, end]) => [instant(start), instant(end), type] as const),
  );
  return writeFreeBusy({ of, from, until, changed, busy });
}

function spansOf(entries: readonly CalendarEntry[], type: string, [start, end]: Span): Span[] {
  const spans: Span[] = [];
  for (const entry of entries) {
    if (entry.transparent || entry.status === 'CANCELLED') continue;
    if ((entry.status === 'TENTATIVE') !== (type === 'BUSY-TENTATIVE')) continue;
    const [from, until] = spanOf(entry);
    const span = [Math.max(from, start), Math.min(until, end)] as const;
    if (span[0] < span[1]) spans.push(span);
  }
  return spans.sort(([one], [other]) => one - other);
}

function merge(spans: readonly Span[]): Span[] {
  const merged: [number, number][] = [];
  for (const [from, until] of spans) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], until);
    else merged.push([from, until]);
  }
  return merged;
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? other : one;
}

const instant = (milliseconds: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds);
