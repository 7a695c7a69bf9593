import type { CalendarEntry } from '#icalendar';
import type { Name, Text } from '#vocabulary';
import type { EntryRow } from './calendar-rows.js';
import { calendarStatus, wordsIn } from './calendar.rules.js';

/** What is shown of names where there are several in a language, the first before the others. */
const SHOWN = ['official', 'short', 'acronym', 'alias'];

/** One name for each language; those that are no longer right are left out. */
export function titlesIn(names: readonly Name[]): Text {
  const ranked = names
    .filter(({ kind }) => SHOWN.includes(kind))
    .toSorted((a, b) => SHOWN.indexOf(b.kind) - SHOWN.indexOf(a.kind));
  return Object.fromEntries(ranked.map(({ lang, text }) => [lang, text]));
}

/** What an entry is called, and tells, in every language, and which of them it is written in. */
export function translationsOf(
  { name, status }: Pick<EntryRow, 'name' | 'status'>,
  titles: Text,
  descriptions: Text,
  { showsCancelled }: { readonly showsCancelled: boolean },
): Pick<CalendarEntry, 'language' | 'translations'> {
  const isMarked = showsCancelled && calendarStatus(status) === 'CANCELLED';
  const marked = (tag: string, title: string | undefined): string | undefined =>
    title && isMarked ? `${wordsIn([tag]).cancelled}${title}` : title;
  const tags = [...new Set([...Object.keys(titles), ...Object.keys(descriptions)])];
  if (tags.length === 0) return {};
  const translations = tags.map((tag) => [
    tag,
    { summary: marked(tag, titles[tag]), description: descriptions[tag] },
  ]);
  const [language] = Object.entries(titles).find(([, title]) => title === name) ?? [];
  return { language, translations: Object.fromEntries(translations) as CalendarEntry['translations'] };
}
