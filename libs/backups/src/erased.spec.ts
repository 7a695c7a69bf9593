import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ErasedPerson, keepErased } from '#platform';
import { readAllErased } from './erased.js';
import { BackupError } from './error.js';

const erased = (personId: string): ErasedPerson => ({
  personId,
  at: '2026-11-27T09:00:00Z',
  byId: 'office',
  reason: 'on request',
  redacted: [],
  kept: [],
});

describe('those who are erased again', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corteo-erased-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are those whom any folder of backups knows, once each', async () => {
    const [one, other] = [join(folder, 'one'), join(folder, 'other')];
    await keepErased(one, [erased('a'), erased('b')]);
    await keepErased(other, [erased('b'), erased('c')]);
    const known = await readAllErased([one, other, one, join(folder, 'none')]);
    expect(known.map(({ personId }) => personId)).toEqual(['a', 'b', 'c']);
  });

  it('are not forgotten because their file is damaged', async () => {
    await writeFile(join(folder, 'erasures.ndjson'), '{"personId": "a", "at"');
    await expect(readAllErased([folder])).rejects.toThrow(BackupError);
    await expect(readAllErased([folder])).rejects.toThrow(
      `Those who were erased cannot be read in ${folder}: `,
    );
  });
});
