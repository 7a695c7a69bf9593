import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';

describe('libs/README.md', () => {
  let readme: string;

  beforeAll(async () => {
    readme = await readFile('libs/README.md', 'utf8');
  });

  it('names every folder there is, and no other', () => {
    const folders = globSync('libs/*/').map((path) => path.split('/')[1]);
    expect(firstColumn(readme, 'folder')).toEqual(folders.toSorted());
  });

  it('names every kind of file there is, and no other', () => {
    const files = globSync('{libs,checks,migrations}/**/*.ts');
    const kinds = new Set(files.flatMap((path) => /[^/.](\.[a-z]+\.ts)$/.exec(path)?.[1] ?? []));
    expect(firstColumn(readme, 'file')).toEqual([...kinds].map((kind) => `…${kind}`).toSorted());
  });
});

/** The code in the first column of the table whose first heading is given, in order of the alphabet. */
function firstColumn(text: string, heading: string): string[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${heading} `)) + 2;
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  const rows = lines.slice(start, end);
  return rows.flatMap((row) => /^\| `([^`]+)`/.exec(row)?.[1] ?? []).toSorted();
}
