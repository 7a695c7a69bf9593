import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { Caller, Database } from '#platform';
import { type TestDatabase, openTestDatabase } from '#platform/testing';
import { OFFICE } from './office-caller.js';
import { TimedWork } from './timed-work.js';

describe('timed work', () => {
  let test: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ database } = await test.connect());
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(() => test.drop());

  /** A job that goes on until it is let go. */
  function aLongJob(name = 'tidy up', every = 60_000) {
    const { promise: end, resolve: letGo } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const callers: Caller[] = [];
    const run = async (caller: Caller): Promise<void> => {
      callers.push(caller);
      begin();
      await end;
    };
    return { job: { name, every, run }, callers, begun, letGo };
  }

  it('is done as the office, by one instance at a time', async () => {
    const [one, other] = [new TimedWork(database), new TimedWork(database)];
    const { job, callers, begun, letGo } = aLongJob();
    one.add(job);
    other.add(job);
    const doing = one.do('tidy up');
    await begun;
    expect(await other.do('tidy up')).toBe(false);
    letGo();
    expect([await doing, await other.do('tidy up'), callers]).toEqual([true, true, [OFFICE, OFFICE]]);
  });

  it('keeps no other job waiting', async () => {
    const work = new TimedWork(database);
    const { job, begun, letGo } = aLongJob();
    work.add(job);
    work.add({ name: 'another', every: 60_000, run: async () => undefined });
    const doing = work.do('tidy up');
    await begun;
    expect(await work.do('another')).toBe(true);
    letGo();
    await doing;
  });

  it('takes two connections at most, whatever is due', async () => {
    const work = new TimedWork(database);
    const busy: number[] = [];
    let now = 0;
    const run = async (): Promise<void> => {
      busy.push(++now);
      await database.transaction((tx) => tx.query('select pg_sleep(0.02)'));
      now--;
    };
    for (const name of ['first', 'second', 'third']) work.add({ name, every: 60_000, run });
    work.start();
    while (busy.length < 3) await new Promise((resolve) => setTimeout(resolve, 10));
    await work.onModuleDestroy();
    expect(busy).toEqual([1, 1, 1]);
  });

  it('begins at once, goes on in time, and ends with the program, which waits for what is being done', async () => {
    const work = new TimedWork(database);
    const { job, callers, begun, letGo } = aLongJob('often', 10);
    work.add(job);
    work.start();
    await begun;
    let isOver = false;
    const over = (async () => {
      await work.onModuleDestroy();
      isOver = true;
    })();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([isOver, callers.length]).toEqual([false, 1]);
    letGo();
    await over;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(callers.length).toBe(1);
  });

  it('begins later where that would make starts heavy', async () => {
    const work = new TimedWork(database);
    const { job, callers, begun, letGo } = aLongJob();
    letGo();
    work.add({ ...job, after: 30 });
    work.start();
    expect(callers).toEqual([]);
    await begun;
    await work.onModuleDestroy();
    expect(callers).toEqual([OFFICE]);
  });

  it('is tried again where it failed, which the log tells', async () => {
    const error = jest.spyOn(Logger.prototype, 'error').mockReturnValue();
    const work = new TimedWork(database);
    const { promise: twice, resolve } = Promise.withResolvers<void>();
    let times = 0;
    const run = async (): Promise<void> => {
      if (++times === 2) resolve();
      throw new Error('away');
    };
    work.add({ name: 'fail', every: 20, run });
    work.start();
    await twice;
    await work.onModuleDestroy();
    expect(error.mock.calls[0]).toEqual(['fail failed, and will be tried again.', new Error('away')]);
  });

  it('knows no job twice, and none that it was not given', async () => {
    const work = new TimedWork(database);
    const { job } = aLongJob();
    work.add(job);
    expect(() => work.add(job)).toThrow('The job tidy up is declared twice.');
    await expect(work.do('nothing')).rejects.toThrow('There is no job nothing.');
  });
});
