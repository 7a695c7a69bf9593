import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { type TestDatabase, openTestDatabase } from '#platform/testing';

describe('how much of everything holds a word', () => {
  let test: TestDatabase;
  let owner: Client;

  beforeAll(async () => {
    test = await openTestDatabase();
    owner = new Client(test.migrationUrl);
    await owner.connect();
    // 2,000 of 10,000 are called so, of which a quarter have no day; none of those next to them is.
    await owner.query(
      `insert into record_words (record_id, kind, in_use, spelled, current_names, names, texts, first_day, day)
       select gen_random_uuid(), 'visit', true, array[name], 1, array_to_tsvector(array[name]), '', day, day
       from (select case when place / 500 % 5 = 1 then 'delta' else 'ocean' end as name,
           case when place % 4 > 0 then date '2026-01-01' + place % 300 end as day
         from generate_series(0, 9999) place) made`,
    );
    await owner.query('analyze record_words');
  });

  afterAll(async () => {
    await owner.end();
    await test.drop();
  });

  const shares = async (word: string): Promise<Record<string, number>> => {
    const { rows } = await owner.query('select * from shares_of_names(array[$1], array[$1], null, 50)', [
      word,
    ]);
    return rows[0];
  };

  it('is told by a sample of it, with a day and without one', async () => {
    const { every, dated, undated, whole_dated } = await shares('delta');
    for (const share of [every, dated, undated, whole_dated])
      expect(Math.abs(share! - 0.2)).toBeLessThan(0.15);
    expect((await shares('ocean'))['every']).toBeCloseTo(1 - every!, 5);
  });

  it('is told alike each time, so that a search answers the same as long as nothing changes', async () => {
    const first = await shares('delta');
    for (let time = 1; time < 8; time++) expect(await shares('delta')).toEqual(first);
  });

  it('is nothing for a word in none', async () => {
    expect(await shares('island')).toEqual({
      every: 0,
      dated: 0,
      undated: 0,
      whole_dated: 0,
      whole_undated: 0,
    });
  });
});
