import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newestBackup, placeIn, writeWhole } from './files.js';

describe('the folder for backups', () => {
  const folders: string[] = [];
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corteo-files-'));
    folders.push(folder);
    file = join(folder, 'one.tar.gz');
  });
  afterAll(() => Promise.all(folders.map((one) => rm(one, { recursive: true }))));

  async function* giving(...parts: (string | Error)[]): AsyncGenerator<Uint8Array> {
    for (const part of parts) {
      if (part instanceof Error) throw part;
      yield Buffer.from(part);
    }
  }

  it('gets a file whole, for its owner alone', async () => {
    await writeWhole(file, giving('one ', 'two'));
    expect(await readFile(file, 'utf8')).toBe('one two');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['one.tar.gz']);
  });

  it('gets nothing where the file cannot be written to its end', async () => {
    await expect(writeWhole(file, giving('one', new Error('no more')))).rejects.toThrow('no more');
    const interruption = new AbortController();
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      for (let n = 0; ; n++) {
        yield Buffer.alloc(1000);
        if (n === 10) interruption.abort();
      }
    };
    await expect(writeWhole(file, endless(), interruption.signal)).rejects.toThrow('aborted');
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps the files that are there, also one that comes to be there meanwhile', async () => {
    await writeFile(file, 'kept');
    const refusal = `${file} is there already. A backup replaces no file; choose another name.`;
    await expect(writeWhole(file, giving('new'))).rejects.toThrow(refusal);
    await rm(file);
    const late = async function* (): AsyncGenerator<Uint8Array> {
      await writeFile(file, 'kept');
      yield Buffer.from('new');
    };
    await expect(writeWhole(file, late())).rejects.toThrow(refusal);
    expect([await readFile(file, 'utf8'), await readdir(folder)]).toEqual(['kept', ['one.tar.gz']]);
  });

  it('leaves alone what another backup is writing', async () => {
    await writeFile(`${file}.partial`, 'theirs');
    await expect(writeWhole(file, giving('ours'))).rejects.toThrow(
      `${file}.partial is there already. Another backup is being written there, or was cut short: then remove it first.`,
    );
    expect(await readFile(`${file}.partial`, 'utf8')).toBe('theirs');
  });

  it('tells the newest backup that is whole, by the instant in its name', async () => {
    const inside = join(folder, 'made', 'when', 'missing');
    expect(await newestBackup(inside)).toBeNull();
    const [older, newer, newest] = [
      '2025-12-31T23:59:59.999Z',
      '2026-11-27T02:00:00.000Z',
      '2026-11-27T02:00:00.001Z',
    ] as const;
    for (const at of [newer, older]) await writeWhole(await placeIn(inside, new Date(at)), giving(at));
    await writeFile(`${await placeIn(inside, new Date(newest))}.partial`, '');
    await writeFile(join(inside, 'corteo-of-another-name.tar.gz'), '');
    await mkdir(join(inside, 'others'));
    expect(await newestBackup(inside)).toEqual(new Date(newer));
    expect((await stat(inside)).mode & 0o777).toBe(0o700);
  });
});
