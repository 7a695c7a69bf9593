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
}

const WORDS: readonly Words[] = [
  { language: 'en', publicForums: 'Public forums', cancelled: 'Cancelled: ' },
  { language: 'it', publicForums: 'Forum pubblici', cancelled: 'Annullato: ' },
  { language: 'zh', publicForums: '公开论坛', cancelled: '已取消：' },
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

/** The days asked for; where neither side is, the last 90 days and the next two years. */
export function rangeOf({ from, to }: { from?: string; to?: string }, now: Date): Range {
  if (from !== undefined || to !== undefined) return { from: from ?? null, to: to ?? null };
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('UTC').toPlainDate();
  return { from: today.subtract({ days: 90 }).toString(), to: today.add({ years: 2 }).toString() };
}
