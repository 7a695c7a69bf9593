import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { limitsOf } from '../limits.js';
import { type TestDatabase, openTestDatabase } from '../testing.js';
import { whileWaiting } from '../waiting.js';
import { dataSourceOptions } from './data-source.js';
import { Database } from './database.js';
import { sql, statement } from './sql.js';
import { Violations } from './violations.js';

const PLANS = sql`select sum(generic_plans), sum(custom_plans) from pg_prepared_statements where name like 'one-day%'`;
const ONE_DAY = statement('one-day', sql`select :day::date + 1`);
const MODE = statement(undefined, sql`select current_setting('plan_cache_mode')`);

describe('a statement that somebody waits for', () => {
  let test: TestDatabase;
  let dataSource: DataSource;
  let database: Database;

  beforeAll(async () => {
    test = await openTestDatabase();
    dataSource = new DataSource(dataSourceOptions(test.url, 2, limitsOf(1)));
    database = new Database(dataSource, new Violations());
    await database.open();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await test.drop();
  });

  const read = (asked: typeof MODE, values = {}) => database.readRow(asked, values);

  it('is planned once on a connection where it has a name, whatever its values are', async () => {
    for (const day of ['2027-05-10', '2027-05-11']) await read(ONE_DAY, { day });
    expect(await read(statement(undefined, PLANS))).toEqual(['2', '0']);
  });

  it('is planned for its values where it has none, also within a transaction', async () => {
    const now = performance.now();
    const waiting = { until: now + 5000, lockUntil: now + 5000, record: undefined };
    const within = await whileWaiting(waiting, () => database.enclose(() => read(MODE)));
    expect([await read(MODE), within]).toEqual([['auto'], ['auto']]);
  });

  it('leaves nothing behind where it fails', async () => {
    await expect(read(statement(undefined, sql`select 1 / :by::int`), { by: 0 })).rejects.toThrow(
      'division by zero',
    );
    expect(await read(statement('mode', sql`select current_setting('plan_cache_mode')`))).toEqual([
      'force_generic_plan',
    ]);
  });
});
