import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Clock, type Database } from '#platform';
import { type TestDatabase, openTestDatabase, setClock } from '#platform/testing';
import { OFFICE } from './office-caller.js';
import { Tokens } from './tokens.js';

describe('access tokens', () => {
  let test: TestDatabase;
  let dataSource: DataSource;
  let database: Database;
  let clock: Clock;
  let tokens: Tokens;

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ database, dataSource } = await test.connect());
    clock = new Clock();
    tokens = new Tokens(database, clock);
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
      token: expect.any(String),
      actor: { id: expect.any(String), name: 'Office' },
      scopes,
    });
  });

  it('are looked up once in half a minute, however many strangers invent some', async () => {
    const { token } = await tokens.create('Office', 'read');
    const identity = await tokens.identify(token);
    const looked = jest.spyOn(database, 'readRow').mockResolvedValue(undefined);
    for (let invented = 0; invented < 10_001; invented++)
      expect(await tokens.identify(`corteo_${invented}`)).toBeNull();
    looked.mockClear();
    expect(await tokens.identify(token)).toEqual(identity);
    expect(looked).not.toHaveBeenCalled();
    jest.restoreAllMocks();
  });

  it('that were valid here before are admitted without being asked about', async () => {
    const { token } = await tokens.create('Office', 'read');
    await tokens.identify(token);
    const admit = jest.fn(() => Promise.reject(new Error('enough')));
    setClock(clock, new Date(Date.now() + 60_000).toISOString());
    expect(await tokens.identify(token, admit)).not.toBeNull();
    await expect(tokens.identify('corteo_unknown', admit)).rejects.toThrow('enough');
    expect(admit).toHaveBeenCalledTimes(1);
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
