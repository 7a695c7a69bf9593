import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Violation } from '#refusals';
import { DataSource } from 'typeorm';
import { type TestDatabase, openTestDatabase } from '../testing.js';
import { dataSourceOptions } from './data-source.js';
import { Database } from './database.js';
import { sql, statement } from './sql.js';
import { Violations } from './violations.js';

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

describe('what the program and its database must agree on', () => {
  let test: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ database } = await test.connect());
  });
  afterAll(() => test.drop());

  it('is every constraint that the program has words for', async () => {
    const violations = new Violations();
    const meaning: Violation = { code: 'given-twice', detail: 'It was given before.', pointers: [] };
    violations.declare({ places_without_circle: meaning, gifts_once: meaning });
    const dataSource = new DataSource(dataSourceOptions(test.url, 5));
    await expect(new Database(dataSource, violations).open()).rejects.toThrow(
      new Error('The schema has no constraint gifts_once, which the program names.'),
    );
    await dataSource.destroy();
  });

  it('is every value that a statement names', async () => {
    const asked = statement('two-values', sql`select :one::text, :other::text`);
    await expect(database.readRow(asked, { one: 'it' })).rejects.toThrow(
      new Error('The parameter :other of two-values-c0ba97d70012 has no value.'),
    );
    expect(await database.readRow(asked, { one: 'it', other: null })).toEqual(['it', null]);
  });
});

describe('a statement', () => {
  it('has the name it is given and a hash of its text, by which connections tell it from others', () => {
    const { name, text, parameters } = statement('day', sql`select :day::date, :day::date + 1`);
    expect([name, text, parameters]).toEqual(['day-6ed3ebd702bd', 'select $1::date, $1::date + 1', ['day']]);
  });

  it('is declared once: a name stands for one text', () => {
    statement('once', sql`select 1`);
    expect(statement('once', sql`select 1`).text).toBe('select 1');
    expect(() => statement('once', sql`select 2`)).toThrow(
      new Error('The statement once is declared twice.'),
    );
  });
});
