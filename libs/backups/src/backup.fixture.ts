import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBackup } from './backup.js';

const OFFICE = '00000000-0000-7000-8000-000000000001';

/** What is hard to write down: quotes, tabs, lines, backslashes, what looks like the end or like null. */
export const HARD = 'tab\t, line\n, \\N, \\., “quotes” \'"`, 贵阳 🏛 ,\r\n end\\';

/** Makes a place of this name, as the office itself. */
export function insertPlace(id: string, name: string, notes = name): [statement: string, values: unknown[]] {
  return [
    `insert into places (id, version, created_at, created_by_id, updated_at, updated_by_id, names, kind, address, notes)
     values ($1, 1, now(), '${OFFICE}', now(), '${OFFICE}', $2, 'city', $3, $4)`,
    [id, JSON.stringify([{ text: name, lang: 'it', kind: 'official' }]), name, JSON.stringify({ it: notes })],
  ];
}

/** A folder for backups of one test file. */
export async function makeBackups(): Promise<{
  path(name: string): string;
  write(url: string, name: string): Promise<string>;
  drop(): Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'corteo-backups-'));
  const path = (name: string): string => join(folder, name);
  return {
    path,
    write: async (url, name) => {
      await writeBackup({ url }, { file: path(name), at: new Date('2026-11-27T09:00:00Z') });
      return path(name);
    },
    drop: () => rm(folder, { recursive: true }),
  };
}
