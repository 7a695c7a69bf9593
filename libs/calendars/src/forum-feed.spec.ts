import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Clock, Database } from '#platform';
import { type TestDatabase, openTestDatabase, setClock, aCaller } from '#platform/testing';
import { atTheOffice, insertActor, insertForum, insertRecord, named } from './testing.js';
import type { FeedQuery } from './calendars.dto.js';
import { ForumFeed } from './forum-feed.js';

const anybody = aCaller({ languages: ['en'] });

let test: TestDatabase;
let database: Database;
let dataSource: DataSource;
let feed: ForumFeed;
let statements: number;

/** What forums are made of, those first that refer to others. */
const FORUM_TABLES = [
  'agenda_items',
  'event_topics',
  'event_legs',
  'event_places',
  'events',
  'topics',
  'place_containers',
  'places',
];

beforeAll(async () => {
  test = await openTestDatabase();
  ({ database, dataSource } = await test.connect());
  await insertActor(dataSource.manager);
  const clock = new Clock();
  setClock(clock, '2026-11-21T20:00:00Z');
  feed = new ForumFeed(
    countStatements(database),
    ...atTheOffice(clock, { OFFICE_TIME_ZONE: 'Asia/Shanghai' }),
  );
});

afterAll(() => test.drop());

beforeEach(async () => {
  for (const table of FORUM_TABLES) await dataSource.query(`delete from ${table}`);
  statements = 0;
});

describe('the feed of forums', () => {
  it('holds public forums only, whoever asks', async () => {
    await insertForum(dataSource.manager, { names: named('Public') });
    await insertForum(dataSource.manager, { names: named('Internal'), visibility: 'internal' });
    await insertForum(dataSource.manager, { names: named('Visit'), kind: 'visit' });
    await insertForum(dataSource.manager, { names: named('Archived'), archived_at: '2026-11-22T09:00Z' });
    const office = { id: '019a8f3e-4c00-7000-8000-000000000002', name: 'Office' };
    expect(await titles({}, anybody)).toEqual(['Public']);
    expect(await titles({}, { ...anybody, actor: office })).toEqual(['Public']);
  });

  it('covers the last 90 days at the office and the next two years, unless told otherwise', async () => {
    for (const day of ['2026-08-23', '2026-08-24', '2028-11-22', '2028-11-23'])
      await insertForum(dataSource.manager, { names: named(day), starts: day, ends: day });
    expect(await titles()).toEqual(['2026-08-24', '2028-11-22']);
    expect(await titles({ to: '2026-08-24' })).toEqual(['2026-08-23', '2026-08-24']);
    expect(await titles({ from: '2028-11-22' })).toEqual(['2028-11-22', '2028-11-23']);
  });

  it('counts what it leaves out for want of a day', async () => {
    await insertForum(dataSource.manager);
    for (const [starts, ends] of [['2027-04'], ['2027'], [null], ['2027-03-10', '2027-03'], ['2019']])
      await insertForum(dataSource.manager, { starts, ends: ends ?? null });
    const { facts } = await feed.read({}, anybody);
    expect([facts.undated, facts.beyond, (await titles()).length]).toEqual([4, 0, 1]);
  });

  it('names its address with its parameters', async () => {
    const { bytes } = await feed.read({ from: '2027-01-01', language: 'it' }, anybody);
    expect(bytes.toString().replaceAll('\r\n ', '')).toContain(
      'SOURCE;VALUE=URI:http://localhost:3000/v1/calendars/forums.ics?from=2027-01-01&language=it\r\n',
    );
  });

  it('finds forums by series, topic, and place with everything inside it', async () => {
    const naples = await insertRecord(dataSource.manager, 'places', { names: named('Naples'), kind: 'city' });
    const venue = { names: named('Città della Scienza'), kind: 'venue', parent_id: naples };
    const place_id = await insertRecord(dataSource.manager, 'places', venue);
    const topic = await insertRecord(dataSource.manager, 'topics', { names: named('Big data') });
    const series = await insertRecord(dataSource.manager, 'forum_series', {
      names: named('Zhongguancun Forum'),
      objectives: '[]',
    });
    const here = await insertForum(dataSource.manager, { names: named('Here'), place_id });
    await dataSource.query('insert into event_topics values ($1, $2, 0)', [here, topic]);
    await insertForum(dataSource.manager, { names: named('Edition'), series_id: series });
    expect(await titles({ place: naples })).toEqual(['Here']);
    expect(await titles({ topic })).toEqual(['Here']);
    expect(await titles({ series })).toEqual(['Edition']);
  });

  it('costs the same number of statements for one forum and for a thousand', async () => {
    await insertForum(dataSource.manager);
    await titles({ language: 'en' });
    const forOne = statements;
    await insertManyForums(999);
    await titles({ language: 'en' });
    await titles({ language: 'it' });
    expect([forOne, statements]).toEqual([2, 6]);
  });
});

