import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Clock, Database } from '#platform';
import { type TestDatabase, openTestDatabase, setClock, aCaller } from '#platform/testing';
import { atTheOffice, insertActor, insertForum, insertRecord, named } from './testing.js';
import type { FeedQuery } from './calendars.dto.js';
import { ForumFeed } from './forum-feed.js';

const anybody = aCaller({ languages: ['en'] });

/** Days at, before and after which something begins, ends or lasts in what is recorded here. */
const DAYS = ['2026-12-31', '2027-01-15', '2027-01-31', '2027-02-01', '2027-03-01', '2028-02-29'];

const DATES: readonly (readonly [starts: string | null, ends: string | null])[] = [
  ['2027-01-01', null],
  ['2027-01-15', '2027-01-15'],
  ['2027-01-31', '2027-02-01'],
  ['2026-11-20', '2027-03-01'],
  ['2026-12-31', '2028-02-29'],
  ['2027-02-28', '2027-02-28'],
  ['2028-02-29', '2028-03-01'],
  ['2027-01', null],
  ['2027-01-20', '2027-02'],
  ['2027', '2028'],
  ['202X', null],
  [null, null],
  ['9999-12-30', '9999-12-31'],
];

let test: TestDatabase;
let database: Database;
let dataSource: DataSource;
const ids: Record<string, string> = {};

beforeAll(async () => {
  test = await openTestDatabase();
  ({ database, dataSource } = await test.connect());
  await insertActor(dataSource.manager);
  await recordForums();
});

afterAll(() => test.drop());

/** Forums of all these dates, cancelled and confirmed, some of them in a place, in a series, with a topic and an agenda. */
async function recordForums(): Promise<void> {
  const { manager } = dataSource;
  ids.place = await insertRecord(manager, 'places', { names: named('Naples'), kind: 'city' });
  ids.topic = await insertRecord(manager, 'topics', { names: named('Big data') });
  ids.series = await insertRecord(manager, 'forum_series', { names: named('Series'), objectives: '[]' });
  for (const [index, [starts, ends]] of DATES.entries())
    for (const status of ['confirmed', 'cancelled']) {
      const [place_id, series_id] = [index % 2 ? ids.place : null, index % 3 ? ids.series : null];
      const names = JSON.stringify([
        { text: `Forum ${index}`, lang: 'en', kind: 'official' },
        { text: `论坛 ${index}`, lang: 'zh-Hans', kind: 'official' },
      ]);
      const id = await insertForum(manager, { starts, ends, status, names, place_id, series_id });
      if (index % 2) await dataSource.query('insert into event_topics values ($1, $2, 0)', [id, ids.topic]);
      if (status === 'confirmed') await insertRecord(manager, 'agenda_items', anItem(id));
    }
}

function anItem(event_id: string): Record<string, unknown> {
  const times = {
    starts_at: '2027-03-28T00:30Z',
    starts_local: '2027-03-28T01:30',
    ends_at: '2027-10-31T02:30Z',
    ends_local: '2027-10-31T03:30',
    time_zone: 'Europe/Rome',
  };
  const rest = {
    kind: 'panel',
    status: 'confirmed',
    position: 0,
    languages: [],
    sequence: 0,
    audience: 'public',
  };
  return { ...rest, ...times, event_id, uid: event_id, title: '{"en": "Panel", "it": "Tavola"}' };
}

/** A feed that knows nothing yet. */
function aFeed(): ForumFeed {
  const clock = new Clock();
  setClock(clock, '2026-11-22T09:00:00Z');
  return new ForumFeed(
    database,
    ...atTheOffice(clock, { PUBLIC_PAGE_URL: 'https://example.org/{kind}/{id}' }),
  );
}

function windows(): FeedQuery[] {
  const sides = [undefined, ...DAYS];
  return sides
    .flatMap((from) => sides.map((to) => ({ ...(from && { from }), ...(to && { to }) })))
    .filter(({ from, to }: FeedQuery) => from === undefined || to === undefined || from <= to);
}

async function tell(feed: ForumFeed, query: FeedQuery): Promise<unknown> {
  const { bytes, tag, facts } = await feed.read(query, anybody);
  return [query, bytes.toString(), tag, facts];
}

describe('a feed that is cut from what is known', () => {
  it.each([
    ['as it is', () => ({})],
    ['in another language', () => ({ language: 'zh' })],
    ['with what was cancelled in sight', () => ({ cancelled: 'visible' as const })],
    ['narrowed to a place', () => ({ place: ids.place })],
    ['narrowed to a topic and a series', () => ({ topic: ids.topic, series: ids.series })],
  ])('is the one that is written anew, for all days, %s', async (_, narrowed) => {
    const shared = aFeed();
    for (const window of windows().filter((_one, turn) => turn % 3 === 0)) {
      const query = { ...window, ...narrowed() };
      expect(await tell(shared, query)).toEqual(await tell(aFeed(), query));
    }
  });

  it('holds the forums that the database finds for the same days', async () => {
    const shared = aFeed();
    for (const { from = null, to = null } of windows().filter((window) => window.from ?? window.to)) {
      const { bytes, facts } = await shared.read({ ...(from && { from }), ...(to && { to }) }, anybody);
      const [{ dated, undated }] = await dataSource.query(
        `select coalesce(array_agg(uid order by earliest_day, id) filter (where d), '{}') as dated, count(*) filter (where not d)::int as undated
         from (select *, coalesce(starts || coalesce(ends, starts) ~ '^([0-9]{4}-[0-9]{2}-[0-9]{2}){2}$' and starts < '9999', false) as d from events) e
         where latest_day = '-infinity' or (latest_day >= coalesce($1::date, '-infinity') and earliest_day <= coalesce($2::date, 'infinity'))`,
        [from, to],
      );
      const uids = [...bytes.toString().matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid);
      expect([from, to, uids, facts.undated, facts.beyond]).toEqual([from, to, dated, undated, 0]);
    }
  });
});

describe('a feed that many ask for at once', () => {
  it('is read and written once', async () => {
    let statements = 0;
    const counted = {
      readRow: (...input: Parameters<Database['readRow']>) => (statements++, database.readRow(...input)),
    } as Database;
    const feed = new ForumFeed(counted, ...atTheOffice(new Clock()));
    const files = await Promise.all(Array.from({ length: 100 }, () => feed.read({}, anybody)));
    expect([new Set(files).size, statements]).toEqual([1, 2]);
  });

  it('is refused at once to some of those who all ask for another one', async () => {
    const feed = aFeed();
    const asked = Array.from({ length: 200 }, (_, at) =>
      feed.read({ language: `en-x-a${at}` }, anybody).then(
        () => 'written',
        (error: { code: string }) => error.code,
      ),
    );
    const answers = Map.groupBy(await Promise.all(asked), (answer) => answer);
    expect([...answers.keys()].sort()).toEqual(['calendar.busy', 'written']);
    expect(answers.get('written')!.length).toBeLessThan(30);
    expect((await feed.read({ language: 'en-x-b' }, anybody)).bytes.length).toBeGreaterThan(1000);
  });
});
