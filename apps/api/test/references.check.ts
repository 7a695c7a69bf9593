import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kinds } from '#records';
import { readSources } from '../../../checks/sources.js';
import { type Office, openOffice } from './office.js';

const REFERRING = /@Ids?Of\('([^']+)'/g;

describe('references in what comes in', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it('are to kinds of record that there are', async () => {
    const sources = await readSources();
    const names = new Set(
      sources.flatMap(({ text }) => [...text.matchAll(REFERRING)].map(([, name]) => name!)),
    );
    const kinds = office.provider(Kinds);
    expect([...names].flatMap((name) => kinds.tableOf(name)).length).toBe(names.size);
    expect(names.size).toBeGreaterThan(10);
  });
});
