import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { AUDIT_ACTIONS } from '#identity';

const load = createRequire(resolve('package.json'));
const { allowed, appsOnly } = load('./architecture.cjs') as {
  allowed: Record<string, string[]>;
  appsOnly: string[];
};
const folders = globSync('libs/*/').map((path) => path.split('/')[1]!);
// The first of the features stands on nothing but the ground.
const ground = allowed.directory!;

describe('libs/README.md', () => {
  let readme: string;

  beforeAll(async () => {
    readme = await readFile('libs/README.md', 'utf8');
  });

  it('names every folder there is, and no other', () => {
    expect(firstColumn(readme, 'folder')).toEqual(folders.toSorted());
  });

  it('names every kind of file there is, and no other', () => {
    const files = globSync('{libs,checks,migrations}/**/*.ts');
    const kinds = new Set(files.flatMap((path) => /[^/.](\.[a-z]+\.ts)$/.exec(path)?.[1] ?? []));
    expect(firstColumn(readme, 'file')).toEqual([...kinds].map((kind) => `…${kind}`).toSorted());
  });

  it('says who may import whom, as architecture.cjs does', () => {
    const said = [...readme.matchAll(/^([a-z-]+) +→ ?(.*)$/gm)].map(([, from, to]) => [from!, to!] as const);
    const listed = said.filter(([from, to]) => from !== 'apps' && to !== 'everything above');
    expect(listed).toEqual(listed.map(([from]) => [from, featuresBelow(from).join(', ')]));
    const features = folders.filter((folder) => ![...appsOnly, ...ground].includes(folder));
    expect(said.map(([from]) => from).toSorted()).toEqual(['apps', ...features].toSorted());
  });
});

describe('docs/audit.md', () => {
  it('tells what every action of the audit means', async () => {
    const rows = [
      ...(await readFile('docs/audit.md', 'utf8')).matchAll(/^\| `(\w[\w-]*\.[\w-]+)` +\| (.*?) +\|$/gm),
    ];
    expect(rows.map(([, action, words]) => [action, words])).toEqual(Object.entries(AUDIT_ACTIONS));
  });
});

/** The features, of those there are, that one may import. */
function featuresBelow(from: string): string[] {
  return allowed[from]!.filter((to) => folders.includes(to) && !ground.includes(to));
}

/** The code in the first column of the table whose first heading is given, in order of the alphabet. */
function firstColumn(text: string, heading: string): string[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${heading} `)) + 2;
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  const rows = lines.slice(start, end);
  return rows.flatMap((row) => /^\| `([^`]+)`/.exec(row)?.[1] ?? []).toSorted();
}
