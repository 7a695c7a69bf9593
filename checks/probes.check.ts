import { readFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { PROBES, chooseProbes } from '../probes/probes.js';

const names = PROBES.map(({ name }) => name);

describe('the probes', () => {
  it('stand in their README in the order in which they run', async () => {
    const readme = await readFile('probes/README.md', 'utf8');
    expect([...readme.matchAll(/^\| `([a-z-]+)`/gm)].map(([, name]) => name)).toEqual(names);
  });

  it('are all in the list, one to a file', () => {
    const files = globSync('probes/*.probe.ts').map((path) => /([a-z-]+)\.probe\.ts$/.exec(path)![1]);
    expect(files.toSorted()).toEqual(names.toSorted());
  });

  it('are chosen by name', () => {
    expect(chooseProbes(['log', 'kills']).map(({ name }) => name)).toEqual(['log', 'kills']);
    expect(chooseProbes([])).toEqual(PROBES);
    expect(() => chooseProbes(['unknown'])).toThrow('There is no probe unknown');
  });
});
