import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, openTestDatabase } from '../testing.js';
import type { Database } from './database.js';

describe('two transactions that wait for each other', () => {
  let test: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ database } = await test.connect());
    await database.transaction((tx) =>
      tx.query('create table counters as select 1 as id, 0 as value union select 2, 0'),
    );
  });
  afterAll(() => test.drop());

  it('both do their work, one after the other', async () => {
    const both = Promise.withResolvers<void>();
    const met = new Set<number>();
    const raise = (order: number[]): Promise<void> =>
      database.transaction(async (tx) => {
        await tx.query('update counters set value = value + 1 where id = $1', [order[0]]);
        if (met.add(order[0]!).size === 2) both.resolve();
        await both.promise;
        await tx.query('update counters set value = value + 1 where id = $1', [order[1]]);
      });
    await Promise.all([raise([1, 2]), raise([2, 1])]);
    const counters = await database.transaction((tx) =>
      tx.query('select id, value from counters order by id'),
    );
    expect(counters).toEqual([
      { id: 1, value: 2 },
      { id: 2, value: 2 },
    ]);
  });
});
