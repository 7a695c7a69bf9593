import type { FieldError } from '#refusals';
import { parsePartialDate } from '#vocabulary';

/** When an item takes place, as it was written: at a time, on a date as far as it is known, or not known yet. */
export interface ItemTimes {
  readonly startsAt?: string | null;
  readonly endsAt?: string | null;
  readonly on?: string | null;
  readonly dayPart?: string | null;
}

/** A time at a place: what the clocks there show, and the instant that is. */
export interface PlacedTime {
  readonly at: Date;
  /** Without an offset: `2027-05-10T10:00:00`. */
  readonly local: string;
  /** The offset that it was given with, where the clocks of the place have another. */
  readonly offset: string | null;
}

/** A time at a place, where it is known. */
type MaybeTime = { readonly [P in keyof PlacedTime]: PlacedTime[P] | null };

/**
 * Reads a time at a place. Written with an offset it is that instant, and without one what the clocks there show: in
 * an hour that they leave out or repeat, as Temporal does by default, where `clockErrors` has not refused it. `Z` says
 * which instant, and nothing of clocks.
 */
export function readTime(text: string, zone: string): PlacedTime {
  const [offset] = OFFSET.exec(text) ?? [null];
  const time =
    offset === null
      ? Temporal.PlainDateTime.from(text).toZonedDateTime(zone)
      : Temporal.Instant.from(text).toZonedDateTimeISO(zone);
  return {
    at: new Date(time.epochMilliseconds),
    local: time.toPlainDateTime().toString({ smallestUnit: 'second' }),
    offset: offset === null || SAYS_NO_CLOCK.includes(offset) || offset === time.offset ? null : offset,
  };
}

const OFFSET = /(?:Z|[+-]\d{2}:\d{2})$/;

/** What is wrong with a time without an offset that clocks at its place leave out, or show twice. */
export function clockErrors(
  text: string | null | undefined,
  zone: string | null,
  pointer: string,
): FieldError[] {
  if (!text || !zone || OFFSET.test(text)) return [];
  const local = Temporal.PlainDateTime.from(text);
  const [earlier, later] = SIDES.map((disambiguation) => local.toZonedDateTime(zone, { disambiguation }));
  if (earlier!.offset === later!.offset) return [];
  const [day, clock] = text.split('T');
  const isLeftOut = !earlier!.toPlainDateTime().equals(local);
  const detail = isLeftOut
    ? `On ${day} clocks there are put forward past ${clock}; give a time that they show.`
    : `On ${day} clocks there show ${clock} twice; say which is meant by its offset: ${earlier!.offset} or ${later!.offset}.`;
  return [{ pointer, detail, code: isLeftOut ? 'clock-time-left-out' : 'clock-time-twice' }];
}

const SIDES = ['earlier', 'later'] as const;

/** Offsets that say which instant is meant, and nothing of clocks (RFC 3339, 4.3). */
const SAYS_NO_CLOCK = ['Z', '-00:00'];

/** The columns that tell when an item takes place, as far as they are read back. */
export interface TimeColumns {
  readonly startsAt: Date | null;
  readonly startsLocal: string | null;
  readonly startsOffset: string | null;
  readonly endsAt: Date | null;
  readonly endsLocal: string | null;
  readonly endsOffset: string | null;
  readonly onDate: string | null;
  readonly dayStartsAt: Date | null;
  readonly timeZone: string | null;
  readonly zoneChanged: boolean;
}

const NEVER: TimeColumns = {
  startsAt: null,
  startsLocal: null,
  startsOffset: null,
  endsAt: null,
  endsLocal: null,
  endsOffset: null,
  onDate: null,
  dayStartsAt: null,
  timeZone: null,
  zoneChanged: false,
};

/** The time of an item that is recorded at a place in a zone; UTC stands in for one that is not known. */
export function timesAt(times: ItemTimes, zone: string | null): TimeColumns {
  return timesAfter(NEVER, times, zone);
}

/**
 * The time of an item after a change of it, or of the zone of its place. What nothing is said of stays what the clocks
 * show; where it was given with an offset that clocks at the place did not have, it stays the instant. What would end
 * before it starts then lasts as long as before.
 */
export function timesAfter(
  item: TimeColumns,
  { startsAt, endsAt, on }: ItemTimes,
  zone: string | null,
): TimeColumns {
  const isMoved = zone !== item.timeZone;
  const before = {
    start: { at: item.startsAt, local: item.startsLocal, offset: item.startsOffset },
    end: { at: item.endsAt, local: item.endsLocal, offset: item.endsOffset },
  };
  const start = timeAfter(before.start, startsAt, isMoved, zone);
  const given = timeAfter(before.end, endsAt, isMoved, zone);
  const end = startsAt === undefined && endsAt === undefined ? endInOrder(item, start, given, zone) : given;
  const onDate = on === undefined ? item.onDate : on;
  return {
    startsAt: start.at,
    startsLocal: start.local,
    startsOffset: start.offset,
    endsAt: end.at,
    endsLocal: end.local,
    endsOffset: end.offset,
    onDate,
    dayStartsAt: dayStart(onDate, zone),
    timeZone: zone,
    zoneChanged: item.zoneChanged && start === before.start && end === before.end,
  };
}

function timeAfter(
  before: MaybeTime,
  given: string | null | undefined,
  isMoved: boolean,
  zone: string | null,
): MaybeTime {
  if (given === undefined && !isMoved) return before;
  const text = given === undefined ? written(before) : given;
  return text === null ? { at: null, local: null, offset: null } : readTime(text, zone ?? 'UTC');
}

/**
 * The end of an item that has followed a zone. Where clocks there leave the hour of its start out, or one of the two
 * stays an instant, it could come before its start.
 */
function endInOrder(
  { startsAt, endsAt }: TimeColumns,
  start: MaybeTime,
  end: MaybeTime,
  zone: string | null,
): MaybeTime {
  if (!start.at || !end.at || end.at >= start.at) return end;
  const lasts = endsAt!.getTime() - startsAt!.getTime();
  return readTime(new Date(start.at.getTime() + lasts).toISOString(), zone ?? 'UTC');
}

/** A time as it was meant: by the clocks at the place, unless it was given with another offset. */
function written({ at, local, offset }: MaybeTime): string | null {
  if (at === null || offset === null) return local;
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toString({
    timeZone: offset,
    smallestUnit: 'second',
  });
}

/** When the first day that a date may stand for begins at a place. */
function dayStart(on: string | null, zone: string | null): Date | null {
  const day = on === null ? null : parsePartialDate(on);
  return day && new Date(day.earliest.toZonedDateTime(zone ?? 'UTC').epochMilliseconds);
}
