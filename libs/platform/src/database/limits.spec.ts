import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Refusal } from '#refusals';
import { DataSource } from 'typeorm';
import { limitsOf } from '../limits.js';
import { type Proxy, type TestDatabase, command, openProxy, openTestDatabase } from '../testing.js';
import { whileWaiting } from '../waiting.js';
import { dataSourceOptions } from './data-source.js';
import { Database, type Transaction } from './database.js';
import { sql, statement } from './sql.js';
import { Violations } from './violations.js';

const WAITED = 400;
const TOTAL = statement('total', sql`select sum(value)::text from counters`);
const CODES = [
  ['57014', 'a statement that takes too long', 'database.too-slow'],
  ['25P03', 'a transaction in which nothing happens for too long', 'database.too-slow'],
  ['25P04', 'a transaction that takes too long', 'database.too-slow'],
  ['55P03', 'a lock that others hold for too long', 'record.busy'],
  ['57P01', 'a Postgres that is stopped', 'database.unavailable'],
  ['57P05', 'a connection that is not used for too long', 'database.unavailable'],
] as const;

describe('a database with limits', () => {
  let test: TestDatabase;
  let proxy: Proxy;
  let dataSource: DataSource;
  let database: Database;
  let violations: Violations;

  beforeAll(async () => {
    test = await openTestDatabase();
    proxy = await openProxy(test.url);
    violations = new Violations();
    dataSource = new DataSource(dataSourceOptions(proxy.url, 4, limitsOf(1)));
    database = new Database(dataSource, violations);
    await database.open();
    await database.transaction((tx) =>
      tx.query('create table counters as select id, 0 as value from generate_series(1, 9) id'),
    );
  });
  afterAll(async () => {
    await dataSource.destroy();
    await proxy.drop();
    await test.drop();
  });

  /** How something ends that somebody waits for, and whether that was in time. */
  async function waitFor(work: () => Promise<unknown>, record?: string, waited = WAITED): Promise<unknown[]> {
    const began = performance.now();
    const waiting = { until: began + waited, lockUntil: began + waited / 2, record };
    const end = await whileWaiting(waiting, work).then(
      () => 'done',
      (error: unknown) => (violations.refusalOf(error) as Refusal).code,
    );
    return [end, performance.now() - began < waited + 300];
  }

  const raise = (id: number) => (tx: Transaction) =>
    tx.query('update counters set value = value + 1 where id = $1', [id]);
  const write = (id: number, record?: string, waited?: number) =>
    waitFor(() => database.transaction(raise(id)), record, waited);
  const read = () => waitFor(() => database.readRow(TOTAL, {}));

  describe('that Postgres keeps', () => {
    it.each(CODES)('tells %s, %s, as %s', async (code, _, told) => {
      const raised = `do $$ begin raise sqlstate '${code}'; end $$`;
      expect(await waitFor(() => database.transaction((tx) => tx.query(raised)))).toEqual([told, true]);
    });

    it.each([
      ['a statement', 'statement_timeout', 'select pg_sleep(2)'],
      ['a transaction in which nothing happens', 'idle_in_transaction_session_timeout', 'select 1'],
    ])('ends %s, and nothing is done', async (_, limit, afterwards) => {
      const end = await waitFor(() =>
        database.transaction(async (tx) => {
          await raise(9)(tx);
          await tx.query(`set local ${limit} = 50`);
          await sleep(100);
          await tx.query(afterwards);
        }),
      );
      expect([end, await valueOf(9)]).toEqual([['database.too-slow', true], 0]);
    });

    it('tells of a connection that ends in the middle of a transaction', async () => {
      const end = await waitFor(() =>
        database.transaction(async (tx) => {
          const [{ pid }] = await tx.query<[{ pid: number }]>('select pg_backend_pid() as pid');
          await command(test.url, `select pg_terminate_backend(${pid})`);
          await sleep(50);
          await raise(9)(tx);
        }),
      );
      expect(end).toEqual(['database.unavailable', true]);
    });

    it('hold for what somebody waits for, and for nothing else', async () => {
      const slowly = (): Promise<unknown> => database.transaction((tx) => tx.query('select pg_sleep(0.6)'));
      expect(await waitFor(slowly)).toEqual(['database.too-slow', true]);
      await expect(slowly()).resolves.toBeDefined();
    });
  });

  describe('while a row stays locked', () => {
    let holder: pg.Client;

    beforeEach(async () => {
      holder = new pg.Client(test.url);
      await holder.connect();
      await holder.query('begin; update counters set value = 0 where id = 1');
    });
    afterEach(() => holder.end());

    it.each([
      ['of one record', () => 'record'],
      ['of records that all concern it', (index: number) => `record ${index}`],
      ['of what has no address yet', () => undefined],
    ])('costs ten writers %s an answer and nobody else', async (_, recordOf) => {
      const ended: string[] = [];
      const note = (what: string) => (end: unknown[]) => ended.push(`${what}: ${end.join()}`);
      const writers = Array.from({ length: 10 }, (__, index) =>
        write(1, recordOf(index), 3 * WAITED).then(note('writer')),
      );
      await sleep(WAITED / 4);
      const others = [read(), write(2), read(), write(3, 'other')];
      await Promise.all([...writers, ...others.map((other) => other.then(note('other')))]);
      expect(ended).toEqual([
        ...others.map(() => 'other: done,true'),
        ...writers.map(() => 'writer: record.busy,true'),
      ]);
      expect(database.load().waiting).toBe(0);
    });

    it('lets its writers write once it is free', async () => {
      const before = await valueOf(1);
      const writers = Array.from({ length: 3 }, () => write(1));
      await sleep(WAITED / 4);
      await holder.query('rollback');
      expect(await Promise.all(writers)).toEqual(writers.map(() => ['done', true]));
      expect(await valueOf(1)).toBe(before + 3);
    });

    it('lets work that nobody waits for take its time', async () => {
      const work = database.transaction(raise(1));
      await sleep(WAITED);
      await holder.query('rollback');
      await expect(work).resolves.toBeDefined();
    });
  });

  describe('that falls silent', () => {
    afterEach(() => proxy.speakAgain());

    const silently = (work: (tx: Transaction) => Promise<unknown>) =>
      waitFor(() =>
        database.transaction(async (tx) => {
          await raise(8)(tx);
          proxy.fallSilent();
          return work(tx);
        }),
      );
    const waitSilently = async (work: () => Promise<unknown[]>) => {
      expect(await read()).toEqual(['done', true]);
      proxy.fallSilent();
      return work();
    };
    const refused = new Error('Refused.');

    it.each([
      ['before a read', () => waitSilently(read), 'database.too-slow'],
      ['before a transaction begins', () => waitSilently(() => write(8)), 'database.too-slow'],
      ['before a statement', () => silently(raise(8)), 'database.too-slow'],
      ['before a rollback', () => silently(() => Promise.reject(refused)), 'database.too-slow'],
    ])('%s, lets nobody wait longer, and nothing is done', async (_, ask, told) => {
      const before = await valueOf(8);
      expect(await ask()).toEqual([told, true]);
      proxy.speakAgain();
      expect(await read()).toEqual(['done', true]);
      expect(await valueOf(8)).toBe(before);
    });

    it('before a commit, says that it may be done or not', async () => {
      expect(await silently(() => Promise.resolve())).toEqual(['database.outcome-unknown', true]);
    });

    it('keeps no connection of which nobody knows what it does', async () => {
      expect(await read()).toEqual(['done', true]);
      const { open } = database.load();
      await silently(raise(8));
      expect(database.load()).toEqual({ open: open - 1, idle: open - 1, waiting: 0 });
    });

    it('refuses at once what would make too long a queue', async () => {
      proxy.fallSilent();
      const ends = await Promise.all(Array.from({ length: 100 }, read));
      const told = Map.groupBy(ends, ([code]) => code);
      expect(told.get('database.busy')!.length).toBeGreaterThanOrEqual(16);
      expect(ends.filter(([, inTime]) => !inTime)).toEqual([]);
    });
  });

  async function valueOf(id: number): Promise<number> {
    const client = new pg.Client(test.url);
    await client.connect();
    const { rows } = await client.query('select value from counters where id = $1', [id]);
    await client.end();
    return (rows[0] as { value: number }).value;
  }
});
