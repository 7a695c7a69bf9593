import { BRIEFED } from './data.briefings.js';
import { AGREEMENT, DELEGATION, EVENT, PLACE, idOf } from './data.rows.js';
import type { Sizes } from './data.sizes.js';

/** What is written before the operation in the table, and what it is expected to reach. */
interface Described {
  readonly name: string;
  /** The least ratio to the baseline. */
  readonly goal: number;
}

/** Something that is read: the same addresses in turn, of the product and of the baseline. */
export interface Read extends Described {
  readonly paths: readonly string[];
}

/** What every request says besides its address. */
export const LANGUAGES = 'it, en;q=0.8';
const EVERY_YEAR = 'from=2007-06-01&to=2027-12-31';
const ITALY = `place=${idOf(PLACE, 1)}`;
/** How deep the deep page is, where there are so many visits. */
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
export function readsOf(
  { visits, agreements }: Sizes,
  words: SearchWords,
  cursors: readonly string[],
): Read[] {
  const quarter = '/v1/events?from=2027-01-01&to=2027-03-31&limit=50';
  return [
    { name: 'one visit with everything', goal: 0.8, paths: some(EVENT, visits, 'visits') },
    { name: 'visits by place and dates', goal: 0.8, paths: [LISTED] },
    { name: 'visits by place and one quarter', goal: 0.8, paths: quarters() },
    { name: 'the list, deep page', goal: 0.8, paths: cursors.map((cursor) => `${LISTED}&cursor=${cursor}`) },
    ...searchesFor(words),
    { name: 'events of the next quarter', goal: 0.8, paths: [quarter] },
    { name: 'morning list of one user', goal: 0.8, paths: mornings('owner=me') },
    { name: 'morning list of the office', goal: 0.8, paths: mornings('mandatory=true') },
    { name: 'register by country and expiry', goal: 0.8, paths: registers() },
    { name: 'briefing of a place with 10 000 records', goal: 0.8, paths: [`/v1/places/${BRIEFED}/briefing`] },
    { name: 'one agreement with everything', goal: 0.8, paths: some(AGREEMENT, agreements, 'agreements') },
  ];
}

/** Single records, here and there among all. */
function some(kind: number, number: number, list: string): string[] {
  return Array.from(
    { length: 200 },
    (_, index) => `/v1/${list}/${idOf(kind, 1 + ((index * 7919) % number))}`,
  );
}

function mornings(whose: string): string[] {
  return ['overdue', 'today', 'week', 'undated'].map((due) => `/v1/follow-ups?due=${due}&${whose}&limit=50`);
}

function registers(): string[] {
  const country = `country=${idOf(PLACE, 1)}&limit=50`;
  return [
    `/v1/agreements?${country}&expiringWithin=P90D`,
    `/v1/agreements?${country}&expiryFrom=2019-01-01&expiryTo=2019-12-31`,
  ];
}

function searchesFor({ italian, english, chinese, pairs }: SearchWords): Read[] {
  return [
    ...searched('rare Italian name', italian),
    ...searched('rare English name', english),
    ...searched('rare Chinese name', chinese),
    ...searched('two Chinese characters', pairs),
    everywhere('a common word', ['visit', 'institute']),
    inLists('a common word', [searchIn('visits', 'visit'), searchIn('organizations', 'institute')]),
    ...searched('a rare word beside a common one', english.map(besideCommon)),
    ...searched(
      'a part of a word',
      english.map((name) => name.slice(1, 7)),
    ),
    ...searched(
      'the word being typed',
      english.map((name) => name.slice(0, 5)),
    ),
    // Lists find what is written as it is asked for.
    everywhere('a typing error', english.map(misspell)),
  ];
}

function searched(what: string, texts: readonly string[]): Read[] {
  const paths = texts.flatMap((text) => ['visits', 'organizations'].map((list) => searchIn(list, text)));
  return [inLists(what, paths), everywhere(what, texts)];
}

function inLists(what: string, paths: readonly string[]): Read {
  return { name: `search, ${what}`, goal: 0.7, paths };
}

function everywhere(what: string, texts: readonly string[]): Read {
  return {
    name: `search of everything, ${what}`,
    goal: 0.7,
    paths: texts.map((text) => searchIn('search', text, 20)),
  };
}

/** The first word of a name, the rare one, behind one that is in most names. */
function besideCommon(name: string): string {
  return `of ${name.split(' ')[0]}`;
}

/** The first word of a name, its third and fourth letter in each other's place, or without the third where they are alike. */
function misspell(name: string): string {
  const [word] = name.split(' ') as [string];
  const [third, fourth] = [word[2]!, word[3]!];
  return word.slice(0, 2) + (third === fourth ? fourth : fourth + third) + word.slice(4);
}

function searchIn(list: string, text: string, limit = 50): string {
  return `/v1/${list}?q=${encodeURIComponent(text)}&limit=${limit}`;
}

/** Past quarters that fill a page from 10 000 visits on. */
function quarters(): string[] {
  return ['2009', '2014', '2019', '2024'].map(
    (year) => `/v1/visits?${ITALY}&from=${year}-04-01&to=${year}-06-30&limit=50`,
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
