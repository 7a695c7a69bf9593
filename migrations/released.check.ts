import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

/** What was released: the sha256 of each file, by its name. */
type Released = Readonly<Record<string, string>>;

describe('released migrations', () => {
  it('are as they were released', async () => {
    expect(await rewritten('migrations')).toEqual([]);
  });

  describe('of a folder', () => {
    let folder: string;

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'corteo-released-'));
      const text = 'create table things ();';
      await writeFile(join(folder, '0001-things.sql'), text);
      await release({ '0001-things.sql': hash('sha256', text) });
    });
    afterEach(() => rm(folder, { recursive: true }));

    const release = (released: Released): Promise<void> =>
      writeFile(join(folder, 'released.json'), JSON.stringify(released));

    it('may be followed by others', async () => {
      await writeFile(join(folder, '0002-others.sql'), 'create table others ();');
      expect(await rewritten(folder)).toEqual([]);
    });

    it('are noticed when they change, be it by a space', async () => {
      await writeFile(join(folder, '0001-things.sql'), 'create table things (); ');
      expect(await rewritten(folder)).toEqual(['0001-things.sql was changed']);
    });

    it('are noticed when they are gone', async () => {
      await rm(join(folder, '0001-things.sql'));
      expect(await rewritten(folder)).toEqual(['0001-things.sql is missing']);
    });
  });
});

async function rewritten(folder: string): Promise<string[]> {
  const released = JSON.parse(await readFile(join(folder, 'released.json'), 'utf8')) as Released;
  const faults = Object.entries(released).map(([file, sha256]) => faultOf(file, join(folder, file), sha256));
  return (await Promise.all(faults)).filter((fault) => fault !== null);
}

async function faultOf(file: string, path: string, sha256: string): Promise<string | null> {
  if (!existsSync(path)) return `${file} is missing`;
  return hash('sha256', await readFile(path)) === sha256 ? null : `${file} was changed`;
}
