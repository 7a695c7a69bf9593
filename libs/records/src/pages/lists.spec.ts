import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock, type Database, Today, readConfig, sql } from '#platform';
import { type TestDatabase, openTestDatabase, aCaller } from '#platform/testing';
import type { CitedRecords } from '../cited-records.js';
import type { Kinds } from '../kinds/kinds.js';
import { Cursors } from './cursors.js';
import { ListQuery } from './list-query.dto.js';
import { type ListDefinition, NAMED_SORTS } from './list-definition.js';
import { Lists } from './lists.js';

class GiftQuery extends ListQuery {
  direction?: string;
}

const gifts: ListDefinition<GiftQuery> = {
  name: 'gifts',
  from: sql`visible_places(:caller) e`,
  item: sql`e.id`,
  filters: { direction: sql`e.kind = :direction` },
  sorts: NAMED_SORTS,
};

const reader = aCaller({ scopes: ['read'] });

describe('A list', () => {
  it('does not compile without a condition for each parameter of its own', () => {
    // @ts-expect-error the direction has no condition
    const forgetful: ListDefinition<GiftQuery> = { ...gifts, filters: {} };
    // @ts-expect-error nor is there a parameter for this one
    const inventive: ListDefinition<GiftQuery> = { ...gifts, filters: { ...gifts.filters, year: sql`true` } };
    expect([forgetful.name, inventive.name]).toEqual(['gifts', 'gifts']);
  });
});

describe('A list that was taught less than it is asked', () => {
  let test: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ database } = await test.connect());
  });
  afterAll(() => test.drop());

  it('says so, instead of answering with everything', async () => {
    const lists = new Lists(
      database,
      new Today(new Clock(), readConfig({})),
      {} as CitedRecords,
      { seen: () => [] } as unknown as Kinds,
      new Cursors(database),
    );
    const read = (query: object) => lists.read(gifts, { ...new GiftQuery(), ...query }, reader);
    expect(await read({ direction: 'given' })).toMatchObject({ text: '{"items":[],"nextCursor":null}' });
    await expect(read({ year: 2018 })).rejects.toThrow(
      new Error('The list has no condition for the parameter year.'),
    );
  });
});
