import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

interface Load {
  readonly packages: readonly string[];
  readonly milliseconds: number;
}

/** A package takes several times as long, also where the machine is fast. */
const ENOUGH = 40;

const run = promisify(execFile);
const rules = globSync('dist/libs/**/*.rules.js');

describe('rules', () => {
  it('are found', () => {
    expect(rules.length).toBeGreaterThan(20);
  });

  it.each(rules)('are loaded without any package, in no time: %s', async (path) => {
    const { packages, milliseconds } = await bestOf(20, path);
    expect(packages).toEqual([]);
    expect(milliseconds).toBeLessThan(ENOUGH);
  });

  it('would be noticed where they load one', async () => {
    const { packages } = await load('dist/libs/directory/src/places/place.entity.js');
    expect(packages).toEqual(expect.arrayContaining(['typeorm']));
  });
});

/** Loads a file until it took little enough: what else the machine does makes some loads longer, and none shorter. */
async function bestOf(times: number, path: string): Promise<Load> {
  const first = await load(path);
  if (times === 1 || first.milliseconds < ENOUGH) return first;
  const again = await bestOf(times - 1, path);
  return again.milliseconds < first.milliseconds ? again : first;
}

async function load(path: string): Promise<Load> {
  const { stdout } = await run(process.execPath, ['dist/checks/load.fixture.js', resolve(path)]);
  return JSON.parse(stdout) as Load;
}