describe('the cached feed', () => {
  it('is the same until something changes', async () => {
    await insertForum(dataSource.manager);
    const first = await feed.read({}, anybody);
    expect(await feed.read({}, anybody)).toBe(first);
    await insertForum(dataSource.manager);
    expect((await feed.read({}, anybody)).tag).not.toBe(first.tag);
  });

  it.each([
    ['a new name of a place', `update places set names = '${named('Napoli')}'`],
    ['a new name of a topic', `update topics set names = '${named('Robotics')}'`],
    ['a topic taken away', 'delete from event_topics'],
    ['a leg that was added', 'insert into event_legs select gen_random_uuid(), id, 0 from events'],
    ['a place that was emptied', 'update events set place_id = null'],
    ['a forum that is no longer public', `update events set visibility = 'internal'`],
    ['a new title of an agenda item', `update agenda_items set title = '{"en": "Opening"}'`],
    ['an agenda item taken away', 'delete from agenda_items'],
  ])('is renewed after %s', async (_, change) => {
    const place_id = await insertRecord(dataSource.manager, 'places', {
      names: named('Naples'),
      kind: 'city',
    });
    const topic = await insertRecord(dataSource.manager, 'topics', { names: named('Big data') });
    const id = await insertForum(dataSource.manager, { place_id });
    await dataSource.query('insert into event_topics values ($1, $2, 0)', [id, topic]);
    await insertRecord(dataSource.manager, 'agenda_items', anItem(id));
    const first = await feed.read({}, anybody);
    await dataSource.query(change);
    expect(await feed.read({}, anybody)).not.toBe(first);
  });

  it('sees what was written first and committed last', async () => {
    const [early, late] = [await insertForum(dataSource.manager), await insertForum(dataSource.manager)];
    const slow = dataSource.createQueryRunner();
    await slow.startTransaction();
    await rename(slow.manager, early, 'Early', '2026-11-22T08:00Z');
    // Nobody waits: this one begins later and is done sooner.
    await dataSource.transaction((tx) => rename(tx, late, 'Late', '2026-11-22T09:00Z'));
    expect(await titles()).toEqual(['Zhongguancun Forum', 'Late']);
    await slow.commitTransaction();
    await slow.release();
    expect(await titles()).toEqual(['Early', 'Late']);
  });

  it('is not renewed for what was rolled back', async () => {
    const id = await insertForum(dataSource.manager);
    const first = await feed.read({}, anybody);
    const undone = dataSource.createQueryRunner();
    await undone.startTransaction();
    await rename(undone.manager, id, 'Undone', '2026-11-22T09:00Z');
    await undone.rollbackTransaction();
    await undone.release();
    expect(await feed.read({}, anybody)).toBe(first);
  });

  it('keeps no more stamps than transactions ever wrote at once', async () => {
    for (let time = 0; time < 20; time++) await insertForum(dataSource.manager);
    const [{ stamps }] = await dataSource.query(
      `select count(*)::int as stamps from change_stamps where table_name = 'events'`,
    );
    expect(stamps).toBeLessThan(5);
  });

  it('of a thousand forums answers ten times faster than one that is written anew', async () => {
    await insertManyForums(1000);
    await feed.read({ language: 'zh' }, anybody);
    const cold = await timeOf(() => feed.read({ language: 'fr' }, anybody));
    const warm: number[] = [];
    for (let time = 0; time < 5; time++)
      warm.push(await timeOf(() => feed.read({ language: 'fr' }, anybody)));
    expect(cold / Math.min(...warm)).toBeGreaterThan(10);
  });

  // The last one, since what was published is never taken away.
  it('is renewed after an agenda was published', async () => {
    const event_id = await insertForum(dataSource.manager);
    const first = await feed.read({}, anybody);
    await insertRecord(dataSource.manager, 'agenda_publications', { event_id, number: 1 });
    expect(await feed.read({}, anybody)).not.toBe(first);
  });
});

function anItem(event_id: string): Record<string, unknown> {
  const rest = { kind: 'panel', status: 'confirmed', position: 0, languages: [], sequence: 0 };
  return {
    ...rest,
    event_id,
    audience: 'public',
    uid: event_id,
    title: '{"en": "Panel"}',
  };
}

async function titles(query: FeedQuery = {}, caller = anybody): Promise<string[]> {
  const { bytes } = await feed.read(query, caller);
  return [...bytes.toString().matchAll(/^SUMMARY:(.*)\r$/gm)].map(([, title]) => title!);
}

function countStatements(database: Database): Database {
  const readRow = database.readRow.bind(database);
  database.readRow = (...input) => {
    statements++;
    return readRow(...input);
  };
  return database;
}

async function insertManyForums(count: number): Promise<void> {
  await dataSource.transaction(async (tx) => {
    for (let number = 0; number < count; number++) await insertForum(tx);
  });
}

async function rename(tx: DataSource['manager'], id: string, name: string, at: string): Promise<void> {
  await tx.query('update events set names = $2, version = version + 1, updated_at = $3 where id = $1', [
    id,
    named(name),
    at,
  ]);
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
