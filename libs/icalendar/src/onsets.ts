/** A moment from which a zone's clocks keep one offset until the next onset. */
export interface Onset {
  readonly kind: 'STANDARD' | 'DAYLIGHT';
  readonly at: Temporal.Instant;
  /** What the clocks showed, still at the offset before. */
  readonly local: Temporal.PlainDateTime;
  readonly offsetFrom: string;
  readonly offsetTo: string;
}

/**
 * Finds the onsets of a zone from the one that is in force at `from` to `until`, in order.
 *
 * @throws RangeError where the platform does not know the zone
 */
export function findOnsets(timeZone: string, from: Temporal.Instant, until: Temporal.Instant): Onset[] {
  const start = from.toZonedDateTimeISO(timeZone);
  const onsets = [describeOnset(findOpening(start))];
  let transition = start.getTimeZoneTransition('next');
  while (transition !== null && transition.epochMilliseconds <= until.epochMilliseconds) {
    onsets.push(describeOnset(transition));
    transition = transition.getTimeZoneTransition('next');
  }
  return onsets;
}

/** The last transition up to the start; the start itself where the clocks never changed before. */
function findOpening(start: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const transition = start.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  // Local mean time had seconds in its offset, which few readers can take.
  return transition !== null && hasWholeMinutes(justBefore(transition)) ? transition : start;
}

function describeOnset(onset: Temporal.ZonedDateTime): Onset {
  const before = justBefore(onset);
  const change = onset.offsetNanoseconds - before.offsetNanoseconds;
  return {
    kind: isSummerTime(onset) ? 'DAYLIGHT' : 'STANDARD',
    at: onset.toInstant(),
    local: onset.toPlainDateTime().subtract({ nanoseconds: change }),
    offsetFrom: before.offset,
    offsetTo: onset.offset,
  };
}

/** Summer time is an offset that the clocks leave for a smaller one within a year. */
function isSummerTime(onset: Temporal.ZonedDateTime): boolean {
  const next = onset.getTimeZoneTransition('next');
  if (next === null || next.offsetNanoseconds >= onset.offsetNanoseconds) return false;
  return Temporal.ZonedDateTime.compare(next, onset.add({ years: 1 })) < 0;
}

function justBefore(time: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return time.subtract({ nanoseconds: 1 });
}

function hasWholeMinutes(time: Temporal.ZonedDateTime): boolean {
  return time.offsetNanoseconds % 60e9 === 0;
}
