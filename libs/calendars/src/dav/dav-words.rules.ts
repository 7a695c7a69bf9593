import type { Collection } from '../links/calendar-link.rules.js';

type Names = Readonly<Record<Collection, string>>;

const NAMES: Readonly<Record<string, Names>> = {
  en: {
    forums: 'Forums',
    visits: 'Visits',
    programme: 'Programme',
    bookings: 'Bookings',
    'follow-ups': 'To be done',
  },
  it: {
    forums: 'Forum',
    visits: 'Visite',
    programme: 'Programma',
    bookings: 'Prenotazioni',
    'follow-ups': 'Da fare',
  },
  zh: { forums: '论坛', visits: '访问', programme: '日程', bookings: '预订', 'follow-ups': '待办' },
};

/** What a calendar of a link is called, in a language that calendars have words in. */
export function collectionName(collection: Collection, language: string): string {
  return (NAMES[language] ?? NAMES.en!)[collection];
}
