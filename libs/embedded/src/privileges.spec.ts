import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { EmbeddedPostgresError } from './error.js';
import { findAccount, runAs } from './privileges.js';
import { run } from './run.js';

describe('whom Postgres runs as', () => {
  const platform = Object.getOwnPropertyDescriptor(process, 'platform')!;

  afterEach(() => {
    jest.restoreAllMocks();
    Object.defineProperty(process, 'platform', platform);
  });

  it('is who we are, unless we are root', async () => {
    jest.spyOn(process, 'getuid').mockReturnValue(1000);
    expect(await findAccount('/nowhere')).toBeNull();
  });

  it('is the user “postgres” where there is no data yet; who only seems to be root cannot create it', async () => {
    jest.spyOn(process, 'getuid').mockReturnValue(0);
    const found = await findAccount('/nowhere').then(
      (account) => `${account?.uid}`,
      (error: Error) => error.name,
    );
    const { ok, output } = await run('id', ['-u', 'postgres']);
    expect(found).toBe(ok ? output : 'EmbeddedPostgresError');
  });

  it('is whom root steps down to, and nobody else', async () => {
    const { ok, output } = await runAs({ uid: 65_534, gid: 65_534 }, 'id', ['-u']);
    const said = output.replace(/^setpriv: .*: /, '');
    expect([ok, said]).toEqual(
      process.getuid!() === 0 ? [true, '65534'] : [false, 'Operation not permitted'],
    );
  });

  it('cannot be found where we are root and the system knows no way down', async () => {
    jest.spyOn(process, 'getuid').mockReturnValue(0);
    Object.defineProperty(process, 'platform', { ...platform, value: 'darwin' });
    await expect(findAccount('/nowhere')).rejects.toThrow(
      new EmbeddedPostgresError(
        'Postgres does not run as root. On this system run it as an ordinary user. ' +
          'Run it as an ordinary user, or set DATABASE_URL to a Postgres 18 of your own.',
      ),
    );
  });
});
