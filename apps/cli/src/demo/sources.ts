import { type Entries, type Entry, named, record } from './story.js';

/** What the stories are told from; their texts stay with those who wrote them. */
const SOURCES: Entries = {
  turinArticle: {
    names: named({ it: 'L’innovazione viaggia sull’asse Torino-Pechino' }),
    kind: 'article',
    language: 'it',
    notes: { it: 'senza data né autore', en: 'without a date or an author' },
  },
  guiyangArticle: {
    kind: 'article',
    language: 'en',
    publisher: 'Città della Scienza',
    published: '2018-07~',
    notes: { en: 'without a title; the month is that of the visit' },
  },
};

/** What they say of single fields; paragraphs are counted below the title. */
export const SOURCES_OF_STORIES: readonly Entry[] = [
  ...record('/v1/sources', SOURCES),
  cite('/v1/visits/{turinVisit}', 'turinArticle', 'datesNote', 1),
  cite('/v1/forums/{zgcForum}', 'turinArticle', 'starts', 8),
  cite('/v1/visits/{guiyangVisit}', 'guiyangArticle', 'starts', 2),
  cite('/v1/forums/{italyChinaWeek}', 'guiyangArticle', 'starts', 1),
];

function cite(at: string, sourceId: string, field: string, paragraph: number): Entry {
  return {
    path: `${at}/citations`,
    body: { sourceId, field, locator: { paragraph }, verification: 'reported' },
  };
}
