import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeFolders } from './folders.js';

describe('a folder', () => {
  let root: string;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'corteo-folders-'));
  });
  afterAll(() => rm(root, { recursive: true }));

  it('is made with what is missing above it, once', async () => {
    const folder = join(root, 'a', 'b', 'c');
    expect(await makeFolders(folder, 0o700)).toBe(join(root, 'a'));
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect(await makeFolders(folder, 0o711)).toBeUndefined();
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it.each([
    ['EEXIST', 'that is a file', 'file'],
    ['ENOTDIR', 'below a file', 'file/x'],
    ['ENOENT', 'where the file system makes none', '/proc/x/y'],
  ])('is refused with %s %s', async (code, _, path) => {
    await writeFile(join(root, 'file'), '');
    const folder = path.startsWith('/') ? path : join(root, path);
    await expect(makeFolders(folder, 0o700)).rejects.toMatchObject({ code });
  });
});
