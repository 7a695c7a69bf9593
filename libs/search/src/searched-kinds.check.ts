import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, openTestDatabase } from '#platform/testing';
import type { DataSource } from 'typeorm';
import { SEARCHED } from './searched-kinds.js';

describe('what can be found', () => {
  let test: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ dataSource } = await test.connect());
  });
  afterAll(() => test.drop());

  it('is what the database writes words of', async () => {
    const worded = await dataSource.query<{ name: string; kind: string }[]>(
      'select name, kind from public.worded_tables()',
    );
    const searched = Object.entries(SEARCHED).map(([kind, [table]]) => ({
      name: table,
      kind: table === 'events' ? 'r.kind' : `'${kind}'`,
    }));
    const known = new Set(searched.map(({ name, kind }) => `${name} ${kind}`));
    expect(worded.map(({ name, kind }) => `${name} ${kind}`).toSorted()).toEqual([...known].toSorted());
  });
});
