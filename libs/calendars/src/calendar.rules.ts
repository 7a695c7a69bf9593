import { defineProblems } from '#refusals';

export const CALENDAR_PROBLEMS = defineProblems({
  'calendar.withdrawn': [
    'gone',
    'The calendar was public and is no longer',
    'The forum was public when the calendar was subscribed to, and no longer is.',
    'Take the calendar out of your program. The office can say why.',
  ],
  'calendar.busy': [
    'excessive',
    'Too many calendars are asked for at once',
    'More calendars are asked for than can be written at the same time.',
    'Try again after the seconds that `Retry-After` says.',
  ],
});

/** As RFC 5545 knows it of an event. */
type Status = 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';

const STATUSES: Readonly<Record<string, Status>> = {
  requested: 'TENTATIVE',
  planned: 'TENTATIVE',
  announced: 'TENTATIVE',
  scheduled: 'TENTATIVE',
  postponed: 'TENTATIVE',
  proposed: 'TENTATIVE',
  cancelled: 'CANCELLED',
  declined: 'CANCELLED',
  not_held: 'CANCELLED',
};

/** How sure a calendar is of an event or an agenda item in this status. */
export function calendarStatus(status: string): Status {
  return STATUSES[status] ?? 'CONFIRMED';
}

/** The words that a calendar adds to what was recorded, in one language. */
export interface Words {
  readonly language: string;
  /** What the feed of public forums is called. */
  readonly publicForums: string;
  /** Put before the title of what was cancelled. */
  readonly cancelled: string;
  /** Put above the items of an agenda. */
  readonly programme: string;
  /** Put above them where there are more than are known. */
  readonly incompleteProgramme: string;
  /** Put above the events that are part of one. */
  readonly parts: string;
  /** Put before the names of the hosts. */
  readonly hosts: string;
}

const WORDS: readonly Words[] = [
  {
    language: 'en',
    publicForums: 'Public forums',
    cancelled: 'Cancelled: ',
    programme: 'Programme:',
    incompleteProgramme: 'Programme (incomplete):',
    parts: 'Side events:',
    hosts: 'Hosts: ',
  },
  {
    language: 'it',
    publicForums: 'Forum pubblici',
    cancelled: 'Annullato: ',
    programme: 'Programma:',
    incompleteProgramme: 'Programma (incompleto):',
    parts: 'Eventi collaterali:',
    hosts: 'A cura di: ',
  },
  {
    language: 'zh',
    publicForums: '公开论坛',
    cancelled: '已取消：',
    programme: '日程：',
    incompleteProgramme: '日程（不完整）：',
    parts: '配套活动：',
    hosts: '接待方：',
  },
];

/** The words in the first of the languages that there are words in; in English where there is none. */
export function wordsIn(languages: readonly string[]): Words {
  const spoken = languages.map((tag) => WORDS.find(({ language }) => language === tag.split('-')[0]));
  return spoken.find((words) => words !== undefined) ?? WORDS[0]!;
}

/** The days that a feed covers; null where a side is open. */
export interface Range {
  readonly from: string | null;
  readonly to: string | null;
}

/** The days asked for; where neither side is, the last 90 days before today and the next two years. */
export function rangeOf({ from, to }: { from?: string; to?: string }, today: string): Range {
  if (from !== undefined || to !== undefined) return { from: from ?? null, to: to ?? null };
  const day = Temporal.PlainDate.from(today);
  return { from: day.subtract({ days: 90 }).toString(), to: day.add({ years: 2 }).toString() };
}

/** The months of a range, from the first day of the first to the last day of the last. */
export function monthsOf({ from, to }: Range): {
  readonly first: string | null;
  readonly last: string | null;
} {
  const last = to && Temporal.PlainDate.from(to);
  return {
    first: from && `${from.slice(0, 8)}01`,
    last: last && last.with({ day: last.daysInMonth }).toString(),
  };
}

/** The earliest and the latest day of a forum, and whether both are known to the day. */
export type Span = readonly [id: string, earliest: string, latest: string, isDated: boolean];

/** The forums of a range that are dated to the day, in their order, and how many others there are. */
export function cutSpans(spans: readonly Span[], { from, to }: Range): { dated: Span[]; undated: number } {
  const found = spans.filter(
    ([, earliest, latest]) =>
      latest === '-infinity' || ((from === null || latest >= from) && (to === null || earliest <= to)),
  );
  const dated = found.filter(([, , , isDated]) => isDated);
  return { dated, undated: found.length - dated.length };
}

/** From how many bytes on an answer is more than some readers take: Google stops at 1 MB. */
const LARGE = 1_000_000;

/** Whether a calendar is larger than some readers take. */
export function isLarge(bytes: number): boolean {
  return bytes > LARGE;
}

/** The address of the page for people that an event has, where there are such pages. */
export function pageOf(event: { kind: string; id: string }, pattern: string | undefined): string | undefined {
  return pattern?.replaceAll('{kind}', event.kind).replaceAll('{id}', event.id);
}

/** An address with the parameters that were given. */
export function addressOf(path: string, query: object): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const parameters = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}
