import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Clock, type Database } from '#platform';
import { type TestDatabase, openTestDatabase, setClock } from '#platform/testing';
import { AuditTrail } from './audit/audit-trail.js';
import { OFFICE } from './office-caller.js';
import { ROLES, ROLE_NAMES } from './roles.js';
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
    tokens = new Tokens(database, clock, new AuditTrail(database, clock));
  });
  afterAll(() => test.drop());

  const holderOf = async (label: string): Promise<string> => {
    const { token } = await tokens.create({ label, role: 'viewer' });
    return (await tokens.identify(token))!.actor.id;
  };

  it.each(ROLE_NAMES)('of the role %s allow what it may', async (role) => {
    const { token } = await tokens.create({ label: 'Office', role });
    expect(await tokens.identify(token)).toEqual({
      token: expect.any(String),
      actor: { id: expect.any(String), name: 'Office' },
      role,
      scopes: ROLES[role],
      organizations: [],
      endsAt: expect.any(Number),
    });
  });

  it('allow no more than was chosen for them, and nothing that their role has not', async () => {
    const scopes = ['visits:read', 'tokens:write'] as const;
    const { token } = await tokens.create({ label: 'Office', role: 'organizer', scopes });
    expect((await tokens.identify(token))!.scopes).toEqual(['visits:read']);
  });

  it('end when their days are over, also where they are remembered', async () => {
    const { token } = await tokens.create({ label: 'Office', role: 'viewer', days: 1 });
    const day = Date.now() + 86_400_000;
    setClock(clock, new Date(day - 5_000).toISOString());
    expect(await tokens.identify(token)).not.toBeNull();
    setClock(clock, new Date(day + 5_000).toISOString());
    expect(await tokens.identify(token)).toBeNull();
  });

  it('are looked up once in half a minute, however many strangers invent some', async () => {
    const { token } = await tokens.create({ label: 'Office', role: 'viewer' });
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
    const { token } = await tokens.create({ label: 'Office', role: 'viewer' });
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
