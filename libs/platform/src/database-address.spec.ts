import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { readConfig } from './config.js';

/** What the driver makes of it. */
function understood(environment: Record<string, string>): object {
  const { databaseUrl, migrationUrl } = readConfig(environment);
  const [{ user, password, host, port, database }, owner] = [databaseUrl, migrationUrl].map(
    (url) => new pg.Client({ connectionString: url }),
  ) as [pg.Client, pg.Client];
  const own = { user, password, host, port, database };
  return migrationUrl ? { ...own, owner: [owner.user, owner.password] } : own;
}

const SPECIAL = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ ü昆😀'];

const FORM = 'DATABASE_URL must be an address such as postgres://user:password@server:5432/database.';
const AMBIGUOUS = 'DATABASE_URL can be read in more than one way.';
const ADVICE =
  ' In a user or password, write @ as %40, / as %2F, : as %3A, ? as %3F, # as %23 and % as %25, or give the password in DATABASE_PASSWORD, as it is.';

describe('the address of a database', () => {
  it.each([
    'postgres://office:secret@db.example.org:5432/corteo',
    'postgresql://office@db/corteo?sslmode=require',
    'postgres://db/corteo',
    'postgres://office:s%40cret@[::1]:5432/corteo',
    'postgres:///corteo?host=/var/run/postgresql',
    'postgres://office:secret@db?application_name=a',
  ])('stays as it is: %s', (DATABASE_URL) => {
    expect(readConfig({ DATABASE_URL }).databaseUrl).toBe(DATABASE_URL);
  });

  it.each(SPECIAL)('may hold a password with %s as it is', (character) => {
    for (const password of [`${character}pass`, `p${character}ss`, `pass${character}`, `1${character}2`])
      expect(understood({ DATABASE_URL: `postgres://office:${password}@db:5433/corteo` })).toEqual({
        user: 'office',
        password,
        host: 'db',
        port: 5433,
        database: 'corteo',
      });
  });

  it('may hold a password with all of them, encoded', () => {
    const password = SPECIAL.join('');
    const DATABASE_URL = `postgres://office:${encodeURIComponent(password)}@db/corteo`;
    expect(understood({ DATABASE_URL })).toMatchObject({ password, host: 'db', database: 'corteo' });
  });

  it('may leave the password to a variable of its own, whatever is in that', () => {
    const password = `%41${SPECIAL.join('')}`;
    const DATABASE_URL = 'postgres://user_of_corteo@db/corteo';
    const DATABASE_MIGRATION_URL = 'postgres://owner_of_corteo@db/corteo';
    expect(understood({ DATABASE_URL, DATABASE_MIGRATION_URL, DATABASE_PASSWORD: password })).toEqual({
      user: 'user_of_corteo',
      password,
      host: 'db',
      port: 5432,
      database: 'corteo',
      owner: ['owner_of_corteo', password],
    });
  });

  it('keeps the password that it holds beside that variable', () => {
    const DATABASE_URL = 'postgres://office:own@db/corteo';
    expect(understood({ DATABASE_URL, DATABASE_PASSWORD: 'other' })).toMatchObject({ password: 'own' });
  });

  it.each(['db/corteo', 'mysql://office@db/corteo', 'postgres:/db', 'postgres://office:x@d b/corteo'])(
    'is not %s',
    (DATABASE_URL) => {
      expect(() => readConfig({ DATABASE_URL })).toThrow(`${FORM}${ADVICE}`);
    },
  );

  it.each(['postgres://office:50%ff@db/corteo', 'postgres://office:a/b/c'])(
    'is none with what is no encoding: %s',
    (DATABASE_URL) => {
      expect(() => readConfig({ DATABASE_URL })).toThrow(`${FORM}${ADVICE}`);
    },
  );

  it.each(['postgres://office:a@b?c=d@db/corteo', 'postgres://office:a@b/c?d=e@db/corteo'])(
    'is not guessed: %s',
    (DATABASE_URL) => {
      expect(() => readConfig({ DATABASE_URL })).toThrow(`${AMBIGUOUS}${ADVICE}`);
    },
  );

  it.each(['DATABASE_MIGRATION_URL', 'DATABASE_PASSWORD'])('stands beside %s', (name) => {
    expect(() => readConfig({ [name]: 'postgres://owner@db/corteo' })).toThrow(`${name} needs DATABASE_URL`);
  });
});
