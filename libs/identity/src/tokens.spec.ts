import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Clock } from '#platform';
import { type TestDatabase, openTestDatabase } from '#platform/testing';
import { OFFICE } from './office-caller.js';
import { Tokens } from './tokens.js';

describe('access tokens', () => {
  let test: TestDatabase;
  let dataSource: DataSource;
  let tokens: Tokens;

  beforeAll(async () => {
    test = await openTestDatabase();
    const { database, ...connected } = await test.connect();
    dataSource = connected.dataSource;
    tokens = new Tokens(database, new Clock());
  });
  afterAll(() => test.drop());

  const holderOf = async (label: string): Promise<string> => {
    const { token } = await tokens.create(label, 'read');
    return (await tokens.identify(token))!.actor.id;
  };

  it.each([
    ['read', ['read']],
    ['write', ['read', 'write']],
  ] as const)('of the scope %s allow to %j', async (scope, scopes) => {
    const { token } = await tokens.create('Office', scope);
    expect(await tokens.identify(token)).toEqual({
      actor: { id: expect.any(String), name: 'Office' },
      scopes,
    });
  });

  it('of one label stand for one holder', async () => {
    expect(await holderOf('Protocol')).toBe(await holderOf('Protocol'));
  });

  it('never stand for the office itself, whatever their label', async () => {
    const id = await holderOf('Corteo');
    expect(await dataSource.query(`select id, kind from actors where name = 'Corteo' order by kind`)).toEqual(
      [
        { id, kind: 'holder' },
        { id: OFFICE.actor!.id, kind: 'system' },
      ],
    );
    expect(await holderOf('Corteo')).toBe(id);
  });
});
