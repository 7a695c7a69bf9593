import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ErasedPerson, keepErased, readErased } from './erased-people.js';

const erased = (personId: string): ErasedPerson => ({
  personId,
  at: '2026-11-27T09:00:00Z',
  byId: 'office',
  reason: 'on request\nof 20 November',
  redacted: [],
  kept: [],
});

describe('those who were erased', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corteo-erased-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are nobody where nothing is noted', async () => {
    expect(await readErased(join(folder, 'none'))).toEqual([]);
    await keepErased(join(folder, 'none'), []);
    expect(await readdir(folder)).toEqual([]);
  });

  it('are noted once each, for the owner of the file alone', async () => {
    const within = join(folder, 'backups');
    await keepErased(within, [erased('a')]);
    await keepErased(within, [erased('a'), erased('b')]);
    expect(await readErased(within)).toEqual([erased('a'), erased('b')]);
    expect((await readFile(join(within, 'erasures.ndjson'), 'utf8')).split('\n')).toHaveLength(3);
    expect((await stat(join(within, 'erasures.ndjson'))).mode & 0o777).toBe(0o600);
    expect(await readdir(within)).toEqual(['erasures.ndjson']);
  });

  it('are noted by several at once', async () => {
    const within = join(folder, 'at-once');
    const people = Array.from({ length: 8 }, (_, at) => erased(`${at}`));
    await Promise.all(people.map((_, at) => keepErased(within, people.slice(0, at + 1))));
    await keepErased(within, people);
    expect((await readErased(within)).toSorted((a, b) => a.personId.localeCompare(b.personId))).toEqual(
      people,
    );
    expect(await readdir(within)).toEqual(['erasures.ndjson']);
  });

  it('are named by no key that was noted formerly', async () => {
    const within = join(folder, 'former');
    const [mention, key] = [{ kind: 'dossier_entry', field: 'path' }, { path: 'visits/visit-of-qwertzuiop' }];
    await mkdir(within);
    const former = { ...erased('a'), redacted: [{ ...mention, key }] };
    await writeFile(join(within, 'erasures.ndjson'), `${JSON.stringify(former)}\n`);
    await keepErased(within, [erased('a')]);
    expect(await readErased(within)).toEqual([{ ...erased('a'), redacted: [mention] }]);
  });
});
