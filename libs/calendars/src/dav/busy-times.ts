import { writeFreeBusy } from '#icalendar';
import type { Member } from './dav-collections.js';
import type { TimeRange } from './dav-filter.rules.js';
import { spanOf } from './dav-times.js';

type Span = readonly [from: number, until: number];

/** What is taken of a time, merged and without a word of what by. */
export function writeBusyTimes(members: Iterable<Member>, { start, end }: TimeRange, now: Date): string {
  const busy = (['BUSY', 'BUSY-TENTATIVE'] as const).flatMap((type) =>
    merge(spansOf(members, type, { start, end })).map(
      ([from, until]) => [instant(from), instant(until), type] as const,
    ),
  );
  return writeFreeBusy({ from: instant(start), until: instant(end), changed: instant(now.getTime()), busy });
}

function spansOf(members: Iterable<Member>, type: string, { start, end }: TimeRange): Span[] {
  const spans: Span[] = [];
  for (const { event } of members) {
    if (!event || event.transparent || event.status === 'CANCELLED') continue;
    if ((event.status === 'TENTATIVE') !== (type === 'BUSY-TENTATIVE')) continue;
    const [from, until] = spanOf(event);
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

const instant = (milliseconds: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds);
