import { hash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pack } from 'tar-stream';
import { BackupError } from './error.js';
import { writeWhole } from './files.js';
import type { Contents } from './manifest.js';
import { verifyBackup } from './verify.js';
import { writeArchive } from './writing.js';

const CONTENTS: Contents = {
  madeAt: '2026-11-27T09:00:00.000Z',
  postgres: '18.4',
  schema: ['vocabulary0000000000001'],
  tables: [
    { name: 'places', columns: ['id', 'names'], rows: 2 },
    { name: 'topics', columns: ['id'], rows: 0 },
    { name: 'visits', columns: ['id'], rows: 1 },
  ],
  sequences: [{ name: 'history_id_seq', lastValue: '7', isCalled: true }],
};
const ROWS: Readonly<Record<string, string>> = { places: '1\tNapoli\n2\t贵阳\n', topics: '', visits: '9\n' };

type Entries = readonly (readonly [name: string, body: string])[];

describe('a file', () => {
  let folder: string;
  let file: string;
  let bytes: Buffer;
  let entries: Entries;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corteo-verified-'));
    file = join(folder, 'given.tar.gz');
    const whole = join(folder, 'whole.tar.gz');
    await writeWhole(
      whole,
      writeArchive(CONTENTS, async function* ({ name }) {
        if (ROWS[name]) yield Buffer.from(ROWS[name]);
      }),
    );
    bytes = await readFile(whole);
    entries = readTar(gunzipSync(bytes));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const verify = async (given: Uint8Array): Promise<string> => {
    await writeFile(file, given);
    const said = await verifyBackup(file).then(
      () => 'sound',
      (error: Error) => (error instanceof BackupError ? error.message : String(error.stack)),
    );
    return said.replace(`${file} cannot be used. `, '');
  };
  const verifyEntries = async (given: Entries): Promise<string> => verify(await archive(given));
  /** With checksums that agree, as somebody writes them who means it. */
  const forged = (given: Entries): Entries => [
    ...given,
    ['SHA256SUMS', given.map(([name, body]) => `${hash('sha256', body)}  ${name}\n`).join('')],
  ];

  it('that is whole is sound, and says what is in it', async () => {
    expect(await verify(bytes)).toBe('sound');
    expect(await verifyBackup(file)).toEqual({ format: 1, ...CONTENTS });
    expect(entries.map(([name]) => name)).toEqual([
      'corteo-backup.json',
      'tables/places/0001.copy',
      'tables/visits/0001.copy',
      'SHA256SUMS',
    ]);
    expect(await verifyEntries(forged(entries.slice(0, -1)))).toBe('sound');
  });

  it('that is cut short is refused, wherever', async () => {
    const said = new Set<string>();
    for (let end = 0; end < bytes.length; end += 5) said.add(await verify(bytes.subarray(0, end)));
    said.add(await verify(bytes.subarray(0, -1)));
    expect(said).toEqual(new Set(['It is damaged or cut short: unexpected end of file.']));
  });

  it('that is altered is refused, whatever byte it is, but for when and where it was compressed', async () => {
    const passed: number[] = [];
    for (let at = 0; at < bytes.length; at += at < 20 ? 1 : 3)
      if ((await verify(bytes.with(at, bytes[at]! ^ 0x55))) === 'sound') passed.push(at);
    expect(passed).toEqual([4, 5, 6, 7, 8, 9]);
  });

  it('that something was added to is refused', async () => {
    const junk = 'It is damaged or cut short: Trailing junk found after the end of the compressed stream.';
    for (const added of ['x', '\0\0', gzipSync('x')])
      expect(await verify(Buffer.concat([bytes, Buffer.from(added as string)]))).toBe(junk);
  });

  it.each<[what: string, bytes: Uint8Array, said: string]>([
    ['text', Buffer.from('id,name\n1,Napoli\n'), 'It is no backup of Corteo: it is not compressed.'],
    ['a tar', Buffer.alloc(10_240), 'It is no backup of Corteo: it is not compressed.'],
    ['compressed text', gzipSync('id,name\n'), 'It is damaged or cut short: Unexpected end of data.'],
    [
      'an archive of nothing',
      gzipSync(Buffer.alloc(1024)),
      'It is no backup of Corteo: it does not begin with corteo-backup.json.',
    ],
  ])('that is %s is refused', async (_, given, said) => {
    expect(await verify(given)).toBe(said);
  });

  it('that is not there, or no file, is refused', async () => {
    await expect(verifyBackup(join(folder, 'none'))).rejects.toThrow('It cannot be read: ENOENT');
    await expect(verifyBackup(folder)).rejects.toThrow('It cannot be read: EISDIR');
  });

  it('that holds something else than it says is refused, also where the checksums agree', async () => {
    const [manifest, places, visits, sums] = entries as [...Entries] as [
      Entries[0],
      Entries[0],
      Entries[0],
      Entries[0],
    ];
    const other = ['tables/topics/0001.copy', '1\n'] as const;
    const said = (text: string): Entries[0] => [manifest[0], text];
    const cases: Record<string, Entries> = {
      'without checksums': [manifest, places, visits],
      'without a table': forged([manifest, places]),
      'without a row': forged([manifest, [places[0], '1\tNapoli\n'], visits]),
      'with a row too many': forged([manifest, [places[0], `${places[1]}3\t\n`], visits]),
      'with a table too many': forged([manifest, places, other, visits]),
      'in another order': forged([manifest, visits, places]),
      'with something after the end': [manifest, places, visits, sums, other],
      'with something before the beginning': [other, ...entries],
      'with other rows': [manifest, [places[0], places[1].replace('Napoli', 'Torino')], visits, sums],
      'with another manifest': [said(manifest[1].replace('18.4', '18.5')), places, visits, sums],
      'about nothing': forged([said('{}'), places, visits]),
      'about null': forged([said('null'), places, visits]),
      'about tables that are none': forged([
        said(manifest[1].replace('"rows": 2', '"rows": "2"')),
        places,
        visits,
      ]),
      'of a format to come': forged([
        said(manifest[1].replace('"format": 1', '"format": 2')),
        places,
        visits,
      ]),
    };
    const found: Record<string, string> = {};
    for (const [name, given] of Object.entries(cases)) found[name] = await verifyEntries(given);
    expect(found).toEqual({
      'without checksums':
        'It is damaged or cut short: SHA256SUMS is missing, or something else comes before it.',
      'without a table': 'It is damaged or cut short: visits has 0 of 1 rows.',
      'without a row': 'It is damaged or cut short: places has 1 of 2 rows.',
      'with a row too many': 'It is damaged or cut short: places has 3 of 2 rows.',
      'with a table too many': 'It is damaged or cut short: topics has 1 of 0 rows.',
      'in another order': 'It is damaged or cut short: places has 0 of 2 rows.',
      'with something after the end': 'It is damaged or cut short: something comes after SHA256SUMS.',
      'with something before the beginning':
        'It is no backup of Corteo: it does not begin with corteo-backup.json.',
      'with other rows': 'It is damaged or cut short: its checksums do not agree.',
      'with another manifest': 'It is damaged or cut short: its checksums do not agree.',
      'about nothing': 'It is no backup of Corteo: nothing says what is in it.',
      'about null': 'It is no backup of Corteo: nothing says what is in it.',
      'about tables that are none': 'It is no backup of Corteo: nothing says what is in it.',
      'of a format to come':
        'It was made by a newer version of Corteo, in a format that this one does not know.',
    });
  });
});

async function archive(entries: Entries): Promise<Buffer> {
  const made = pack();
  for (const [name, body] of entries) made.entry({ name }, body);
  made.finalize();
  return gzipSync(Buffer.concat(await Readable.from(made).toArray()));
}

/** The entries of an archive of short names and small files. */
function readTar(bytes: Buffer): Entries {
  const found: [string, string][] = [];
  for (let at = 0; bytes[at];) {
    const name = bytes.toString('utf8', at, bytes.indexOf(0, at));
    const size = Number.parseInt(bytes.toString('latin1', at + 124, at + 135), 8);
    found.push([name, bytes.toString('utf8', at + 512, at + 512 + size)]);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return found;
}
