import { joinLines } from '#icalendar';
import type { EventRow, PartRow, ProgrammeRow } from './calendar-rows.js';
import { type Words, calendarStatus } from './calendar.rules.js';

/**
 * What there is to tell of an event: its summary, theme and programme, its parts, its hosts, and last the page for
 * people. What is known too vaguely to have an entry of its own is told here.
 */
export function describeEvent(row: EventRow, words: Words, page: string | undefined): string {
  const programme = row.programme.map((item) => tellLine(timeOf(item), item, words));
  const parts = row.parts.map((part) => tellLine(datesOf(part), part, words));
  const blocks = [
    row.summary,
    row.theme,
    tellList(row.agendaComplete ? words.programme : words.incompleteProgramme, programme),
    tellList(words.parts, parts),
    row.hosts.length > 0 ? `${words.hosts}${row.hosts.map((host) => joinLines(host)).join(', ')}` : null,
    page,
  ];
  return blocks.filter((block) => Boolean(block)).join('\n\n');
}

/** A title and lines under it; null where there are none. */
export function tellList(title: string, lines: readonly string[]): string | null {
  return lines.length > 0 ? [title, ...lines].join('\n') : null;
}

/** One line of a programme, with when it is before what it is. */
export function tellLine(
  when: string,
  { name, status }: Pick<PartRow, 'name' | 'status'>,
  words: Words,
): string {
  const mark = calendarStatus(status) === 'CANCELLED' ? words.cancelled : '';
  return `${when}${when && ' '}${mark}${joinLines(name)}`;
}

/** In the local time of its place: `2027-03-10 09:00–10:30`. */
export function timeOf({
  startsAt,
  endsAt,
  on,
  timeZone,
}: Pick<ProgrammeRow, 'startsAt' | 'endsAt' | 'on' | 'timeZone'>): string {
  if (startsAt === null) return on ?? '';
  const from = localTime(startsAt, timeZone);
  if (endsAt === null || endsAt === startsAt) return `${from.day} ${from.clock}`;
  const until = localTime(endsAt, timeZone);
  const ending = from.day === until.day ? `–${until.clock}` : ` – ${until.day} ${until.clock}`;
  return `${from.day} ${from.clock}${ending}`;
}

function datesOf({ starts, ends }: PartRow): string {
  return [...new Set([starts, ends])].filter((date) => date !== null).join(' – ');
}

function localTime(at: string, timeZone: string | null): { day: string; clock: string } {
  const time = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone ?? 'UTC');
  const text = time.toString({ smallestUnit: 'minute', offset: 'never', timeZoneName: 'never' });
  const [day, clock] = text.split('T');
  return { day: day!, clock: clock! };
}
