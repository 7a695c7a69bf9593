import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Who runs the program, and where. */
export interface Surroundings {
  readonly isRoot: boolean;
  /** Absolute: the folder of the checkout. */
  readonly checkout: string;
}

/**
 * The folder where data go that nobody chose a place for: below `var` of the checkout. Root's go below the state folder,
 * each checkout's apart, since another user keeps them, who must not need a way into root's folders. Data that are there
 * already stay where they are.
 * @param name of the data among those of the checkout
 */
export function chooseFolder(
  name: string,
  stateFolder: string,
  { isRoot, checkout }: Surroundings = { isRoot: process.getuid?.() === 0, checkout: process.cwd() },
): string {
  const folder = join('var', name);
  if (!isRoot || existsSync(join(checkout, folder, 'data'))) return folder;
  return join(stateFolder, inOneWord(checkout), name);
}

/** A path as the name of a folder: one can read where it leads, and no two paths have the same. */
function inOneWord(path: string): string {
  const readable = path.replaceAll(/[^A-Za-z0-9]+/g, '-').replace(/^-/, '');
  return `${readable.slice(-60)}-${hash('sha256', path).slice(0, 8)}`;
}
