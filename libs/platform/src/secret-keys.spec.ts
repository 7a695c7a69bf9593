import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigurationError, readConfig } from './config.js';

const [one, other] = [randomBytes(32), randomBytes(32)].map((key) => key.toString('base64')) as [
  string,
  string,
];

describe('the keys of protected data', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corteo-keys-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function fileOf(text: string): Promise<string> {
    const file = join(folder, 'keys');
    await writeFile(file, text);
    return file;
  }

  const keysOf = (environment: Record<string, string>): string[] =>
    readConfig(environment).protectedKeys.map((key) => key.export().toString('base64'));

  it('are none, unless they are given', () => {
    expect(keysOf({})).toEqual([]);
  });

  it('are one, or several in a file, the one that writes first', async () => {
    const file = await fileOf(`# since May\n${other}\n\n${one}\n`);
    expect([keysOf({ PROTECTED_KEY: one }), keysOf({ PROTECTED_KEY_FILE: file })]).toEqual([
      [one],
      [other, one],
    ]);
  });

  it.each([
    randomBytes(31).toString('base64'),
    randomBytes(33).toString('base64'),
    randomBytes(32).toString('hex'),
    'x',
    `${one}\n${other}`,
  ])('are refused at start where one is no 32 bytes in base64, and not shown', async (wrong) => {
    expect(() => readConfig({ PROTECTED_KEY: wrong })).toThrow(
      new ConfigurationError(
        'PROTECTED_KEY must be 32 bytes in base64, as `openssl rand -base64 32` makes them.',
      ),
    );
    const file = await fileOf(`${one}\n${wrong}x`);
    expect(() => readConfig({ PROTECTED_KEY_FILE: file })).toThrow('PROTECTED_KEY_FILE must name a file');
  });

  it('are refused where there is no such file, where it is empty, and where they are given twice', async () => {
    const given = [
      { PROTECTED_KEY_FILE: join(folder, 'nothing') },
      { PROTECTED_KEY_FILE: await fileOf('\n') },
      { PROTECTED_KEY: one, PROTECTED_KEY_FILE: 'keys' },
    ];
    for (const environment of given) expect(() => readConfig(environment)).toThrow(ConfigurationError);
  });
});

describe('timed work', () => {
  it('is done inside the server where it runs its own Postgres, and apart from it otherwise', () => {
    const DATABASE_URL = 'postgres://corteo@127.0.0.1/corteo';
    const given = [{}, { DATABASE_URL }, { WORKER: 'none' }, { DATABASE_URL, WORKER: 'inside' }];
    expect(given.map((environment) => readConfig(environment).worker)).toEqual([
      'inside',
      'none',
      'none',
      'inside',
    ]);
    expect(() => readConfig({ WORKER: 'outside' })).toThrow('WORKER must be one of inside, none.');
  });

  it('erases protected profiles after 90 days, unless it is told otherwise', () => {
    const days = [{}, { PROTECTED_DAYS: '7' }].map((environment) => readConfig(environment).protectedDays);
    expect(days).toEqual([90, 7]);
    expect(() => readConfig({ PROTECTED_DAYS: '0' })).toThrow('PROTECTED_DAYS must be a whole number');
  });
});
