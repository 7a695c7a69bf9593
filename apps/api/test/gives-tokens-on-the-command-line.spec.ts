import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Office, openOffice } from './office.js';
import { endPrograms, runCommand } from './programs.js';

describe('a token that is made on the command line', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(async () => {
    await endPrograms();
    await office.close();
  });

  const create = (label: string, ...words: string[]): ReturnType<typeof runCommand> => {
    const { databaseUrl: DATABASE_URL, migrationUrl: DATABASE_MIGRATION_URL } = office;
    const environment = { DATABASE_URL, DATABASE_MIGRATION_URL, TOKEN_MAX_DAYS: '30' };
    return runCommand(['token', 'create', '--label', label, ...words], environment);
  };

  it('lasts as long and is called as the interface would have it', async () => {
    const fault = 'In this office a token lasts at most 30 days.\n';
    expect(await create('Guests', '--days', '31')).toEqual({ code: 1, said: fault });
    const name = 'A label has at most 200 characters.\n';
    expect(await create('x'.repeat(201))).toEqual({ code: 1, said: name });
    expect((await create('Guests')).code).toBe(0);
    const { body } = await office.get('/v1/tokens?limit=200');
    const made = body.items.filter(({ label }: { label: string }) => label === 'Guests');
    const days = made.map(
      ({ createdAt, expiresAt }: Record<string, string>) =>
        (Date.parse(expiresAt!) - Date.parse(createdAt!)) / 86_400_000,
    );
    expect(days).toEqual([30]);
  }, 60_000);

  it('is not made where no database answers, which is told soon', async () => {
    const nowhere = { DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/nothing' };
    expect(await runCommand(['token', 'create', '--label', 'Guests'], nowhere)).toEqual({
      code: 1,
      said: 'Postgres does not answer at DATABASE_URL; start it, or name another one.\n',
    });
  }, 60_000);
});
