import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { type TestDatabase, openTestDatabase } from '../testing.js';

const MARK = 'select public.transaction_mark() as mark, pg_current_xact_id()::text as number';

/** Which entries of the history are of one transaction, whatever it is called. */
const TOGETHER = `
  select array_agg(changes ->> 'n' order by id) as entries from history where changes ? 'n'
  group by transaction order by min(id)`;

interface Marked {
  readonly mark: string;
  readonly number: string;
}

describe('the mark of a transaction', () => {
  let test: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ dataSource } = await test.connect());
  });
  afterAll(() => test.drop());

  const read = async (query: (text: string) => Promise<unknown>): Promise<Marked> =>
    ((await query(MARK)) as [Marked])[0];

  it('is one all through it, also in savepoints, kept or undone', async () => {
    const marks = await dataSource.transaction(async (tx) => {
      const query = (text: string): Promise<unknown> => tx.query(text);
      await query('savepoint first');
      const found = [await read(query)];
      await query('rollback to savepoint first');
      found.push(await read(query));
      await query('savepoint second');
      found.push(await read(query));
      await query('release savepoint second');
      return [...found, await read(query)];
    });
    expect(new Set(marks.map(({ mark }) => mark)).size).toBe(1);
  });

  it('is another one in every other', async () => {
    const marks = await Promise.all(
      Array.from({ length: 20 }, () => dataSource.transaction((tx) => read((text) => tx.query(text)))),
    );
    expect(new Set(marks.map(({ mark }) => mark)).size).toBe(20);
  });

  it('tells the number of the transaction, and the instant at which it began, which nobody chooses', async () => {
    const { mark, number } = await read((text) => dataSource.query(text));
    const [high, low] = [mark.replaceAll('-', '').slice(0, 16), mark.replaceAll('-', '').slice(16)];
    expect(BigInt(`0x${low}`)).toBe(BigInt(number));
    expect(Math.abs(Number(BigInt(`0x${high}`)) / 1000 - Date.now())).toBeLessThan(60_000);
  });

  it('takes the place of the numbers that were there: what was together stays so, there and back', async () => {
    const note = (n: number): string =>
      `insert into history (record_id, table_name, version, at, kind, changes)
       values (gen_random_uuid(), 'places', 1, now(), 'changed', '{"n": ${n}}')`;
    const noteBoth = (n: number): Promise<unknown> =>
      dataSource.transaction(async (tx) => {
        await tx.query(note(n));
        await tx.query(note(n + 1));
      });
    await noteBoth(1);
    const executed = await dataSource.query<[{ count: string }]>(
      'select count(*) from migrations where id >= 56',
    );
    for (let n = Number(executed[0].count); n > 0; n--) await dataSource.undoLastMigration();
    await noteBoth(3);
    const numbers = `select transaction::text as number from history where changes ? 'n' order by id`;
    const before = await dataSource.query(numbers);
    await dataSource.runMigrations({ transaction: 'all' });
    await noteBoth(5);
    expect(await dataSource.query(TOGETHER)).toEqual([
      { entries: ['1', '2'] },
      { entries: ['3', '4'] },
      { entries: ['5', '6'] },
    ]);
    for (let n = Number(executed[0].count); n > 0; n--) await dataSource.undoLastMigration();
    expect((await dataSource.query(numbers)).slice(0, 4)).toEqual(before);
    await dataSource.runMigrations({ transaction: 'all' });
  });
});
