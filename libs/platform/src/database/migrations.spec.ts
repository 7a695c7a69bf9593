import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { readMigrations } from './migrations.js';

const THINGS = '-- What there is.\n\n-- up\ncreate table things ();\n\n-- down\ndrop table things;\n';

describe('migrations', () => {
  let folder: URL;

  beforeEach(async () => {
    folder = pathToFileURL(join(await mkdtemp(join(tmpdir(), 'corteo-migrations-')), '/'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = (file: string, text = THINGS): Promise<void> => writeFile(new URL(file, folder), text);

  it('are the files of a folder in the order of their numbers, one way and back', async () => {
    await write(
      '0002-of-things.sql',
      '-- up\nalter table things add id int;\n-- down\nalter table things drop id;',
    );
    await write('0001-things.sql');
    await write('released.json', '{}');
    const query = jest.fn<QueryRunner['query']>();
    const runner = { query } as unknown as QueryRunner;
    const [things, ofThings] = readMigrations(folder).map((Migration) => new Migration());
    await things!.up(runner);
    await ofThings!.down(runner);
    expect([things!.name, ofThings!.name]).toEqual(['things0000000000001', 'of-things0000000000002']);
    expect(query.mock.calls).toEqual([['create table things ();\n'], ['alter table things drop id;']]);
  });

  it.each([
    ['the way down', '-- up\ncreate table things ();\n'],
    ['the way up', 'create table things ();\n-- down\ndrop table things;\n'],
    ['anything on the way down', '-- up\ncreate table things ();\n-- down\n\n'],
    ['its first statement below “-- up”', `create table others ();\n${THINGS}`],
  ])('are refused where one lacks %s', async (_, text) => {
    await write('0001-things.sql', text);
    expect(() => readMigrations(folder)).toThrow(
      '0001-things.sql must have SQL below a line “-- up” and a line “-- down”.',
    );
  });

  it.each(['0001-others.sql', '0003-others.sql', '0002_others.sql', '2-others.sql'])(
    'are refused where the second is called %s',
    async (file) => {
      await write('0001-things.sql');
      await write(file);
      expect(() => readMigrations(folder)).toThrow('-short-name.sql');
    },
  );

  it('are refused where there are none, as in a build that left them out', () => {
    expect(() => readMigrations(folder)).toThrow('There are no migrations in ');
  });
});
