import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DossierFiles } from '#dossiers';
import { importFiles } from './import.command.js';

describe('the files of an import', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-'));
    await writeFile(join(folder, 'damaged.xlsx'), 'no workbook');
    await writeFile(join(folder, 'latin.csv'), Buffer.from('Citt\xe0', 'latin1'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ['missing.yaml', 'There is no such file.'],
    ['.', 'This is a folder.'],
    [
      'damaged.xlsx',
      'This is no XLSX workbook, or it is damaged; open it in a spreadsheet program and save it anew.',
    ],
    [
      'latin.csv',
      'The file is not encoded in UTF-8. Save it as UTF-8 (in a spreadsheet program “CSV UTF-8”), or as XLSX. It seems to be in Windows-1252.',
    ],
  ])('are named where they cannot be read: %s', async (name, why) => {
    const file = join(folder, name);
    // No file gets as far as the database.
    const office = { files: new DossierFiles(undefined as never), imports: undefined as never };
    await expect(importFiles(office, [file], { said: { of: 'people' } })).rejects.toMatchObject({
      message: `${file}: ${why}`,
    });
  });
});
