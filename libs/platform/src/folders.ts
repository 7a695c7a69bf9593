import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and what is missing above it, each with a mode; one that is there stays as it is. The file system may make
 * none although what is above is there, as /proc does: the recursive mkdir of Node never ends then.
 * @returns the first that was made; undefined where it was there already
 */
export async function makeFolders(folder: string, mode: number): Promise<string | undefined> {
  const path = resolve(folder);
  try {
    await mkdir(path, mode);
    return path;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return undefined;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
  }
  const first = await makeFolders(dirname(path), mode);
  await mkdir(path, mode);
  return first ?? path;
}
