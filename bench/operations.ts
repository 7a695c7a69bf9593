import { DELEGATION, EVENT, type Sizes, PLACE, idOf } from './data.js';

/** What stands before the operation in the table, and what it is expected to reach. */
interface Described {
  readonly name: string;
  /** The least ratio to the baseline. */
  readonly goal: number;
}

/** Something that is read: the same addresses in turn, of the product and of the baseline. */
export interface Read extends Described {
  readonly paths: readonly string[];
}

/** What every request says beside its address. */
export const LANGUAGES = 'it, en;q=0.8';
const EVERY_YEAR = 'from=2007-06-01&to=2027-12-31';
const ITALY = `place=${idOf(PLACE, 1)}`;
/** As deep as the deep page stands, where there are so many visits. */
export const DEEP_PAGE = 1000;

/** Names that searches look for, as the data has them. */
export interface SearchWords {
  readonly italian: readonly string[];
  readonly english: readonly string[];
  readonly chinese: readonly string[];
  /** Pairs of Chinese characters. */
  readonly pairs: readonly string[];
}

/** The list that is read on to its deep page. */
export const LISTED = `/v1/visits?${ITALY}&${EVERY_YEAR}&limit=50`;

/** The reads of the table, in its order. */
export function readsOf({ visits }: Sizes, words: SearchWords, cursors: readonly string[]): Read[] {
  const ids = Array.from({ length: 200 }, (_, index) => idOf(EVENT, 1 + ((index * 7919) % visits)));
  const quarter = '/v1/events?from=2027-01-01&to=2027-03-31&limit=50';
  return [
    { name: 'one visit with everything', goal: 0.8, paths: ids.map((id) => `/v1/visits/${id}`) },
    { name: 'visits by place and dates', goal: 0.8, paths: [LISTED] },
    { name: 'visits by place and one month', goal: 0.8, paths: months() },
    { name: 'the list, deep page', goal: 0.8, paths: cursors.map((cursor) => `${LISTED}&cursor=${cursor}`) },
    ...searchesFor(words),
    { name: 'events of the next quarter', goal: 0.8, paths: [quarter] },
  ];
}

function searchesFor({ italian, english, chinese, pairs }: SearchWords): Read[] {
  const search = (texts: readonly string[]): string[] =>
    texts.flatMap((text) => ['visits', 'organizations'].map((list) => searchIn(list, text)));
  const common = [searchIn('visits', 'visit'), searchIn('organizations', 'institute')];
  return [
    { name: 'search, rare Italian name', goal: 0.7, paths: search(italian) },
    { name: 'search, rare English name', goal: 0.7, paths: search(english) },
    { name: 'search, rare Chinese name', goal: 0.7, paths: search(chinese) },
    { name: 'search, two Chinese characters', goal: 0.7, paths: search(pairs) },
    { name: 'search, a common word', goal: 0.7, paths: common },
  ];
}

function searchIn(list: string, text: string): string {
  return `/v1/${list}?q=${encodeURIComponent(text)}&limit=50`;
}

function months(): string[] {
  const places = [PLACE, PLACE].map((kind, index) => idOf(kind, 1 + index * 12));
  return places.flatMap((place) =>
    ['2010-03', '2015-06', '2020-09', '2025-10'].map(
      (month) => `/v1/visits?place=${place}&from=${month}-01&to=${month}-28&limit=50`,
    ),
  );
}

/** The body of the visit that is created over and over: three legs and six items. */
export function visitToCreate(): object {
  const city = (number: number): string => idOf(PLACE, 133 + 12 * number);
  return {
    names: [
      { text: 'Visita di prova', lang: 'it', kind: 'official' },
      { text: 'Trial visit', lang: 'en', kind: 'official' },
    ],
    summary: { en: 'Talks and a tour.' },
    direction: 'incoming',
    category: 'working',
    status: 'requested',
    starts: '2027-05-03',
    ends: '2027-05-05',
    placeId: city(0),
    delegationIds: [idOf(DELEGATION, 1)],
    legs: [0, 1, 2].map((day) => ({
      placeId: city(day),
      starts: `2027-05-0${3 + day}`,
      ends: `2027-05-0${3 + day}`,
    })),
    agenda: [0, 1, 2, 3, 4, 5].map((item) => ({
      kind: 'meeting',
      title: { it: `Incontro ${item}`, en: `Meeting ${item}` },
      leg: Math.floor(item / 2),
      startsAt: `2027-05-0${3 + Math.floor(item / 2)}T${item % 2 ? '11' : '09'}:00:00+02:00`,
      endsAt: `2027-05-0${3 + Math.floor(item / 2)}T${item % 2 ? '12' : '10'}:00:00+02:00`,
    })),
  };
}
