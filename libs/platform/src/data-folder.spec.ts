import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseFolder } from './data-folder.js';

describe('the folder of data that nobody chose a place for', () => {
  let checkout: string;

  beforeAll(async () => {
    checkout = await mkdtemp(join(tmpdir(), 'corteo-checkout-'));
  });
  afterAll(() => rm(checkout, { recursive: true }));

  it('is in the checkout', () => {
    expect(chooseFolder('postgres', '/var/lib/corteo', { isRoot: false, checkout })).toBe('var/postgres');
  });

  it('is, for root, one of this checkout alone', () => {
    const folders = ['/srv/corteo', '/srv-corteo', '/srv/corteo-', '/数据', '/数居', '/'].map((checkout) =>
      chooseFolder('demo', '/var/lib/corteo', { isRoot: true, checkout }),
    );
    expect(folders[0]).toMatch(/^\/var\/lib\/corteo\/srv-corteo-[0-9a-f]{8}\/demo$/);
    for (const folder of folders) expect(folder).toMatch(/^\/var\/lib\/corteo\/[\w-]+\/demo$/);
    expect(new Set(folders).size).toBe(folders.length);
  });

  it('stays in the checkout where data are there already', async () => {
    await mkdir(join(checkout, 'var/postgres/data'), { recursive: true });
    const choose = (name: string) => chooseFolder(name, '/var/lib/corteo', { isRoot: true, checkout });
    expect([choose('postgres'), choose('demo') === 'var/demo']).toEqual(['var/postgres', false]);
  });
});
